"""What a launch depends on goes out first.

The team of the second launch moves its day, and the team of the first one, which
builds on it, hears of it in the week before. Both files were right; only together they
were not.

## Bad

```yaml launches/peak-readiness.yaml
id: peak-readiness
target_date: 2025-08-04
depends_on: [new-search]
#            ^^^^^^^^^^ `new-search` goes out on 1 Sep, and this one on 4 Aug; move one of them, or do without it
```
```yaml launches/new-search.yaml
id: new-search
target_date: 2025-09-01
```

## Good

```yaml launches/peak-readiness.yaml
id: peak-readiness
target_date: 2025-08-04
depends_on: [new-search]
```
```yaml launches/new-search.yaml
id: new-search
target_date: 2025-07-28
```

So it is where the first one was put off or cancelled. Two on one day come in their order.
"""

from datetime import date

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day


@rule(Launch, warning)
def check(launch: Launch, context: Context) -> Problems:
    """At the name of what must come first."""
    if not launch.is_ahead:
        return
    for index, id in enumerate(launch.depends_on or ()):
        first = context.catalog.get(Launch, id)
        if first and (obstacle := in_the_way(launch, first, context.today)):
            key = "status" if first.is_off else "target_date"
            yield Problem(
                launch.at("depends_on", index),
                obstacle,
                related=(Related(first.at(key), "said here"),),
                detail=id,
            )


def in_the_way(launch: Launch, first: Launch, today: date) -> str:
    """Why a launch can't wait for another; empty where it can."""
    if first.is_off:
        how = "put off" if first.status == "deferred" else "cancelled"
        return f"`{first.id}` was {how}; do without it, or put this one off as well"
    if first.is_ahead and launch.target_date and first.target_date and first.target_date > launch.target_date:
        dates = f"{day(first.target_date, today)}, and this one on {day(launch.target_date, today)}"
        return f"`{first.id}` goes out on {dates}; move one of them, or do without it"
    return ""


CASES = """
## Bad: put off, cancelled

```yaml launches/launches.yaml
- {id: a, name: A, depends_on: [b, c]}
#                               ^ `b` was put off; do without it, or put this one off as well
#                                  ^ `c` was cancelled; do without it, or put this one off as well
- {id: b, name: B, status: deferred, target_date: 2025-01-01}
- {id: c, name: C, status: cancelled}
```

## Good: on one day, out, without a day, unknown, out itself, put off itself

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-08-01, depends_on: [b, c, d, nobody-knows]}
- {id: b, name: B, target_date: 2025-08-01}
- {id: c, name: C, target_date: 2025-09-01, actual_date: 2025-06-01, status: launched}
- {id: d, name: D}
- {id: e, name: E, status: launched, actual_date: 2025-06-01, depends_on: [g]}
- {id: f, name: F, status: deferred, depends_on: [g]}
- {id: g, name: G, status: cancelled}
```
"""
