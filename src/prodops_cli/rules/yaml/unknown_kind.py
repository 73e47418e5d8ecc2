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

from pathlib import PurePosixPath

from prodops_cli.catalog.wrong import UnknownKind
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.settings import Settings
from prodops_cli.models.spelling import nearest
from prodops_cli.phrases import listing


@rule(UnknownKind, error)
def check(wrong: UnknownKind, context: Context) -> Problems:
    """At what is said, or at the id where nothing is."""
    yield Problem(wrong.document.at("kind"), message(wrong, context.settings))


def message(wrong: UnknownKind, settings: Settings) -> str:
    """What is, and what to do."""
    top = PurePosixPath(wrong.document.source.path).parts[0]
    if wrong.like:
        there = settings.folder(wrong.like, KINDS[wrong.like].folder)
        folder = f"its folder holds the kind `{wrong.folder}`"
        return (
            f"this reads like `{wrong.like}`, but {folder}; move the file to `{there}`, or write `kind: {wrong.folder}`"
        )
    if not wrong.said and top in KINDS and KINDS[top].folder != top:
        return f"documents of the kind {top} stand in `{KINDS[top].folder}`; rename the folder `{top}`"
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

## Bad: it stands among others, and reads like another kind

```yaml tools/orders.yaml
id: orders
#   ^^^^^^ this reads like `metric`, but its folder holds the kind `tool`; move the file to `metrics`, or
           write `kind: tool`
name: Orders
owner: anna
description: How many orders are paid.
status: draft
direction: increase
```
```yaml goals/grow.yaml
id: grow
name: Grow
owner: anna
key_results: [{metric: orders}]
```
```yaml owners/anna.yaml
id: anna
```

## Bad: the folder is called as one document

```yaml metric/orders.yaml
id: orders
#   ^^^^^^ documents of the kind metric stand in `metrics`; rename the folder `metric`
```

## Good: a folder that only sounds alike, beside the right one

```yaml metric/values.yaml
colour: red
```
```yaml metrics/orders.yaml
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
