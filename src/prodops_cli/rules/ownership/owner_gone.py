"""The owner of what is in use is there.

When somebody leaves, their metrics go on being read and their tools go on renewing
themselves, and the question "may we change this?" has nobody who answers it. It is
cheap to hand things over in the week of the farewell, and a search through old
messages a year later.

The fix hands over to the `successor`, else to the lead of a team of theirs; a team
that was merged hands over to the team that it became part of. What is over
(completed experiments, removed metrics, …) stays as it was.

## Bad

```yaml metrics/orders.yaml
id: orders
owner: anna
#      ^^^^ `anna` left on 2 May; hand it over to `ben`, the successor
```
```yaml owners/anna.yaml
id: anna
left: 2025-05-02
successor: ben
```
```yaml owners/ben.yaml
id: ben
```

## Fixed

```yaml metrics/orders.yaml
id: orders
owner: ben
```

## Allowing

`# prodops: allow owner-gone until 2025-08-01 -- the new lead starts in July` beside
the owner.
"""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Fix, Problem, Problems, Related, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner


@rule(Owned, error)
def check(entity: Owned, context: Context) -> Problems:
    """One finding for each thing that somebody must take over."""
    owner = context.catalog.get(Owner, entity.owner)
    if owner is None or not entity.is_live_on(context.today) or not (why := owner.farewell(context.today)):
        return
    place, related = entity.at("owner"), Related(owner.at("id"), "said here")
    heir, role = next(heirs(owner, context), (None, ""))
    if heir is None:
        yield Problem(place, f"`{owner.id}` {why}; name somebody who can answer for it", related=(related,))
        return
    fix = Fix(f"hand over to `{heir.id}`", (Replace(place.source, place.span, heir.id),), safe=False)
    message = f"`{owner.id}` {why}; hand it over to `{heir.id}`, {role}"
    yield Problem(place, message, related=(related,), fix=fix)


def heirs(owner: Owner, context: Context) -> Iterator[tuple[Owner, str]]:
    """Who could take over and is still there, the likeliest first, with what they are."""
    catalog = context.catalog
    candidates = [(heir, "the successor") for heir in succession(owner, catalog)]
    candidates += [(lead, f"who leads {team.id}") for team in teams(owner, catalog) if (lead := lead_of(team, catalog))]
    yield from ((heir, role) for heir, role in candidates if not heir.farewell(context.today) and heir is not owner)


def succession(owner: Owner, catalog: Catalog) -> Iterator[Owner]:
    """Successors and their successors, each once; the teams that a team became part of."""
    seen = {owner.id}
    heir = catalog.get(Owner, owner.successor or owner.merged_into)
    while heir is not None and heir.id not in seen:
        seen.add(heir.id)
        yield heir
        heir = catalog.get(Owner, heir.successor or heir.merged_into)


def teams(owner: Owner, catalog: Catalog) -> Iterator[Owner]:
    """The teams of a person, said by either; the team that a team belongs to."""
    ids = [*(owner.teams or ()), *filter(None, [owner.parent])]
    yield from filter(None, (catalog.get(Owner, id) for id in ids))
    for mention in catalog.mentions(owner):
        if isinstance(mention.by, Owner) and mention.reference.address[0] == "members":
            yield mention.by


def lead_of(team: Owner, catalog: Catalog) -> Owner | None:
    """Who leads a team."""
    return catalog.get(Owner, team.lead)


CASES = """
## Bad: nobody to hand over to, and no day

```yaml tools/miro.yaml
id: miro
owner: anna
#      ^^^^ `anna` is no longer active; name somebody who can answer for it
```
```yaml owners/anna.yaml
id: anna
active: false
successor: ben
teams: [growth]
```
```yaml owners/ben.yaml
id: ben
left: 2024-12-31
successor: anna
```
```yaml owners/growth.yaml
id: growth
type: team
lead: anna
```

## Bad: a team's lead

```yaml goals/faster.yaml
id: faster
period: 2025-Q3
owner: anna
#      ^^^^ `anna` left on 31 Dec 2024; hand it over to `cleo`, who leads growth
```
```yaml owners/anna.yaml
id: anna
left: 2024-12-31
```
```yaml owners/growth.yaml
id: growth
type: team
lead: cleo
members: [anna, cleo]
```
```yaml owners/cleo.yaml
id: cleo
```

## Bad: teams

```yaml layers/web.yaml
id: web
owner: payments
#      ^^^^^^^^ `payments` is part of `checkout` now; hand it over to `checkout`, the successor
```
```yaml layers/app.yaml
id: app
owner: labs
#      ^^^^ `labs` is dissolved; name somebody who can answer for it
```
```yaml owners/payments.yaml
id: payments
type: team
status: merged
merged_into: checkout
```
```yaml owners/checkout.yaml
id: checkout
type: team
```
```yaml owners/labs.yaml
id: labs
type: team
status: dissolved
```

## Good: what is over, and who has not left yet

```yaml experiments/one-page.yaml
id: one-page
owner: anna
status: completed
```
```yaml goals/faster.yaml
id: faster
period: 2025-Q1
owner: anna
status: active
```
```yaml metrics/orders.yaml
id: orders
owner: ben
```
```yaml owners/anna.yaml
id: anna
left: 2025-05-02
```
```yaml owners/ben.yaml
id: ben
left: 2025-06-16
```
"""
