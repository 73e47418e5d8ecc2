"""Who left is named nowhere any more.

An owner is looked up when something breaks; the members of a team, the approvers of a
launch and the technical owner of a tool only when it is too late: the approval that
nobody can give, the invitation that comes back, the account that is still open.

## Bad

```yaml owners/anna.yaml
id: anna
#   ^^^^ left on 2 May and is still named in 3 places: growth (`members`), braze and miro (`technical_owner`); write who
#        took over there, or remove the name
left: 2025-05-02
```
```yaml owners/growth.yaml
id: growth
type: team
members: [anna, ben]
```
```yaml tools/tools.yaml
- {id: braze, name: Braze, owner: ben, status: adopted, technical_owner: anna}
- {id: miro, name: Miro, owner: ben, status: adopted, technical_owner: anna}
```

## Good

```yaml owners/anna.yaml
id: anna
left: 2025-05-02
```
```yaml experiments/one-page.yaml
id: one-page
status: completed
decision: {outcome: ship, by: anna}
```

What is over stays as it was, and so does who decided, certified or agreed. What
somebody still owns is told by owner-gone, a team that they led by team-without-lead,
and a tool with too few admins left by too-few-admins.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from prodops_cli.catalog.catalog import Mention
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, listing

MOST_IDS = 3
MOST_SHOWN = 12
ENOUGH_ADMINS = 2
PLURALS = {"launch": "launches"}


@rule(Owner, warning)
def check(owner: Owner, context: Context) -> Problems:
    """One finding for each who is gone, on their own document."""
    why = owner.farewell(context.today)
    if not why or not (places := tuple(still(owner, context))):
        return
    where = ", ".join(by_field(places))
    shown = tuple(Related(mention.place, "named here") for mention in places[:MOST_SHOWN])
    heir = context.catalog.get(Owner, owner.successor or owner.merged_into)
    instead = f"`{heir.id}`" if heir and not heir.farewell(context.today) else "who took over"
    message = f"{why} and is still named in {count(len(places), 'place')}: {where}"
    yield Problem(owner.at("id"), f"{message}; write {instead} there, or remove the name", related=shown)


def still(owner: Owner, context: Context) -> Iterator[Mention]:
    """Where somebody is named as if they were there."""
    for mention in context.catalog.mentions(owner):
        is_past = mention.by is owner or not mention.by.is_live_on(context.today) or is_history(mention)
        if not is_past and not is_told(mention, context):
            yield mention


def is_history(mention: Mention) -> bool:
    """Whether it is only said who did something, which stays true."""
    address = mention.reference.address
    if isinstance(mention.by, Launch) and address[0] == "readiness" and isinstance(address[1], int):
        return (mention.by.readiness or ())[address[1]].status in ("done", "not_needed")
    return address[-1] == "by"


def is_told(mention: Mention, context: Context) -> bool:
    """Whether another rule tells it: of what somebody owns or leads, and of admins where too few are left."""
    address = mention.reference.address
    if isinstance(mention.by, Tool) and address[0] == "admins":
        owners = (context.catalog.get(Owner, admin) for admin in {*(mention.by.admins or ())})
        return sum(not (owner and owner.farewell(context.today)) for owner in owners) < ENOUGH_ADMINS
    return address in (("owner",), ("lead",))


def by_field(places: Iterable[Mention]) -> Iterator[str]:
    """`braze and miro (`technical_owner`)`, `4 practices (`participants`)`."""
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for mention in places:
        words = (str(step) for step in mention.reference.address if isinstance(step, str))
        found[mention.by.kind, " ".join(words)][mention.by.id] = None
    for (kind, field), ids in found.items():
        yield f"{listing([*ids]) if len(ids) <= MOST_IDS else count(len(ids), kind, PLURALS.get(kind, ''))} (`{field}`)"


CASES = """
## Bad: many of a kind, parts of documents, a team, an admin among enough

```yaml practices/practices.yaml
- {id: a, name: A, owner: someone, participants: [anna]}
- {id: b, name: B, owner: someone, participants: [anna]}
- {id: c, name: C, owner: someone, participants: [anna]}
- {id: d, name: D, owner: someone, participants: [anna]}
```
```yaml goals/faster.yaml
id: faster
period: 2025-Q2
key_results: [{metric: orders, owner: anna}]
```
```yaml launches/all.yaml
id: all
approvers: [anna]
readiness: [{item: a, owner: anna, status: done}]
```
```yaml owners/anna.yaml
id: anna
#   ^^^^ is no longer active and is still named in 8 places: faster (`key_results owner`), all (`approvers`), ben
#        (`manager`), 4 practices (`participants`), miro (`admins`); write who took over there, or remove the name
active: false
```
```yaml owners/ben.yaml
id: ben
manager: anna
teams: [labs]
```
```yaml owners/labs.yaml
id: labs
#   ^^^^ is part of `web` now and is still named in 1 place: ben (`teams`); write `web` there, or remove the name
type: team
status: merged
merged_into: web
lead: anna
```
```yaml owners/web.yaml
id: web
type: team
lead: anna
```
```yaml tools/miro.yaml
id: miro
admins: [anna, ben, cleo]
```

## Good: owners, too few admins, history, somebody who goes later

```yaml metrics/orders.yaml
id: orders
owner: anna
certified: {by: anna, on: 2025-01-01}
```
```yaml tools/miro.yaml
id: miro
admins: [anna, ben]
technical_owner: cleo
```
```yaml tools/maze.yaml
id: maze
status: retired
technical_owner: anna
```
```yaml owners/anna.yaml
id: anna
left: 2025-05-02
teams: [growth]
```
```yaml owners/cleo.yaml
id: cleo
left: 2025-06-16
```
```yaml owners/old.yaml
id: old
type: team
status: dissolved
members: [anna]
```
```yaml launches/all.yaml
id: all
approvers: [anna]
status: launched
```
"""
