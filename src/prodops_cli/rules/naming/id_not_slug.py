"""Ids hold only a-z, 0-9, `-` and `_`.

Ids go into addresses, file names, chart titles and code. Some of these don't tell
`Checkout` from `checkout`, and none likes a space, so ids are of the characters that
survive everywhere: `checkout_rate`, `2025q3-one-page`. At most 80 of them.

## Bad

```yaml metrics/orders.yaml
id: Paid Orders
#   ^^^^^^^^^^^ `Paid Orders` is no id; write small letters, digits, `-` and `_`, such as `paid-orders`
```

## Good

```yaml metrics/paid-orders.yaml
id: paid-orders
```
"""

import re
from unicodedata import normalize

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.pattern import LONGEST_ID, is_slug

OTHERS = re.compile(r"[^a-z0-9_]+")
ENDS = re.compile(r"^[-_]+|[-_]+$|(?<=[-_])[-_]+")


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """Renaming would have to reach all that refers to it, so there is no fix."""
    if not is_slug(entity.id):
        yield Problem(entity.at("id"), message(entity.id))


def message(id: str) -> str:
    """What is wrong with it, and what it could be."""
    like = slug(id)
    if like == id and id:
        return f"the id has {len(id)} characters; write at most {LONGEST_ID}"
    such_as = f", such as `{like}`" if like else ""
    what = f"`{id}` is no id" if id else "the id is empty"
    return f"{what}; write small letters, digits, `-` and `_`{such_as}"


def slug(text: str) -> str:
    """The id that is most like a text; empty where nothing of it can stand in one."""
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return ENDS.sub("", OTHERS.sub("-", plain)).strip("-_")


CASES = """
## Bad: all sorts

```yaml owners/all.yaml
- {id: Zoë, name: a, type: person}
#      ^^^ `Zoë` is no id; write small letters, digits, `-` and `_`, such as `zoe`
- {id: v1.10, name: a, type: person}
#      ^^^^^ `v1.10` is no id; write small letters, digits, `-` and `_`, such as `v1-10`
- {id: a__b-, name: a, type: person}
#      ^^^^^ `a__b-` is no id; write small letters, digits, `-` and `_`, such as `a_b`
- {id: "", name: a, type: person}
#      ^^ the id is empty; write small letters, digits, `-` and `_`
- {id: 名前, name: a, type: person}
#      ^^ `名前` is no id; write small letters, digits, `-` and `_`
- {id: a0123456789012345678901234567890123456789012345678901234567890123456789012345678901234, name: a, type: person}
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the id has 86 characters;
                                                                                              write at most 80
```
"""
