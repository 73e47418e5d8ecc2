"""A description says more than the name.

"Conversion rate: the rate of conversion" fills the field, and nobody knows whether
it is of visits or of visitors, of today or of a week. What a reader can't guess is
what belongs here: what counts, from when to when, and what is left out.

## Bad

```yaml metrics/checkout_conversion_rate.yaml
id: checkout_conversion_rate
name: Checkout conversion rate
description: The conversion rate of the checkout.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this says no more than the name; say what counts, and what does not
```

## Good

```yaml metrics/checkout_conversion_rate.yaml
id: checkout_conversion_rate
name: Checkout conversion rate
description: Orders in a week for each checkout that was begun in it; test orders are left out.
```
"""

import re
from collections.abc import Iterator

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity

WORD = re.compile(r"[^\W_]+")
LITTLE_WORDS = "a an and by for in is it of on our that the this to we with"
LITTLE = frozenset(LITTLE_WORDS.split())


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """Every word of the description is in the name, the id or the kind, or is a little one."""
    if not entity.description or not entity.is_live_on(context.today):
        return
    said = f"{entity.name or ''} {entity.id} {entity.kind}".casefold()
    if any(word not in said for word in words(entity.description)):  # most descriptions end here, at the first word
        return
    known = frozenset(words(said))
    if all(word in known for word in words(entity.description)) and any(words(entity.description)):
        missing = "what counts, and what does not" if entity.kind == "metric" else "what a newcomer could not guess"
        yield Problem(entity.at("description"), f"this says no more than the name; say {missing}")


def words(text: str) -> Iterator[str]:
    """The words of a text that say something, singular and plural alike."""
    found = (word[0] for word in WORD.finditer(text.casefold()))
    return (word.removesuffix("s") for word in found if word not in LITTLE)


CASES = """
## Bad: another kind, the plural, the id

```yaml tools/miro.yaml
id: miro-whiteboard
name: Miro
description: Miro is our tool for whiteboards.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this says no more than the name; say what a newcomer could not guess
```

## Good: one word more

```yaml tools/miro.yaml
id: miro-whiteboard
name: Miro
description: Miro is our tool for whiteboards in workshops.
```
```yaml experiments/miro.yaml
id: miro
name: Miro
description: Miro
status: cancelled
```
"""
