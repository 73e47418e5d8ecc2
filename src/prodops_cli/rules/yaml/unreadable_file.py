"""Every file can be opened.

What the operating system does not hand out is not checked. That must not look like
a clean catalog.

## Bad

```yaml owners/anna.yaml (unreadable)
id: anna
^ this file can't be read: Permission denied; make it readable, or remove it
```

## Good

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import Unreadable
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(Unreadable, error)
def check(refusal: Unreadable, context: Context) -> Problems:
    """In the words of the operating system."""
    message = f"this file can't be read: {refusal.reason}; make it readable, or remove it"
    yield Problem(Place(refusal.source, exact=refusal.span), message)
