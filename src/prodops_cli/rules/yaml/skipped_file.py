"""Every document is a regular file, whose name ends in .yaml.

A link can lead out of the catalog, to a file that only one laptop has, and a pipe
never ends. Neither is opened, so what it leads to is missing from every check and
every report. So is a file that an editor or a browser has saved under another ending,
such as .yaml.txt, and JSON: it is YAML, too, and is read where it is called so. Other
files may stand beside documents; nobody takes them for one.

## Bad

```yaml owners/anna.yaml (link)
../../people/anna.yaml
^ this is a link or another thing that is no regular file, so it is not read; put the document itself here
```
```yaml owners/ben.yaml.txt
id: ben
^ the name doesn't end in `.yaml`, so it is not read; call it `ben.yaml`
name: Ben
type: person
```

## Good

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
```
"""

from pathlib import PurePosixPath

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import Skipped
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning


@rule(Skipped, warning)
def check(refusal: Skipped, context: Context) -> Problems:
    """The whole file."""
    if refusal.instead:
        action = f"call it `{PurePosixPath(refusal.instead).name}`"
        yield Problem(
            Place(refusal.source, exact=refusal.span), f"the name doesn't end in `.yaml`, so it is not read; {action}"
        )
        return
    sort = "this is a link or another thing that is no regular file"
    yield Problem(Place(refusal.source, exact=refusal.span), f"{sort}, so it is not read; put the document itself here")


CASES = """
## Bad: other endings

```yaml owners/anna.YAML
id: anna
^ the name doesn't end in `.yaml`, so it is not read; call it `anna.yaml`
```
```yaml owners/ben.json
{"id": "ben", "name": "Ben", "type": "person"}
^ the name doesn't end in `.yaml`, so it is not read; call it `ben.yaml`
```
```yaml tools/chat.yml.txt
id: chat
^ the name doesn't end in `.yaml`, so it is not read; call it `chat.yaml`
```

## Good: what is no document

```yaml owners/README.md
id: readme
```
```yaml experiments/results.json
{"users": 12}
```
```yaml docs/anna.yaml.txt
id: anna
```
"""
