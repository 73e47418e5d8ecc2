"""One calculation is one metric.

Two metrics with one calculation agree today. Then somebody repairs the filter of one
of them, and the board meeting is about whose number is right. White space, comments
and the case of keywords don't make a query another one.

## Bad

```yaml metrics/orders.yaml
id: orders
status: active
definition:
  language: sql
  expression: select count(*) from orders where paid
source: {dataset: orders}
```
```yaml metrics/paid-orders.yaml
id: paid-orders
status: active
definition:
  language: sql
  expression: |
#             ^ is calculated just like `orders`; keep one of them, and name it in `replaced_by` of the other
    SELECT count(*)  -- the paid ones
    FROM orders
    WHERE paid
source: {dataset: orders}
```

## Good

```yaml metrics/orders.yaml
id: orders
status: active
definition:
  language: sql
  expression: select count(*) from orders where paid
source: {dataset: orders}
```
```yaml metrics/paid-orders.yaml
id: paid-orders
status: deprecated
replaced_by: orders
remove_after: 2025-07-31
definition:
  language: sql
  expression: select count(*) from orders where paid
source: {dataset: orders}
```

Metrics that differ in filter, source, grain, window, entity or aggregation are
different metrics.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Place
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.calculation import Calculation, Frame, calculation, frame
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import listing

TIERS = ("gold", "silver", "bronze")


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each calculation, on the metric that is relied upon least, or was written down last."""
    for metrics in alike(catalog):
        *others, least = sorted(metrics, key=lambda metric: (tier(metric), metric.created or date.min, metric.id))
        yield Problem(
            place(least),
            f"is calculated just like {listing([f'`{other.id}`' for other in others])}; "
            "keep one of them, and name it in `replaced_by` of the other" + ("s" if len(others) > 1 else ""),
            related=tuple(Related(place(other), "the same calculation") for other in others),
        )


def tier(metric: Metric) -> int:
    """How little a metric may be relied upon; one that says nothing of it least."""
    return TIERS.index(metric.tier) if metric.tier else len(TIERS)


def alike(catalog: Catalog) -> Iterator[list[Metric]]:
    """The metrics of each calculation that several have; expressions are compared where all else is equal already."""
    frames: defaultdict[Frame, list[Metric]] = defaultdict(list)
    for metric in catalog.all(Metric):
        is_alive = metric.is_live and metric.status != "deprecated" and catalog.get(Metric, metric.id) is metric
        if is_alive and (found := frame(metric)):
            frames[found].append(metric)
    for metrics in frames.values():
        if len(metrics) > 1:
            calculations: defaultdict[Calculation | None, list[Metric]] = defaultdict(list)
            for metric in metrics:
                calculations[calculation(metric)].append(metric)
            yield from (same for same in calculations.values() if len(same) > 1)


def place(metric: Metric) -> Place:
    """Where a metric's calculation stands."""
    has_expression = metric.definition and metric.definition.expression
    return metric.at("definition", "expression" if has_expression else "numerator")


CASES = """
## Bad: three of a kind, by their parts

```yaml metrics/a.yaml
id: a
definition: {numerator: x, denominator: y}
```
```yaml metrics/b.yaml
id: b
definition: {numerator: x, denominator: y}
```
```yaml metrics/c.yaml
id: c
created: 2024-01-01
definition: {numerator: x, denominator: y}
#                       ^ is calculated just like `a` and `b`; keep one of them, and name it in `replaced_by` of the
#                         others
```

## Bad: the gold one is kept

```yaml metrics/a.yaml
id: a
tier: bronze
created: 2024-01-01
definition: {numerator: x, denominator: y}
#                       ^ is calculated just like `b`; keep one of them, and name it in `replaced_by` of the other
```
```yaml metrics/b.yaml
id: b
tier: gold
created: 2025-01-01
definition: {numerator: x, denominator: y}
```

## Good: another filter, another case of a name, another chart

```yaml metrics/a.yaml
id: a
definition: {language: sql, expression: count(id), filter: paid}
```
```yaml metrics/b.yaml
id: b
definition: {language: sql, expression: count(id), filter: refunded}
```
```yaml metrics/c.yaml
id: c
definition: {language: sql, expression: count(ID), filter: paid}
```
```yaml metrics/d.yaml
id: d
definition: {language: prose, expression: as the chart says}
source: {dashboard: "https://x.example/1"}
```
```yaml metrics/e.yaml
id: e
definition: {language: prose, expression: as the chart says}
source: {dashboard: "https://x.example/2"}
```
"""
