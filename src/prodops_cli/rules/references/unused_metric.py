"""A metric is there because somebody uses it.

Each active metric is paid for: it is calculated every night, somebody reviews it, and
whoever looks for the right one reads past it. What serves no experiment, no goal and no
chart was mostly made for a question that is long answered.

A metric is used that another document names, that has a `role`, a `target` or a
dashboard, or that somebody certified. A new one has 90 days (the option `days`), counted
from `created`, to find its use.

## Bad

```yaml metrics/orders_by_fax.yaml
id: orders_by_fax
#   ^^^^^^^^^^^^^ nothing uses this metric; write its `role` or its `source.dashboard`, or deprecate it
status: active
definition: {expression: Orders that came by fax.}
```

## Good

```yaml metrics/orders_by_fax.yaml
id: orders_by_fax
status: active
definition: {expression: Orders that came by fax.}
source: {dashboard: "https://charts.example.com/17"}
```

## Allowing

`# prodops: allow unused-metric -- the auditors ask for it in spring` beside the id.
"""

from datetime import timedelta

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.metric import Metric


@rule(Metric, notice)
def check(metric: Metric, context: Context, *, days: int = 90) -> Problems:
    """Drafts are not yet used, and what is broken or deprecated has other worries."""
    is_new = metric.created is not None and context.today - metric.created < timedelta(days)
    if metric.status == "active" and not is_new and not says_its_use(metric) and not is_named(metric, context.catalog):
        action = "write its `role` or its `source.dashboard`, or deprecate it"
        yield Problem(metric.at("id"), f"nothing uses this metric; {action}")


def says_its_use(metric: Metric) -> bool:
    """Whether its own document says what it is for."""
    dashboard = metric.source and metric.source.dashboard
    return bool(metric.role or metric.target or dashboard or metric.certified)


def is_named(metric: Metric, catalog: Catalog) -> bool:
    """Whether another document names it, other than as the successor of what is gone."""
    return any(
        mention.by is not metric and mention.reference.address != ("replaced_by",)
        for mention in catalog.mentions(metric)
    )


CASES = """
## Bad: not new any more, and named only by itself and by what it replaced

```yaml metrics/metrics.yaml
- {id: a, name: a, status: active, created: 2025-03-01, inputs: [a]}
#      ^ nothing uses this metric; write its `role` or its `source.dashboard`, or deprecate it
- {id: b, name: b, status: removed, replaced_by: a}
```

## Good: named, new, a draft, or says what it is for

```yaml metrics/metrics.yaml
- {id: a, name: a, status: active}
- {id: b, name: b, status: active, role: driver, inputs: [a]}
- {id: c, name: c, status: active, created: 2025-06-01}
- {id: d, name: d, status: draft}
- {id: e, name: e, status: active, target: {value: 1}}
- {id: f, name: f, status: active}
- {id: g, name: g}
```
```yaml experiments/old.yaml
id: old
status: completed
metrics: {secondary: [f]}
```
"""
