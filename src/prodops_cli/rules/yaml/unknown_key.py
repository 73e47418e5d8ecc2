"""Every key is a known one.

A key with a slip in it is ignored without a word: an experiment with `ennd` has no
end, and nobody learns of the overlap in its last week. So what is not known is
refused.

Keys of your own begin with `x-` and stand at the top level of a document: they are
kept, and never checked.

## Bad

```yaml metrics/orders.yaml
id: orders
name: Orders
ownr: someone
^^^^ `ownr` is no key that can stand here; did you mean `owner`?
description: Orders that were paid.
status: draft
direction: increase
```

## Fixed

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
```
"""

from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import UnknownKey
from prodops_cli.phrases import listing

FEW = 8


@rule(UnknownKey, error)
def check(mistake: UnknownKey, context: Context) -> Problems:
    """A key like it is offered; it may still be that the value belongs nowhere, so the fix is unsafe."""
    place, key = mistake.place("key"), mistake.address[-1]
    fix = Fix(f"write `{mistake.near}`", (Replace(place.source, place.span, mistake.near),), safe=False)
    yield Problem(
        place, f"`{key}` is no key that can stand here; {instead(mistake)}", fix=fix if mistake.near else None
    )


def instead(mistake: UnknownKey) -> str:
    """What to do about it."""
    if mistake.near:
        return f"did you mean `{mistake.near}`?"
    if len(mistake.address) == 1:
        return "remove it, or begin it with `x-`"
    if str(mistake.address[-1]).startswith("x-"):
        return "move it to the top level"
    if 0 < len(mistake.known) <= FEW:
        return f"write {listing([f'`{known}`' for known in mistake.known], 'or')}, or remove it"
    return "remove it"


CASES = """
## Bad: nothing is like it

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
zodiac: virgo
^^^^^^ `zodiac` is no key that can stand here; remove it, or begin it with `x-`
handles:
  myspace: anna
# ^^^^^^^ `myspace` is no key that can stand here; write `github`, `gitlab` or `slack`, or remove it
  x-pager: anna
# ^^^^^^^ `x-pager` is no key that can stand here; move it to the top level
```

## Bad: the key that is meant is written already

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
nam: Anne
^^^ `nam` is no key that can stand here; remove it, or begin it with `x-`
```

## Good: keys of one's own

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
x-zodiac: virgo
```
"""
