"""No KPI rests on a draft.

A draft may change its meaning any day, without a word: that is what drafts are for. A
KPI is what people's work is judged by, and a jump in it must not be a jump in
somebody's query. Either the draft is finished, or it is not yet a KPI.

## Bad

```yaml metrics/checkout-rate.yaml
id: checkout-rate
status: active
role: kpi
definition: {numerator: completions, denominator: starts}
#                                                 ^^^^^^ a KPI is calculated from `starts`, a draft; make that active,
#                                                    or use another
```
```yaml metrics/completions.yaml
id: completions
status: active
```
```yaml metrics/starts.yaml
id: starts
status: draft
```

```yaml metrics/trust-score.yaml
id: trust-score
status: draft
#       ^^^^^ a KPI can't be a `draft`; make it active, or give it the role `driver` until then
role: kpi
```

## Good

```yaml metrics/checkout-rate.yaml
id: checkout-rate
status: active
role: kpi
definition: {numerator: completions, denominator: starts}
```
```yaml metrics/completions.yaml
id: completions
status: active
```
```yaml metrics/starts.yaml
id: starts
status: active
```

A north star is a KPI, too.

## Allowing

`# prodops: allow kpi-from-draft until 2025-07-15 -- certified with the next release`.
"""

from prodops_cli.catalog.catalog import references_of
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric

NAMES = {"kpi": "KPI", "north_star": "north star"}


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """Of a KPI that is a draft itself, nobody asks for what it is made of."""
    name = NAMES.get(metric.role or "")
    if name is None or metric.status in ("deprecated", "removed"):
        return
    if metric.status == "draft":
        message = f"a {name} can't be a `draft`; make it active, or give it the role `driver` until then"
        yield Problem(metric.at("status"), message)
        return
    for reference in references_of(metric):
        part = context.catalog.get(Metric, reference.id)
        if reference.address[0] in ("definition", "inputs") and part and part.status == "draft":
            yield Problem(
                metric.at(*reference.address),
                f"a {name} is calculated from `{part.id}`, a draft; make that active, or use another",
                related=(Related(part.at("status"), "said here"),),
            )


CASES = """
## Bad: a north star with inputs

```yaml metrics/a.yaml
id: a
status: active
role: north_star
inputs:
  - b
#   ^ a north star is calculated from `b`, a draft; make that active, or use another
```
```yaml metrics/b.yaml
id: b
```

## Good: no KPI, on its way out, replaced by a draft, nobody knows the input

```yaml metrics/a.yaml
id: a
role: driver
inputs: [b]
```
```yaml metrics/b.yaml
id: b
```
```yaml metrics/c.yaml
id: c
role: kpi
status: deprecated
replaced_by: b
remove_after: 2025-09-01
inputs: [b]
```
```yaml metrics/d.yaml
id: d
role: kpi
status: active
replaced_by: b
inputs: [unknown]
```
"""
