"""Names use the words of the house.

If one team says basket, another cart and a third bag, nobody finds all the
experiments on it, and each meeting begins with what is meant. `vocabulary.avoid` in
prodops.yaml says which words are not ours, and which word stands for each.

Names of people and of tools are what they are.

## Bad

```yaml prodops.yaml
vocabulary: {avoid: {cart: basket, sign_up: signup}}
```
```yaml metrics/cart_size_mean.yaml
id: cart_size_mean
#   ^^^^^^^^^^^^^^ `cart` is a word to avoid; write `basket`
name: Sign-up to basket
#     ^^^^^^^^^^^^^^^^^ `Sign-up` is a word to avoid; write `Signup`
```

## Fixed

```yaml metrics/cart_size_mean.yaml
id: cart_size_mean
#   ^^^^^^^^^^^^^^ `cart` is a word to avoid; write `basket`
name: Signup to basket
```

## Allowing

`# prodops: allow avoided-word -- the vendor calls it so` beside the name.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool

SEPARATOR = re.compile(r"[-_ ]+")


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """An id is not renamed by a fix, since others refer to it; a name is."""
    avoid = context.settings.vocabulary.avoid
    is_proper = isinstance(entity, Tool) or (isinstance(entity, Owner) and entity.type == "person")
    if not avoid or is_proper or not entity.is_live_on(context.today):
        return
    words = glossary(tuple(avoid.items()))
    for key, text in (("id", entity.id), ("name", entity.name or "")):
        for number, found in enumerate(words.expression.finditer(text)):
            use = in_case(found.group(), words.instead[bare(found.group())])
            fix = replacement(entity.at("name"), words.expression, number, use) if key == "name" else None
            message = f"`{found.group()}` is a word to avoid; write `{use}`"
            yield Problem(entity.at(key), message, fix=fix, detail=found.group())


class Glossary(NamedTuple):
    """The words to avoid, and what to write instead of each."""

    expression: re.Pattern[str]
    instead: dict[str, str]


@lru_cache(maxsize=16)
def glossary(avoid: tuple[tuple[str, str], ...]) -> Glossary:
    """Finds whole words; their parts may be divided by `_`, `-` or a space."""
    words = sorted((word for word, _ in avoid), key=len, reverse=True)
    each = ("[-_ ]".join(re.escape(part) for part in SEPARATOR.split(word)) for word in words)
    expression = re.compile(rf"(?<![^\W_])(?:{'|'.join(each)})(?![^\W_])", re.IGNORECASE)
    return Glossary(expression, {bare(word): use for word, use in avoid})


def bare(word: str) -> str:
    """A word however it is spelt."""
    return SEPARATOR.sub("_", word).casefold()


def in_case(found: str, use: str) -> str:
    """The word to use with a capital where the other had one."""
    return use[:1].upper() + use[1:] if found[:1].isupper() else use


def replacement(place: Place, expression: re.Pattern[str], number: int, use: str) -> Fix | None:
    """The other word in the place of the one that is so counted."""
    start, stop = place.span
    written = [found.span() for found in expression.finditer(place.source.text[start:stop])]
    if number >= len(written):
        return None
    first, last = written[number]
    return Fix(f"write `{use}`", (Replace(place.source, Span(start + first, start + last), use),))


CASES = """
## Bad: twice in a name, quoted

```yaml prodops.yaml
vocabulary: {avoid: {cart: basket, "sign_up": signup, "sign": mark}}
```
```yaml metrics/orders.yaml
id: orders
name: "Cart to cart, after sign up"
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Cart` is a word to avoid; write `Basket`
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `cart` is a word to avoid; write `basket`
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sign up` is a word to avoid; write `signup`
```

## Fixed: twice in a name, quoted

```yaml metrics/orders.yaml
id: orders
name: "Basket to basket, after signup"
```

## Good: words that contain it, proper names, and what is over

```yaml prodops.yaml
vocabulary: {avoid: {cart: basket}}
```
```yaml metrics/orders.yaml
id: cartography
name: À la carte
```
```yaml tools/cart-com.yaml
id: cart-com
name: Cart.com
```
```yaml owners/cart.yaml
id: cart
name: Ann Cart
```
```yaml experiments/cart.yaml
id: cart
name: Cart
status: completed
```
"""
