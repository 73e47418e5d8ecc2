"""A team is more than one person.

A team was made the owner so that somebody answers while somebody else is on holiday. If
only one person is left in it, the catalog promises a cover that does not exist. Say the
person's name instead, or say who else is in the team.

Where neither the team nor a person says who belongs to it, nothing is said here. A team
with teams below it, or with a team among its members, is more than it lists.

## Bad

```yaml owners/payments.yaml
id: payments
type: team
members: [anna]
#        ^^^^^^ only `anna` is in this team; name who else is, or let `anna` own things in person
```
```yaml owners/anna.yaml
id: anna
```

## Good

```yaml owners/payments.yaml
id: payments
type: team
members: [anna, ben]
```
```yaml owners/anna.yaml
id: anna
```
```yaml owners/ben.yaml
id: ben
```
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.owner import Owner


@rule(Owner, notice)
def check(team: Owner, context: Context) -> Problems:
    """Members are those that either side says, and the lead; who is gone is none."""
    catalog = context.catalog
    if team.type != "team" or team.farewell(context.today):
        return
    said = {*(team.members or ()), *said_by_people(team, catalog)}
    there = {id for id in {*said, team.lead or ""} if id and is_there(id, context)}
    if said and len(there) == 1 and not has_teams(team, there, catalog):
        (only,) = there
        message = f"only `{only}` is in this team; name who else is, or let `{only}` own things in person"
        yield Problem(team.at("members"), message)


def said_by_people(team: Owner, catalog: Catalog) -> set[str]:
    """The people who name a team as theirs."""
    return {mention.by.id for mention in catalog.mentions(team) if mention.reference.address[0] == "teams"}


def is_there(id: str, context: Context) -> bool:
    """Whether somebody has not left; of whom nobody knows, it is told elsewhere."""
    owner = context.catalog.get(Owner, id)
    return owner is None or not owner.farewell(context.today)


def has_teams(team: Owner, members: set[str], catalog: Catalog) -> bool:
    """Whether other teams belong to it."""
    owners = [catalog.get(Owner, id) for id in members]
    is_parent = any(mention.reference.address == ("parent",) for mention in catalog.mentions(team))
    return is_parent or any(owner is not None and owner.type == "team" for owner in owners)


CASES = """
## Bad: the others left, a person alone says so, the lead is the one

```yaml owners/all.yaml
- {id: a, name: a, type: team, lead: anna, members: [anna, ben]}
#                                                   ^^^^^^^^^^^ only `anna` is in this team; name who else is, or let
                                                                `anna` own things in person
- {id: b, name: b, type: team}
#      ^ only `cleo` is in this team; name who else is, or let `cleo` own things in person
- {id: anna, name: d, type: person}
- {id: ben, name: e, type: person, left: 2025-01-01}
- {id: cleo, name: f, type: person, teams: [b]}
```

## Good: nobody says who is in it, a department, a lead beside a member, no more, nobody left

```yaml owners/all.yaml
- {id: a, name: a, type: team, lead: anna}
- {id: b, name: b, type: team, members: [anna]}
- {id: c, name: c, type: team, parent: b, members: [a]}
- {id: d, name: d, type: team, lead: anna, members: [cleo]}
- {id: e, name: e, type: team, members: [anna], status: dissolved}
- {id: f, name: f, type: team, members: [ben]}
- {id: anna, name: g, type: person}
- {id: ben, name: h, type: person, left: 2025-01-01}
- {id: cleo, name: i, type: person}
```
"""
