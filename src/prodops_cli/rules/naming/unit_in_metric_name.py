"""Units stand in `unit`, not in a metric's id.

The unit is the first thing that changes: milliseconds become seconds, a market with
another currency comes. The id can't follow, since queries, dashboards and goals hang on
it, and then `load_time_ms` says 2.4.

## Bad

```yaml metrics/load_time_ms.yaml
id: load_time_ms
#   ^^^^^^^^^^^^ `ms` is a unit; write it in `unit`, and leave it out of the id
```

## Good

```yaml metrics/load_time_p50.yaml
id: load_time_p50
unit: ms
```

Words of a vocabulary in prodops.yaml are the house's own, and are let pass. An id that breaks
the pattern of metrics is told by name-breaks-convention.

## Allowing

`# prodops: allow unit-in-metric-name -- the vendor's name` beside the id.
"""

import re

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.metric import Metric
from prodops_cli.models.naming import breaks_pattern

SURE = (
    "ms msec msecs millis milliseconds secs seconds percent pct eur usd gbp chf jpy inr cad aud sek nok dkk pln "
    "euro euros dollars bytes kb mb gb tb kib mib gib"
)
UNIT = re.compile(
    rf".+[-_](?P<unit>{'|'.join(SURE.split())})|.+[-_]in[-_](?P<spoken>days|hours|minutes|weeks|months|cents)"
)


@rule(Metric, notice)
def check(metric: Metric, context: Context) -> Problems:
    """Only the last word counts, and only what can hardly be anything else."""
    found = UNIT.fullmatch(metric.id)
    if not found or not metric.is_live or metric.status == "deprecated":
        return
    unit, settings = found["unit"] or found["spoken"], context.settings
    is_ours = any(unit in words for words in settings.vocabulary.words.values())
    if not is_ours and not breaks_pattern(metric.id, metric.kind, settings):
        where = "currency" if unit.upper() == metric.currency else "unit"
        yield Problem(metric.at("id"), f"`{unit}` is a unit; write it in `{where}`, and leave it out of the id")


CASES = """
## Bad: money, and a unit in words

```yaml metrics/metrics.yaml
- {id: sales_eur, name: a, currency: EUR}
#      ^^^^^^^^^ `eur` is a unit; write it in `currency`, and leave it out of the id
- {id: delivery-in-days, name: b}
#      ^^^^^^^^^^^^^^^^ `days` is a unit; write it in `unit`, and leave it out of the id
```

## Good: an id that breaks its pattern

```yaml prodops.yaml
naming: {metric: "{object}_{measure}"}
vocabulary: {measure: [count]}
```
```yaml metrics/load_ms.yaml
id: load_ms
```

## Good: what is counted, the words of the house, what is going

```yaml prodops.yaml
vocabulary: {measure: [pct]}
```
```yaml metrics/metrics.yaml
- {id: active_days, name: a}
- {id: played_minutes, name: b}
- {id: ms_teams_users, name: c}
- {id: ms, name: d}
- {id: churn_pct, name: e}
- {id: sales_usd, name: f, status: deprecated, reason: x, remove_after: 2025-12-01}
```
"""
