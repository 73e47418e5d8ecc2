"""A place is treated by one experiment at a time.

A switchback or a synthetic control gives a change to all of a region. Two of them in one
region change it twice, and there are no users left who saw only one of the changes. The
places with which a region is compared must stay as they are, too, and so must the region
itself while one learns how it does without (the `pre_period`).

It is told where both change one surface, or are decided by one metric: as an error where
both are to run, as a warning where one of them is a draft. The days of `burn_out` and
`cooldown` count.

## Bad

```yaml experiments/pooling.yaml
id: pooling
type: switchback
status: running
surfaces: [dispatch]
switchback: {geo_type: country, clusters: [{id: west, units: [FR, BE]}]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/batching.yaml
id: batching
type: switchback
status: scheduled
surfaces: [dispatch]
switchback: {geo_type: country, clusters: [{id: all, units: [FR, DE]}]}
start: 2025-06-23
#      ^^^^^^^^^^ treats FR from 23 to 29 Jun (7 days), as pooling does, and both change dispatch
end: 2025-07-20
```

## Good

```yaml experiments/pooling.yaml
id: pooling
type: switchback
status: running
surfaces: [dispatch]
switchback: {geo_type: country, clusters: [{id: west, units: [FR, BE]}]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/batching.yaml
id: batching
type: switchback
status: scheduled
surfaces: [dispatch]
switchback: {geo_type: country, clusters: [{id: all, units: [DE, AT]}]}
start: 2025-06-23
end: 2025-07-20
```

## Bad: treated, and compared with itself

```yaml experiments/posters.yaml
id: posters
type: synthetic_control
synthetic_control: {geo_type: country, treatment_units: [FR], donor_pool: [FR, DE]}
^^^^^^^^^^^^^^^^^ treats FR, and compares with it what it treats; take it out of one of the two lists
```
"""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.found.units import PlaceClash
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.overlap.unit_clash import contradictions
from prodops_cli.phrases import listing


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """A pair stands on the one that starts later; what contradicts itself, where it does."""
    yield from with_itself(context)
    for met in context.encounters.places:
        if met.are_both_about_places:
            yield Problem(
                met.place,
                f"{what(met)}, and {met.in_common}",
                related=met.related,
                notes=(met.example,),
                help=(met.remedy,),
                severity=met.severity,
                detail=met.earlier.id,
            )


def with_itself(context: Context) -> Iterator[Problem]:
    """Designs that treat what they compare with."""
    trials = context.encounters.trials
    for id, trial in trials.live.items():
        if trial.places and (both := contradictions(trial.places, trials.attributes)):
            it = "it" if len(both) == 1 else "them"
            said = f"treats {listing(both)}, and compares with {it} what it treats"
            message = f"{said}; take {it} out of one of the two lists"
            yield Problem(trials.experiments[id].at("synthetic_control", part="key"), message)


def what(met: PlaceClash) -> str:
    """What the later one does to the earlier one, or the other way round."""
    places, is_mine = listing(met.clash.places), met.clash.by == met.later.id
    other = met.earlier.id
    match met.clash.why, is_mine:
        case "treated", _:
            return f"treats {places} {met.when}, as {other} does"
        case "compared", True:
            return f"treats {places} {met.when}, with which {other} compares its own places"
        case "compared", False:
            return f"compares its places with {places}, which {other} treats {met.when}"
        case _, True:
            return f"treats {places} {met.when}, while {other} learns how it does without"
        case _:
            return f"learns how {places} does without, while {other} treats it {met.when}"


CASES = """
## Bad: a donor, a pre-period, by a metric, a place in another one, a draft

```yaml prodops.yaml
attributes: {country: {parents: {FR-75: FR}}}
```
```yaml experiments/a.yaml
id: a
type: synthetic_control
status: running
metrics: {primary: [visitors]}
synthetic_control: {geo_type: country, treatment_units: [DE], donor_pool: [FR]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/b.yaml
id: b
type: switchback
status: scheduled
metrics: {primary: [visitors]}
switchback: {geo_type: country, clusters: [{id: x, units: [FR-75]}]}
start: 2025-06-23
#      ^^^^^^^^^^ treats FR-75 from 23 to 29 Jun (7 days), with which a compares its own places,
#        and both are decided by visitors
end: 2025-07-02
```
```yaml experiments/c.yaml
id: c
type: synthetic_control
status: draft
surfaces: [x]
synthetic_control:
  geo_type: country
  treatment_units: [IT]
  pre_period: {start: 2025-06-10, end: 2025-07-09}
start: 2025-07-10
#      ^^^^^^^^^^ learns how IT does without, while d treats it from 15 to 20 Jun (6 days), and both change x
end: 2025-08-02
```
```yaml experiments/d.yaml
id: d
type: switchback
status: running
surfaces: [x]
switchback: {geo_type: country, clusters: [{id: x, units: [IT]}]}
start: 2025-06-12
end: 2025-06-20
```
```yaml experiments/e.yaml
id: e
type: synthetic_control
status: running
surfaces: [y]
synthetic_control: {geo_type: country, treatment_units: [ES], donor_pool: [PT]}
start: 2025-06-20
#      ^^^^^^^^^^ compares its places with PT, which f treats from 20 to 29 Jun (10 days), and both change y
```
```yaml experiments/f.yaml
id: f
type: switchback
status: running
surfaces: [y]
switchback: {geo_type: country, clusters: [{id: x, units: [PT]}]}
start: 2025-06-12
end: 2025-06-29
```
```yaml experiments/g.yaml
id: g
type: synthetic_control
status: running
surfaces: [z]
synthetic_control:
  geo_type: country
  treatment_units: [SE]
  pre_period: {start: 2025-06-10, end: 2025-07-09}
start: 2025-06-16
```
```yaml experiments/h.yaml
id: h
type: switchback
status: running
surfaces: [z]
switchback: {geo_type: country, clusters: [{id: x, units: [SE]}]}
start: 2025-06-17
#      ^^^^^^^^^^ treats SE on 17 Jun, as g does, and both change z
end: 2025-06-17
```

## Good: other surfaces and metrics, agreed, over

```yaml experiments/a.yaml
id: a
type: switchback
status: running
surfaces: [x]
metrics: {primary: [orders]}
switchback: {geo_type: country, clusters: [{id: x, units: [IT]}]}
start: 2025-06-12
```
```yaml experiments/b.yaml
id: b
type: switchback
status: running
surfaces: [y]
metrics: {primary: [visitors], guardrail: [orders]}
switchback: {geo_type: country, clusters: [{id: x, units: [IT]}]}
start: 2025-06-12
```
```yaml experiments/c.yaml
id: c
type: switchback
status: running
surfaces: [x]
switchback: {geo_type: country, clusters: [{id: x, units: [IT]}]}
start: 2025-06-12
accepted_overlaps: [{experiment: a, reason: small}]
```
```yaml experiments/d.yaml
id: d
type: switchback
status: completed
surfaces: [x]
switchback: {geo_type: country, clusters: [{id: x, units: [IT]}]}
start: 2025-05-12
end: 2025-06-13
```
"""
