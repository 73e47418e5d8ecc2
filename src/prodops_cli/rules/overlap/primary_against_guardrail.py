"""What one test must move, another test must not find harmed by it.

Where a metric decides one test and guards another with the same users, the first one
moves it on purpose. The second may stop for a harm that it didn't do, or miss one that
the first made up for. So it is a notice, once for each metric, with all that it decides
and all that it guards meanwhile.

It counts who is scheduled, runs or is paused, and really meets: on common days, with
common users. Two on one surface are reported as such, and not again here.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout]
metrics: {primary: [refunds]}
start: 2025-06-02
```
```yaml experiments/welcome.yaml
id: welcome
status: scheduled
surfaces: [messaging]
metrics: {primary: [orders], guardrail: [refunds]}
start: 2025-06-20
```
```yaml metrics/refunds.yaml
id: refunds
#   ^^^^^^^ decides one-page and guards welcome, with the same users
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout]
metrics: {primary: [refunds]}
start: 2025-06-02
audience: {country: [FR]}
```
```yaml experiments/welcome.yaml
id: welcome
status: scheduled
surfaces: [messaging]
metrics: {primary: [orders], guardrail: [refunds]}
start: 2025-06-20
audience: {country: [DE]}
```
```yaml metrics/refunds.yaml
id: refunds
```

## Allowing

In one of the experiments: `accepted_overlaps: [{experiment: welcome, reason: "…"}]`
takes the two of them out.
"""

from collections.abc import Iterator

from prodops_cli.encounters.found.readers import Watch
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import listing


@rule(Metric, notice)
def check(metric: Metric, context: Context) -> Problems:
    """One notice for each metric, however many look at it."""
    if context.catalog.get(Metric, metric.id) is not metric:
        return
    if watch := context.encounters.watched.get(metric.id):
        decided, guarded = (listing([each.id for each in side]) for side in (watch.decided, watch.guarded))
        yield Problem(
            metric.at("id"),
            f"decides {decided} and guards {guarded}, with the same users",
            related=tuple(related(watch, metric)),
            help=("look at the guardrail with and without the other test, or agree in accepted_overlaps",),
        )


def related(watch: Watch, metric: Metric) -> Iterator[Related]:
    """Where each experiment says so."""
    for role, verb, side in (("primary", "decides", watch.decided), ("guardrail", "guards", watch.guarded)):
        for each in side:
            index = next(index for said, index, id in each.uses() if said == role and id == metric.id)
            yield Related(each.at("metrics", role, index, "metric"), f'{verb} "{each.title}"')


CASES = """
## Good: one's own, on one surface, agreed, a draft, not at one time

```yaml experiments/a.yaml
id: a
status: running
surfaces: [checkout]
metrics: {primary: [refunds], guardrail: [refunds]}
start: 2025-06-02
end: 2025-06-30
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [checkout.payment]
metrics: {guardrail: [refunds]}
start: 2025-06-02
```
```yaml experiments/c.yaml
id: c
status: running
surfaces: [home]
metrics: {guardrail: [refunds]}
accepted_overlaps: [{experiment: a, reason: small}]
start: 2025-06-02
```
```yaml experiments/d.yaml
id: d
surfaces: [home]
metrics: {guardrail: [refunds]}
start: 2025-06-02
```
```yaml experiments/e.yaml
id: e
status: scheduled
surfaces: [home]
metrics: {guardrail: [refunds]}
start: 2025-07-01
```
```yaml metrics/refunds.yaml
id: refunds
```

## Bad: one decided before, two guarded

```yaml experiments/a.yaml
id: a
status: scheduled
metrics: {primary: [refunds]}
start: 2025-07-02
```
```yaml experiments/b.yaml
id: b
status: running
metrics: {guardrail: [orders, refunds]}
start: 2025-06-02
```
```yaml experiments/c.yaml
id: c
status: paused
metrics: {guardrail: [refunds]}
start: 2025-06-02
```
```yaml metrics/refunds.yaml
id: refunds
#   ^^^^^^^ decides a and guards b and c, with the same users
```
"""
