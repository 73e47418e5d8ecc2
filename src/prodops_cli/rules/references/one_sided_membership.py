"""People and teams agree on who belongs where.

Somebody moves to another team, and one of the two files is changed. From then on the
answer depends on whom one asks: approvals go to people who left the team, and the new
colleague is in no list.

A person need not say `teams`, nor a team `members`: what the other says holds then. Who
left, and a team that is no more, are told elsewhere.

## Bad

```yaml owners/ben.yaml
id: ben
teams: [growth]
#       ^^^^^^ `growth` has no `ben` among its `members`; add them there, or remove the team here
```
```yaml owners/growth.yaml
id: growth
type: team
members: [anna]
```
```yaml owners/anna.yaml
id: anna
```

## Fixed

```yaml owners/growth.yaml
id: growth
type: team
members: [anna, ben]
```
"""

from collections.abc import Iterator

from prodops_cli.findings import Fix, Problem, Problems, Related
from prodops_cli.fixes.lists import after_last
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.owner import Owner


@rule(Owner, warning)
def check(owner: Owner, context: Context) -> Problems:
    """At the side that says it, or that should; a fix adds what is missing."""
    for field, back, other in said_by(owner, context):
        here = getattr(owner, field).index(other.id)
        place, there = owner.at(field, here), other.at(back)
        verb, to_do = ("has", "remove the team here") if field == "teams" else ("does not name", "remove them here")
        no = "no " if verb == "has" else ""
        them = "them" if field == "teams" else "it"
        message = f"`{other.id}` {verb} {no}`{owner.id}` among its `{back}`; add {them} there, or {to_do}"
        yield Problem(place, message, related=(Related(there, "not here"),), fix=addition(other, back, owner.id))


def said_by(owner: Owner, context: Context) -> Iterator[tuple[str, str, Owner]]:
    """The lists of others that should hold an owner and don't: the field here, the one there, and the other."""
    pairs = {"person": ("teams", "members"), "team": ("members", "teams")}
    if owner.type not in pairs or owner.farewell(context.today):
        return
    field, back = pairs[owner.type]
    for id in dict.fromkeys(getattr(owner, field) or ()):
        other = context.catalog.get(Owner, id)
        if other and other.type != owner.type and not other.farewell(context.today) and lacks(other, back, owner.id):
            yield field, back, other


def lacks(other: Owner, field: str, id: str) -> bool:
    """Whether a list is written and does not hold an id."""
    listed = getattr(other, field)
    return listed is not None and id not in listed


def addition(owner: Owner, field: str, id: str) -> Fix | None:
    """The id at the end of a list; None where nobody knows how to write it there."""
    operation = after_last(owner, field, len(getattr(owner, field)), id)
    return Fix(f"add `{id}` to `{field}` of `{owner.id}`", (operation,)) if operation else None


CASES = """
## Bad: the team says it, the person says otherwise

```yaml owners/growth.yaml
id: growth
type: team
members:
  - anna
  - ben
#   ^^^ `ben` does not name `growth` among its `teams`; add it there, or remove them here
```
```yaml owners/anna.yaml
id: anna
```
```yaml owners/ben.yaml
id: ben
teams:
  - data  # since May
```
```yaml owners/data.yaml
id: data
type: team
```

## Fixed: the team says it, the person says otherwise

```yaml owners/ben.yaml
id: ben
teams:
  - data  # since May
  - growth
```

## Good: one side is silent, somebody left, a team is no more

```yaml owners/all.yaml
- {id: growth, name: a, type: team, members: [anna, zoe]}
- {id: data, name: b, type: team}
- {id: labs, name: c, type: team, status: dissolved, members: [anna, cleo]}
- {id: anna, name: d, type: person}
- {id: ben, name: e, type: person, teams: [data, labs, ben, nobody]}
- {id: cleo, name: f, type: person, teams: [growth], left: 2025-01-01}
- {id: zoe, name: g, type: person, teams: [data], left: 2025-01-01}
```

## Bad: an empty list

```yaml owners/growth.yaml
id: growth
type: team
members: []
```
```yaml owners/ben.yaml
id: ben
teams: [growth]
#       ^^^^^^ `growth` has no `ben` among its `members`; add them there, or remove the team here
```
"""
