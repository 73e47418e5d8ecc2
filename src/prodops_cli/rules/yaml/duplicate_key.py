"""Every key is written once.

Of two values under one key readers take the first or the last, as they please, and
the other is lost without a word. It happens when a block is copied, or when two
branches add the same key and git merges both.

## Bad

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
name: Anne
^^^^ `name` is written twice, and only the first is read; keep one of the two
```

## Good

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import DuplicateKey
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(DuplicateKey, error)
def check(refusal: DuplicateKey, context: Context) -> Problems:
    """The finding stands at the later key; the first one is read."""
    first = Place(refusal.source, exact=refusal.first)
    yield Problem(
        Place(refusal.source, exact=refusal.span),
        f"`{refusal.key}` is written twice, and only the first is read; keep one of the two",
        related=(Related(first, "written here first"),),
    )


CASES = """
## Bad: in a mapping within

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
handles: {github: anna, slack: anna, github: anne}
#                                    ^^^^^^ `github` is written twice, and only the first is read; keep one of the two
```

## Good: in two mappings

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
links:
  - {title: Home, url: "https://a.example"}
  - {title: Blog, url: "https://b.example"}
```
"""
