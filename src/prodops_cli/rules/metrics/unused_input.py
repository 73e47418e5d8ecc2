"""Every input is used in the calculation.

Inputs are how people see what a change would break. One that the formula no longer
names warns for nothing, and blocks the removal of a metric that nobody needs; or it
is the formula that forgot it, and the number is wrong.

## Bad

```yaml metrics/net_revenue.yaml
id: net_revenue
definition: {language: formula, expression: gross_revenue - fees}
inputs: [gross_revenue, fees, refunds]
#                             ^^^^^^^ the calculation does not use `refunds`; remove it here, or put it into the
#                                expression
```
```yaml metrics/metrics.yaml
- {id: gross_revenue, name: a}
- {id: fees, name: b}
- {id: refunds, name: c}
```

## Good

```yaml metrics/net_revenue.yaml
id: net_revenue
definition: {language: formula, expression: gross_revenue - fees - refunds}
inputs: [gross_revenue, fees, refunds]
```

An expression that names none of its inputs is written in other words, such as those of
tables, and is left alone; so is prose.
"""

import re

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric


@rule(Metric, warning)
def check(metric: Metric, context: Context) -> Problems:
    """An input may be named by its aliases as well."""
    how, inputs = metric.definition, metric.inputs or ()
    if how is None or not how.expression or how.language == "prose" or metric.status in ("deprecated", "removed"):
        return
    text = f"{how.expression}\n{how.filter or ''}"
    parts = {part for part in (how.numerator, how.denominator) if part}
    used = parts | {id for id in inputs if is_named(id, text, context)}
    if used:
        for index, id in enumerate(inputs):
            if id not in used:
                message = f"the calculation does not use `{id}`; remove it here, or put it into the expression"
                yield Problem(metric.at("inputs", index), message)


def is_named(id: str, text: str, context: Context) -> bool:
    """Whether a text names a metric, with whatever sign or space between the words of its name."""
    metric = context.catalog.get(Metric, id)
    names = (id, *((metric.aliases or ()) if metric else ()))
    return any(re.search(rf"(?<!\w){pattern(name)}(?!\w)", text, re.IGNORECASE) for name in names)


def pattern(name: str) -> str:
    """A name's words, divided by anything that divides words."""
    return "[-_ ]".join(map(re.escape, re.split("[-_]", name)))


CASES = """
## Bad: parts are used by being parts, whatever the expression says

```yaml metrics/a.yaml
id: a
definition: {language: formula, expression: x / y, numerator: b, denominator: c}
inputs: [b, d]
#           ^ the calculation does not use `d`; remove it here, or put it into the expression
```

## Good: other words, prose, an alias, another sign, a filter, no expression, deprecated

```yaml metrics/a.yaml
id: a
definition: {language: sql, expression: select count(*) from orders}
inputs: [b, c]
```
```yaml metrics/b.yaml
id: b
definition: {language: prose, expression: b without what c says}
inputs: [b, d]
```
```yaml metrics/c.yaml
id: c
aliases: [mrr]
definition: {language: formula, expression: MRR + d_one, filter: e > 0}
inputs: [c, d-one, e]
```
```yaml metrics/d.yaml
id: d
inputs: [b]
```
```yaml metrics/e.yaml
id: e
status: deprecated
reason: nobody asks
remove_after: 2025-09-01
definition: {language: formula, expression: b}
inputs: [b, c]
```
"""
