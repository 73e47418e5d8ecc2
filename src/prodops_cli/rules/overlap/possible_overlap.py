"""It can be told whether two experiments meet.

An audience that only another system can read, or a test that does not say when it
starts: nobody can promise that it stays out of the others' way. Nobody can prove that it
doesn't, either; so it is told once, where one can make sure, and names all that it may
meet on a surface.

It is a warning where it depends on dates: nothing says when it starts, or the one before
should have ended and still runs. What depends on the audience is a notice.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout]
start: 2025-06-02
audience: {segment: {opaque: "score(user) > 0.7"}}
#                            ^^^^^^^^^^^^^^^^^^^ only another system knows who this is, so it may meet saved-cards on
#                              checkout; write it as conditions, or accept that in accepted_overlaps
```
```yaml experiments/saved-cards.yaml
id: saved-cards
status: scheduled
surfaces: [checkout]
start: 2025-06-20
audience: {segment: [new]}
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout]
start: 2025-06-02
audience: {segment: {opaque: "score(user) > 0.7"}, country: [FR]}
```
```yaml experiments/saved-cards.yaml
id: saved-cards
status: scheduled
surfaces: [checkout]
start: 2025-06-20
audience: {country: [DE]}
```

## Options

`soon_days`, 28 if nothing is said: so soon a test must start for one that is overdue to
be in its way.
"""

from datetime import timedelta
from typing import assert_never

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.found.doubts import Doubtful
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.overlap.audiences.doubt import MixedKinds, OpaqueText, TooManyBranches
from prodops_cli.overlap.windows.window import NoStart, Overdue
from prodops_cli.phrases import day, listing


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context, *, soon_days: int = 28) -> Problems:
    """Once for each reason, however many may be met."""
    for found in context.encounters.doubtful:
        if isinstance(found.reason, Overdue) and begins_after(found, context, soon_days):
            continue
        yield Problem(
            found.place,
            message(found, context),
            related=tuple(Related(each.at("surfaces"), f'"{each.title}" may be met') for each in found.others),
            severity=found.severity,
            detail=found.others[0].id if isinstance(found.reason, Overdue) else "",
        )


def begins_after(found: Doubtful, context: Context, soon_days: int) -> bool:
    """Whether it starts so late that what is overdue will be over by then."""
    first = found.experiment.first_day(context.settings.zone)
    return first is not None and first > context.today + timedelta(soon_days)


def message(found: Doubtful, context: Context) -> str:
    """Why nobody can tell, whom it may meet, and what to do."""
    meets = f"may meet {listing([each.id for each in found.others])} on {listing(found.surfaces)}"
    match found.reason:
        case OpaqueText():
            to_do = "write it as conditions, or accept that in accepted_overlaps"
            return f"only another system knows who this is, so it {meets}; {to_do}"
        case MixedKinds(attribute, kinds):
            said = listing([f"{kind}s" for kind in kinds])
            return f"`{attribute}` is compared with {said}, so it {meets}; declare its `type` in prodops.yaml"
        case TooManyBranches():
            return f"has too many alternatives to compare, so it {meets}; write fewer in `any_of`"
        case NoStart():
            return f"does not say when it starts, so it {meets}; write its `start`"
        case Overdue(since):
            due = day((since - timedelta(microseconds=1)).astimezone(context.settings.zone).date(), context.today)
            first = found.experiment.first_day(context.settings.zone)
            before = f" before {day(first, context.today)}" if first else ""
            late = listing([each.id for each in found.others])
            return f"{meets}, which should have ended on {due} and still runs; end {late}{before}"
        case _:
            assert_never(found.reason)


CASES = """
## Bad: no start, overdue, types that don't compare

```yaml experiments/a.yaml
id: a
#   ^ does not say when it starts, so it may meet b and c on checkout and home; write its `start`
status: scheduled
surfaces: [checkout, home]
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [checkout]
start: 2025-05-01
end: 2025-06-10
```
```yaml experiments/c.yaml
id: c
status: scheduled
surfaces: [checkout, home]
start: 2025-06-18
#      ^^^^^^^^^^ may meet b on checkout, which should have ended on 10 Jun and still runs; end b before 18 Jun
end: 2025-06-30
```
```yaml experiments/d.yaml
id: d
status: scheduled
surfaces: [search]
audience: {version: {gte: "5.2"}}
start: 2025-06-18
```
```yaml experiments/e.yaml
id: e
status: scheduled
surfaces: [search]
audience: {version: {gte: 2025-01-01}}
^^^^^^^^ `version` is compared with dates and numbers, so it may meet d on search; declare its `type` in prodops.yaml
start: 2025-06-18
```

## Good: a draft without dates, late enough, a slip that is told elsewhere, agreed, backwards, the same expression

```yaml prodops.yaml
attributes: {platform: {values: [web, ios]}, version: {type: version}, x: {}}
```
```yaml experiments/a.yaml
id: a
surfaces: [checkout]
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [checkout]
start: 2025-05-01
end: 2025-06-10
```
```yaml experiments/c.yaml
id: c
status: scheduled
surfaces: [checkout]
start: 2025-07-18
end: 2025-07-30
```
```yaml experiments/d.yaml
id: d
status: scheduled
surfaces: [search]
audience: {platform: [andriod], version: {gte: newest}}
start: 2025-06-18
```
```yaml experiments/e.yaml
id: e
status: scheduled
surfaces: [search]
start: 2025-06-18
audience: {platform: [ios], version: {gte: "5.2"}}
accepted_overlaps: [{experiment: f, reason: small}]
```
```yaml experiments/f.yaml
id: f
status: scheduled
surfaces: [search]
audience: {platform: [ios], x: {opaque: "a > b"}, version: {lt: "5.2"}}
start: 2025-06-18
```
```yaml experiments/g.yaml
id: g
status: scheduled
surfaces: [home]
start: 2025-06-18
end: 2025-06-16
```
```yaml experiments/h.yaml
id: h
status: scheduled
surfaces: [home]
audience: {x: {opaque: "a > b"}}
start: 2025-06-18
```
```yaml experiments/i.yaml
id: i
status: scheduled
surfaces: [home]
audience: {x: {opaque: "a > b"}}
start: 2025-06-18
```
"""
