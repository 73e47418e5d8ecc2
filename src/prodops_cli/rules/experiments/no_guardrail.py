"""Every experiment has a guardrail.

A primary metric can be won at the cost of something that nobody looks at: more orders
and more refunds, more sign-ups and a slower page. A guardrail is the promise to look,
made before anybody is happy about a result.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
metrics: {primary: [orders]}
^^^^^^^ names no guardrail; write in `guardrail` what must not get worse, such as latency or refunds
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
metrics: {primary: [orders], guardrail: [refunds]}
```

Drafts, rollouts and holdouts need none.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """Where not even a primary metric is named, that is said first."""
    metrics = experiment.metrics
    if experiment.must_decide and metrics and metrics.primary and not metrics.guardrail:
        what_to_do = "write in `guardrail` what must not get worse, such as latency or refunds"
        yield Problem(experiment.at("metrics", "guardrail"), f"names no guardrail; {what_to_do}")


CASES = """
## Good: no primary metric either, a draft, one that is over

```yaml experiments/a.yaml
id: a
status: running
```
```yaml experiments/b.yaml
id: b
metrics: {primary: [orders]}
```
```yaml experiments/c.yaml
id: c
status: completed
metrics: {primary: [orders]}
```
"""
