"""Every word is one that its key takes.

States and types are what reports count and rules decide by. An experiment that is
`live` here and `running` there is two things to a machine, and the one that nobody
expected is left out of the list.

## Bad

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: Draft
#       ^^^^^ `status` can't be `Draft`; did you mean `draft`?
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

from prodops_cli.documents.document import Place
from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import NotOneOf
from prodops_cli.models.spelling import nearest
from prodops_cli.phrases import listing


@rule(NotOneOf, error)
def check(mistake: NotOneOf, context: Context) -> Problems:
    """A word that differs only by case, space or punctuation is mended; of others the likeliest is offered."""
    place = mistake.place("key" if is_key(mistake) else "value")
    same = [word for word in mistake.allowed if bare(word) == bare(said(mistake))]
    near = same[0] if len(same) == 1 else nearest(said(mistake), mistake.allowed)
    instead = f"did you mean `{near}`?" if near else f"write {listing(mistake.allowed, 'or')}"
    yield Problem(place, f"{subject(mistake)}; {instead}", fix=replacement(place, near) if len(same) == 1 else None)


def replacement(place: Place, word: str) -> Fix:
    """Another word in the place."""
    return Fix(f"write `{word}`", (Replace(place.source, place.span, word),))


def subject(mistake: NotOneOf) -> str:
    """What holds the word, and the word."""
    steps = mistake.address[:-1] if is_key(mistake) else mistake.address
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    holds = is_key(mistake) or isinstance(mistake.address[-1], int)
    return f"`{key}` can't {'hold' if holds else 'be'} {shown(mistake)}"


def shown(mistake: NotOneOf) -> str:
    """The word as it is written; of lists and mappings only what they are."""
    match mistake.value:
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return f"`{said(mistake)}`"


def said(mistake: NotOneOf) -> str:
    """The word itself, or what is written in its stead."""
    if isinstance(mistake.value, str):
        return mistake.value
    span = mistake.place().span
    return mistake.document.source.text[span.start : span.stop]


def is_key(mistake: NotOneOf) -> bool:
    """Whether the word is the key of a mapping, such as a kind in `naming`."""
    value = mistake.document.value
    for step in mistake.address:
        value = value[step] if isinstance(value, list) and isinstance(step, int) else value
        value = value.get(step) if isinstance(value, dict) and isinstance(step, str) else value
    return value != mistake.value


def bare(word: str) -> str:
    """A word without case, space and punctuation."""
    return "".join(character for character in word.casefold() if character.isalnum())


CASES = """
## Bad: nothing is like it

```yaml owners/anna.yaml
id: anna
name: Anna
type: robot
#     ^^^^^ `type` can't be `robot`; write person or team
```

## Bad: not a word

```yaml owners/anna.yaml
id: anna
name: Anna
type: [person]
#     ^^^^^^^^ `type` can't be a list; did you mean `person`?
status: 1
#       ^ `status` can't be `1`; write active, merged or dissolved
```

## Bad: two words for one

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: "A/B Test"
#     ^^^^^^^^^^ `type` can't be `A/B Test`; did you mean `ab_test`?
status: draft
```

## Fixed: two words for one

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: ab_test
status: draft
```
"""
