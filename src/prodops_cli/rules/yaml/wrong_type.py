"""Every value is of its key's sort.

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

import re
from decimal import Decimal

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import WrongType
from prodops_cli.phrases import count

LONGEST = 60
CURRENCY = re.compile(r"[€$£¥]|\b[A-Z]{3}\b")
SPACES = re.compile(r"[\s_'’]+")
COUNTED = re.compile(r"(?P<sign>[-+]?)(?P<digits>[0-9][0-9.,]*)(?P<thousands>[kK]?)")
CODE = re.compile(r"0[0-9]")
"""How what is no amount begins."""
MOST_DIGITS = 20
GROUP = 3
"""Digits between two separators of thousands."""


@rule(WrongType, error)
def check(mistake: WrongType, context: Context) -> Problems:
    """What stands there, and what should."""
    if mistake.value is not None:
        yield Problem(mistake.place(), f"{subject(mistake)} {said(mistake)}; write {wanted(mistake)}")
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


def wanted(mistake: WrongType) -> str:
    """What to write: the number itself, where a text can only mean one."""
    if not isinstance(mistake.value, str) or mistake.wanted not in ("a number", "a whole number"):
        return mistake.wanted
    found = COUNTED.fullmatch(SPACES.sub("", CURRENCY.sub("", mistake.value)))
    if not found or len(found["digits"]) > MOST_DIGITS or CODE.match(found["digits"]):
        return mistake.wanted
    plain = without_separators(found["digits"])
    if plain is None:
        return f"{mistake.wanted} without separators"
    meant = f"{(Decimal(plain) * 1000).normalize():f}" if found["thousands"] else plain
    is_fraction = "." in meant and mistake.wanted == "a whole number"
    return mistake.wanted if is_fraction else f"{found['sign'].removeprefix('+')}{meant}"


def without_separators(digits: str) -> str | None:
    """`1250.00` for `1.250,00`; None where a separator may part thousands or a fraction, as in `1,250`."""
    marks = [character for character in digits if character in ".,"]
    if not marks:
        return digits
    whole, mark, fraction = digits.rpartition(marks[-1])
    groups = re.split("[.,]", whole)
    if marks.count(mark) > 1:
        is_grouped = len(set(marks)) == 1 and all(len(group) == GROUP for group in (*groups[1:], fraction))
        return "".join((*groups, fraction)) if is_grouped else None
    is_clear = len(marks) > 1 or len(fraction) != GROUP or whole == "0"
    return f"{''.join(groups)}.{fraction}" if is_clear and fraction else None


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

## Bad: numbers as one writes them in a letter

```yaml tools/all.yaml
- {id: a, name: A, owner: someone, status: adopted, cost: {amount: "1.250,00"}}
#                                                                  ^^^^^^^^^^ `amount` can't be `"1.250,00"`; write
#                                                                             1250.00
- {id: b, name: B, owner: someone, status: adopted, cost: {amount: "1,250"}}
#                                                                  ^^^^^^^ `amount` can't be `"1,250"`; write a number
#                                                                          without separators
- {id: c, name: C, owner: someone, status: adopted, cost: {amount: €84}}
#                                                                  ^^^ `amount` can't be `€84`; write 84
- {id: d, name: D, owner: someone, status: adopted, cost: {amount: 84k}}
#                                                                  ^^^ `amount` can't be `84k`; write 84000
- {id: e, name: E, owner: someone, status: adopted, cost: {amount: -1.5k EUR}}
#                                                                  ^^^^^^^^^ `amount` can't be `-1.5k EUR`; write -1500
- {id: f, name: F, owner: someone, status: adopted, cost: {amount: 1.250.000}}
#                                                                  ^^^^^^^^^ `amount` can't be `1.250.000`; write
#                                                                            1250000
- {id: g, name: G, owner: someone, status: adopted, cost: {amount: "0,25"}}
#                                                                  ^^^^^^ `amount` can't be `"0,25"`; write 0.25
- {id: h, name: H, owner: someone, status: adopted, cost: {amount: "1,2,3"}}
#                                                                  ^^^^^^^ `amount` can't be `"1,2,3"`; write a number
#                                                                          without separators
- {id: k, name: K, owner: someone, status: adopted, cost: {amount: "0084"}}
#                                                                  ^^^^^^ `amount` can't be `"0084"`; write a number
- {id: i, name: I, owner: someone, status: adopted, cost: {amount: a lot}}
#                                                                  ^^^^^ `amount` can't be `a lot`; write a number
- {id: j, name: J, owner: someone, status: adopted, seats: {purchased: "1,5"}}
#                                                                      ^^^^^ `purchased` can't be `"1,5"`; write a whole
#                                                                            number
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
