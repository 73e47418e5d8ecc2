"""Every document is a regular file.

A link can lead out of the catalog, to a file that only one laptop has, and a pipe
never ends. Neither is opened, so what it leads to is missing from every check and
every report.

## Bad

```yaml owners/anna.yaml (link)
../../people/anna.yaml
^ this is a link or another thing that is no regular file, so it is not read; put the document itself here
```

## Good

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import Skipped
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning


@rule(Skipped, warning)
def check(refusal: Skipped, context: Context) -> Problems:
    """The whole file."""
    sort = "this is a link or another thing that is no regular file"
    yield Problem(Place(refusal.source, exact=refusal.span), f"{sort}, so it is not read; put the document itself here")
