"""Every document is of a known kind.

The folder says what a document is: in metrics/ are metrics. A document that calls
itself something else belongs elsewhere, and one of which nobody can say what it is
cannot be checked at all.

## Bad

```yaml metrics/miro.yaml
kind: tool
#     ^^^^ this says `tool`, but its folder holds the kind `metric`; move the file, or remove `kind`
id: miro
name: Miro
owner: someone
status: adopted
```

## Good

```yaml tools/miro.yaml
kind: tool
id: miro
name: Miro
owner: someone
status: adopted
```
"""

from prodops_cli.catalog.wrong import UnknownKind
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.spelling import nearest
from prodops_cli.phrases import listing


@rule(UnknownKind, error)
def check(wrong: UnknownKind, context: Context) -> Problems:
    """At what is said, or at the id where nothing is."""
    yield Problem(wrong.document.at("kind"), message(wrong))


def message(wrong: UnknownKind) -> str:
    """What is, and what to do."""
    if not wrong.said:
        return f"neither folder nor `kind` says what this is; write `kind:` and {listing(tuple(KINDS), 'or')}"
    if wrong.said in KINDS:
        folder = f"its folder holds the kind `{wrong.folder}`"
        return f"this says `{wrong.said}`, but {folder}; move the file, or remove `kind`"
    near = nearest(wrong.said, KINDS)
    return f"there is no kind `{wrong.said}`; " + (
        f"did you mean `{near}`?" if near else f"write {listing(tuple(KINDS), 'or')}"
    )


CASES = """
## Bad: a slip

```yaml metrics/orders.yaml
kind: metirc
#     ^^^^^^ there is no kind `metirc`; did you mean `metric`?
id: orders
```

## Bad: nobody says

```yaml prodops.yaml
catalog: {include: ["more/*"]}
```
```yaml more/miro.yaml
id: miro
#   ^^^^ neither folder nor `kind` says what this is; write `kind:` and owner, tool, metric, experiment, layer, goal,
         feedback, launch or practice
```
"""
