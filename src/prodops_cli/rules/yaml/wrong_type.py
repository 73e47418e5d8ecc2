"""Every value is of the sort that its key asks for.

A renewal "soon" can't be counted down, and a traffic of 250 % can't be shared out:
what is no date, number or list drops out of every check and every report that
needs one, and nobody notices until the tool has renewed itself.

## Bad

```yaml tools/miro.yaml
id: miro
name: Miro
owner: someone
status: adopted
contract:
  renewal: next spring
#          ^^^^^^^^^^^ `renewal` can't be `next spring`; write a day such as 2026-11-22
```

## Good

```yaml tools/miro.yaml
id: miro
name: Miro
owner: someone
status: adopted
contract:
  renewal: 2026-03-01
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import WrongType
from prodops_cli.phrases import count

LONGEST = 60


@rule(WrongType, error)
def check(mistake: WrongType, context: Context) -> Problems:
    """What stands there, and what should."""
    if mistake.value is not None:
        yield Problem(mistake.place(), f"{subject(mistake)} {said(mistake)}; write {mistake.wanted}")
    elif mistake.address:
        yield Problem(mistake.place("key"), nothing(mistake))
    else:
        yield Problem(mistake.place(), f"there is nothing in this file; write {mistake.wanted}")


def subject(mistake: WrongType) -> str:
    """What holds the value."""
    if not mistake.address:
        return "a document can't be"
    key = next((step for step in reversed(mistake.address) if isinstance(step, str)), "")
    return f"`{key}` can't {'hold' if isinstance(mistake.address[-1], int) else 'be'}"


def said(mistake: WrongType) -> str:
    """The value as it is written, shortened; of lists and mappings only what they are."""
    if isinstance(mistake.value, list):
        items = f" of {count(len(mistake.value), 'item')}" if mistake.wanted.startswith("a list of") else ""
        return f"a list{items}"
    if isinstance(mistake.value, dict):
        return "a mapping"
    span = mistake.place().span
    text = " ".join(mistake.document.source.text[span.start : span.stop].split())
    return f"`{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}`"


def nothing(mistake: WrongType) -> str:
    """Of a key or an item without a value."""
    last = mistake.address[-1]
    if isinstance(last, int):
        return "this item of the list has no value; write one, or remove the item"
    return f"`{last}` has no value; write one, or remove the key"


CASES = """
## Bad: nothing in it

```yaml owners/anna.yaml
# Anna comes next week.
^ there is nothing in this file; write a document, or remove the file
```

## Bad: what is no mapping

```yaml owners/anna.yaml
- anna
# ^^^^ a document can't be `anna`; write a mapping, such as {id: …, name: …}
```

## Bad: sorts of values

```yaml owners/anna.yaml
id: anna
name: [Anna]
#     ^^^^^^ `name` can't be a list; write text
type: person
email:
^^^^^ `email` has no value; write one, or remove the key
active: "yes"
#       ^^^^^ `active` can't be `"yes"`; write true or false
teams: growth
#      ^^^^^^ `teams` can't be `growth`; write a list, such as [a, b]
tags: [a, {b: c}, ~]
#          ^ `tags` can't hold a mapping; write text
#                 ^ this item of the list has no value; write one, or remove the item
handles: anna
#        ^^^^ `handles` can't be `anna`; write a mapping, such as {key: value}
description: >-
  Anna.
review_every: 90
#             ^^ `review_every` can't be `90`; write a duration such as 90d, 2w, 6mo, 1y or 2h
```

## Bad: half a range of buckets

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: ab_test
status: draft
layer: {id: web, buckets: [[0]]}
#                          ^^^ `buckets` can't hold a list of 1 item; write a list of at least 2 items
```

## Bad: an effect without its sign

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: ab_test
status: draft
metrics:
  primary: [{metric: orders, mde: 5}]
#                                 ^ `mde` can't be `5`; write 5% or 0.05, if 5 percent is meant; as it stands it says
                                    500 %
```
"""
