"""Who shares a primary metric knows it.

Two tests on different pages, assigned independently, rarely spoil each other's result,
and waiting for each other would cost more than it saves. But where one of them moves
the metric a lot, the other's uplift is measured on other users than were planned for,
and both teams will claim the same success. So it is a notice, once for each metric.

It counts who is scheduled, runs or is paused, and really meets another one: on common
days, with common users. Two on one surface are reported as such, and not again here.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout]
metrics: {primary: [orders]}
start: 2025-06-02
```
```yaml experiments/welcome.yaml
id: welcome
status: scheduled
surfaces: [messaging]
metrics: {primary: [{metric: orders, mde: 2%}]}
start: 2025-06-20
```
```yaml metrics/orders.yaml
id: orders
#   ^^^^^^ 2 tests read orders: one-page and welcome
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout]
metrics: {primary: [orders]}
start: 2025-06-02
audience: {country: [FR]}
```
```yaml experiments/welcome.yaml
id: welcome
status: scheduled
surfaces: [messaging]
metrics: {primary: [orders]}
start: 2025-06-20
audience: {country: [DE]}
```
```yaml metrics/orders.yaml
id: orders
```

## Allowing

In one of the experiments: `accepted_overlaps: [{experiment: welcome, reason: "…"}]`
takes the two of them out.
"""

from collections.abc import Iterator

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, listing


@rule(Metric, notice)
def check(metric: Metric, context: Context) -> Problems:
    """One notice for each metric, whoever reads it."""
    if context.catalog.get(Metric, metric.id) is not metric:
        return
    if readers := context.encounters.readers.get(metric.id):
        yield Problem(
            metric.at("id"),
            f"{count(len(readers), 'test')} read {metric.id}: {listing([each.id for each in readers])}",
            related=tuple(related(readers, metric)),
            help=("look at their results together, or agree in accepted_overlaps that they do no harm",),
        )


def related(readers: tuple[Experiment, ...], metric: Metric) -> Iterator[Related]:
    """Where each experiment says that the metric decides it."""
    for reader in readers:
        index = list(reader.judged_by("primary")).index(metric.id)
        yield Related(reader.at("metrics", "primary", index, "metric"), f'decides "{reader.title}"')


CASES = """
## Good: agreed, on one surface, in drafts, over before the other begins

```yaml experiments/a.yaml
id: a
status: running
surfaces: [checkout]
metrics: {primary: [orders]}
start: 2025-06-02
end: 2025-06-20
accepted_overlaps: [{experiment: b, reason: independent}]
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [search]
metrics: {primary: [orders]}
start: 2025-06-02
end: 2025-06-20
```
```yaml experiments/c.yaml
id: c
status: scheduled
surfaces: [search.results]
metrics: {primary: [orders]}
start: 2025-06-21
end: 2025-06-30
```
```yaml experiments/d.yaml
id: d
status: draft
surfaces: [home]
metrics: {primary: [orders]}
start: 2025-06-02
```
```yaml experiments/e.yaml
id: e
status: scheduled
surfaces: [search]
metrics: {primary: [orders]}
start: 2025-06-30
```
```yaml metrics/orders.yaml
id: orders
```

## Bad: of four, three

```yaml experiments/a.yaml
id: a
status: running
metrics: {primary: [orders]}
start: 2025-06-02
```
```yaml experiments/b.yaml
id: b
status: running
metrics: {primary: [orders]}
start: 2025-06-02
```
```yaml experiments/c.yaml
id: c
status: paused
metrics: {primary: [sales, orders]}
start: 2025-06-02
```
```yaml experiments/d.yaml
id: d
type: rollout
status: running
metrics: {primary: [orders]}
start: 2025-06-02
```
```yaml metrics/orders.yaml
id: orders
#   ^^^^^^ 3 tests read orders: a, b and c
```
"""
