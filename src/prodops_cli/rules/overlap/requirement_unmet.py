"""Somebody can meet each requirement.

`requires` says that only users of the other experiment take part. Where the two never
run on one day, or ask for different users, nobody can take part at all, and the test
waits for weeks for its first one.

## Bad

```yaml experiments/welcome.yaml
id: welcome
status: running
start: 2025-06-02
end: 2025-06-22
```
```yaml experiments/second-message.yaml
id: second-message
status: scheduled
start: 2025-06-23
end: 2025-07-06
requires: [welcome]
#          ^^^^^^^ `welcome` ends before this one starts, so nobody can take part; move one of them, or remove it here
```

## Good

```yaml experiments/welcome.yaml
id: welcome
status: running
start: 2025-06-02
end: 2025-06-22
```
```yaml experiments/second-message.yaml
id: second-message
status: scheduled
start: 2025-06-16
end: 2025-07-06
requires: [welcome]
```
"""

from prodops_cli.encounters.needs import needs
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.collide import Disjoint
from prodops_cli.overlap.requirement import unmet
from prodops_cli.phrases import listing


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Only what is proved: without dates, nobody can tell."""
    if not experiment.is_live or not experiment.requires:
        return
    for index, id in enumerate(experiment.requires):
        required = context.catalog.get(Experiment, id)
        if required is None or required is experiment:
            continue
        if why := why_unmet(experiment, required, context):
            yield Problem(experiment.at("requires", index), f"`{id}` {why}, or remove it here", detail=id)
    yield from further(experiment, context)


def further(experiment: Experiment, context: Context) -> Problems:
    """What is wrong with requirements of requirements, and with two of them together; circles are told elsewhere."""
    trials = context.encounters.trials
    needed, direct = needs(experiment, trials), experiment.requires or ()
    for each in unmet(needed[experiment.id], needed, trials.attributes):
        if each.one != experiment.id or each.other not in direct:
            both = ["this one" if id == experiment.id else f"`{id}`" for id in (each.one, each.other)]
            why = f"nobody can be in {listing(both)} at once, as all of its users must be; remove what asks for it"
            yield Problem(experiment.at("requires"), why, detail=f"{each.one} {each.other}")


def why_unmet(experiment: Experiment, required: Experiment, context: Context) -> str:
    """What keeps its users away, and what to do; empty where nothing surely does."""
    if required.status == "cancelled":
        return "was cancelled, so nobody can take part; require another one"
    met = context.encounters.trials.compare(experiment, required)
    if not isinstance(met, Disjoint):
        return ""
    dimension = met.by[0].partition(".")[0]
    if dimension == "time":
        order = context.encounters.trials.order(experiment, required)
        return f"{order}, so nobody can take part; move one of them"
    return WHY[dimension]


WHY = {
    "exclusion": "is excluded as well, by one side or the other, so nobody can take part; decide for one of the two",
    "holdout": "is the holdout of the other, so nobody can take part; decide for one of the two",
    "layer": "is kept apart from this one by their layer, so nobody can take part; take one of them out of it",
    "geo": "is in other places, so nobody can take part; correct the places of one",
    "buckets": "has other buckets of the layer, so nobody can take part; give it the same ones",
    "audience": "asks for other users, so nobody can take part; correct one audience",
}


CASES = """
## Bad: it starts after the end, other users, other buckets, excluded, cancelled

```yaml experiments/a.yaml
id: a
status: scheduled
start: 2025-06-20
end: 2025-06-30
audience: {country: [FR]}
layer: {id: checkout, buckets: [[0, 10]]}
excludes: [d]
requires:
  - b
#   ^ `b` starts after this one has ended, so nobody can take part; move one of them, or remove it here
  - c
#   ^ `c` asks for other users, so nobody can take part; correct one audience, or remove it here
  - d
#   ^ `d` is excluded as well, by one side or the other, so nobody can take part; decide for one of the two,
#     or remove it here
  - e
#   ^ `e` has other buckets of the layer, so nobody can take part; give it the same ones, or remove it here
  - f
#   ^ `f` was cancelled, so nobody can take part; require another one, or remove it here
  - g
#   ^ `g` ends before this one starts, so nobody can take part; move one of them, or remove it here
```
```yaml experiments/b.yaml
id: b
status: scheduled
start: 2025-07-01
```
```yaml experiments/c.yaml
id: c
status: running
start: 2025-06-01
audience: {country: [DE]}
```
```yaml experiments/d.yaml
id: d
status: running
start: 2025-06-01
```
```yaml experiments/e.yaml
id: e
status: running
start: 2025-06-01
layer: {id: checkout, buckets: [[10, 20]]}
```
```yaml experiments/f.yaml
id: f
status: cancelled
start: 2025-06-01
```
```yaml experiments/g.yaml
id: g
status: completed
start: 2025-06-01
end: 2025-06-10
```

## Bad: two that can't meet, and one that is required by another; a circle is told by reference-cycle

```yaml experiments/a.yaml
id: a
status: scheduled
start: 2025-06-20
end: 2025-06-30
requires: [b]
```
```yaml experiments/b.yaml
id: b
status: scheduled
start: 2025-06-20
end: 2025-06-30
requires: [a]
```
```yaml experiments/c.yaml
id: c
status: scheduled
start: 2025-06-20
end: 2025-06-30
requires: [d, e]
#         ^^^^^^ nobody can be in `d` and `e` at once, as all of its users must be; remove what asks for it
```
```yaml experiments/d.yaml
id: d
status: scheduled
start: 2025-06-20
end: 2025-06-30
audience: {country: [FR]}
```
```yaml experiments/e.yaml
id: e
status: scheduled
start: 2025-06-20
end: 2025-06-30
audience: {country: [DE]}
```
```yaml experiments/f.yaml
id: f
status: scheduled
start: 2025-06-20
end: 2025-06-30
audience: {country: [DE]}
requires: [g]
#         ^^^ nobody can be in this one and `d` at once, as all of its users must be; remove what asks for it
```
```yaml experiments/g.yaml
id: g
status: scheduled
start: 2025-06-20
end: 2025-06-30
requires: [d]
```

## Good: no dates, nobody knows it, over

```yaml experiments/a.yaml
id: a
requires: [b, c]
```
```yaml experiments/b.yaml
id: b
status: running
start: 2025-06-01
end: 2025-06-30
```
```yaml experiments/d.yaml
id: d
status: completed
start: 2025-05-01
end: 2025-05-10
requires: [b]
```
"""
