"""Every comment that allows something allows something that is there.

What it allowed is mended, or has moved. A comment that stays behind will one day
accept, without a word, the next mistake at its place. So it is removed together with
what it was for.

Nothing is said of rules that did not run: with `--ignore`, or where the settings say
off, nobody knows what they would find. Nor of a document that could not be read
completely.

## Bad

```yaml tools/figma.yaml
id: figma
owner: someone # prodops: allow unknown-reference -- someone joins on Monday
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `unknown-reference` finds nothing
#                here; remove the comment
```

## Fixed

```yaml tools/figma.yaml
id: figma
owner: someone
```
"""

from prodops_cli.documents.source import Span
from prodops_cli.findings import READING, Fix, Problem, Problems, Replace
from prodops_cli.lint.allow import Unused
from prodops_cli.lint.comment import Allowance
from prodops_cli.lint.context import Context
from prodops_cli.lint.cover import whole_comment
from prodops_cli.lint.rule import rule, warning
from prodops_cli.phrases import listing


@rule(Unused, warning)
def check(unused: Unused, context: Context) -> Problems:
    """Names that are of use stay."""
    allowance = unused.allowance
    names = [name.text for name in unused.names]
    kept = [name.text for name in allowance.names if name not in unused.names]
    what = "the names" if kept and len(names) > 1 else "the name" if kept else "the comment"
    said = "; ".join((why(names, context), f"remove {what}"))
    yield Problem(allowance.place, said, fix=Fix(f"remove {what}", (without(allowance, kept),)), detail=",".join(names))


def why(names: list[str], context: Context) -> str:
    """Why these rules' names are of no use."""
    if all(context.rules.get(name) == READING for name in names):
        return f"what {quoted(names)} finds can't be allowed, and has to be mended"
    finds = "finds" if len(names) == 1 else "find"
    return f"{quoted(names)} {finds} nothing here"


def quoted(names: list[str]) -> str:
    """Rules' names in a sentence."""
    return listing([f"`{name}`" for name in names])


def without(allowance: Allowance, kept: list[str]) -> Replace:
    """The comment with the names that are kept; where none is, no comment."""
    source = allowance.place.source
    if not kept:
        return Replace(source, whole_comment(source, allowance.place.span), "")
    first, last = (name.place.span for name in (allowance.names[0], allowance.names[-1]))
    return Replace(source, Span(first.start, last.stop), ", ".join(kept))


CASES = """
## Bad: some of several, on a line of its own

```yaml tools/figma.yaml
id: figma
# prodops: allow no-end, unknown-reference, overdue -- nobody joins on Monday
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `no-end` and `overdue` find nothing
  here; remove the names
owner: nobody
```

## Fixed: they stay

```yaml tools/figma.yaml
id: figma
# prodops: allow unknown-reference -- nobody joins on Monday
owner: nobody
```

## Bad: all of a line

```yaml tools/figma.yaml
id: figma
# prodops: allow overdue -- it is no experiment
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `overdue` finds nothing here; remove the comment
owner: someone
```

## Fixed: the line goes

```yaml tools/figma.yaml
id: figma
owner: someone
```

## Bad: what can't be allowed

```yaml tools/figma.yaml
id: figma
# prodops: allow-file unknown-key -- we like ours
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what `unknown-key` finds can't be allowed, and has to be mended;
  remove the comment
owner: someone
```

## Good: rules that don't exist, comments that are over, documents with mistakes

```yaml tools/a.yaml
id: a
owner: someone # prodops: allow no-such-rule -- told elsewhere
```
```yaml tools/b.yaml
id: b
owner: someone # prodops: allow unknown-reference until 2025-06-14 -- told elsewhere
```
```yaml tools/c.yaml
id: c
ownr: nobody # prodops: allow unknown-reference -- once the slip is mended
```
"""
