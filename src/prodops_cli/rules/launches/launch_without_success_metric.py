"""Each launch says how one sees that it was worth it.

A launch without a number is a success on the day on which the confetti falls. Three
months later nobody knows whether to go on, to improve it or to take it back. The metric
is chosen before, while nobody knows yet which one will look good.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
#   ^^^^^^^^^^ nobody says which metric should get better; name it in `metrics.success`
status: planned
stage: ga
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: planned
stage: ga
metrics: {success: [orders], guardrail: [refunds]}
```
```yaml metrics/metrics.yaml
- {id: orders, name: Orders}
- {id: refunds, name: Refunds}
```

An idea has time. Where something is taken away (`stage: removed`), a guardrail is enough.

## Options

`tiers`: down to which tier of launches (4, all of them).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch


@rule(Launch, warning)
def check(launch: Launch, context: Context, *, tiers: int = 4) -> Problems:
    """From the plan on; a launch without a tier is one of the first."""
    if launch.is_ahead and launch.stage != "idea" and (launch.tier or 1) <= tiers and not is_judged(launch):
        what = "must not get worse; name it in `metrics.guardrail`"
        if launch.stage != "removed":
            what = "should get better; name it in `metrics.success`"
        yield Problem(launch.at("metrics", "success"), f"nobody says which metric {what}")


def is_judged(launch: Launch) -> bool:
    """Whether any number says how it went."""
    if launch.metrics is None:
        return False
    return bool(launch.metrics.success or (launch.stage == "removed" and launch.metrics.guardrail))


CASES = """
## Bad: a guardrail alone, taken away without one

```yaml launches/a.yaml
id: a
metrics: {guardrail: [refunds]}
^^^^^^^ nobody says which metric should get better; name it in `metrics.success`
```
```yaml launches/b.yaml
id: b
#   ^ nobody says which metric must not get worse; name it in `metrics.guardrail`
stage: removed
```

## Good: an idea, put off, out, taken away

```yaml launches/launches.yaml
- {id: a, name: A, stage: idea}
- {id: b, name: B, status: deferred}
- {id: c, name: C, status: launched}
- {id: d, name: D, stage: removed, metrics: {guardrail: [refunds]}}
- {id: e, name: E, actual_date: 2025-06-01}
```
"""
