"""An experiment ends after it has begun.

Mostly a year or a month that was copied. While it stands there, nobody can say when
the experiment runs, so nobody is told who is in its way.

## Bad

```yaml experiments/one-page.yaml
id: one-page
start: 2025-12-01
end: 2025-01-14
#    ^^^^^^^^^^ is before the start on 1 Dec; correct one of them
```

## Good

```yaml experiments/one-page.yaml
id: one-page
start: 2025-12-01
end: 2026-01-14
```

A day as an end covers the whole day: an experiment may start and end on one day.
"""

from collections.abc import Iterator
from typing import Literal

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.windows.instant import end_of, instant
from prodops_cli.phrases import day

Start = Literal["start", "actual_start"]
End = Literal["end", "actual_end"]


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """What was planned, and what happened."""
    zone = context.settings.zone
    for start, end in ends(experiment):
        begun, over = getattr(experiment, start), getattr(experiment, end)
        if begun and over and end_of(over, zone) <= instant(begun, zone):
            first = day(instant(begun, zone).astimezone(zone).date(), context.today)
            yield Problem(
                experiment.at(end),
                f"is before the start on {first}; correct one of them",
                related=(Related(experiment.at(start), "the start"),),
            )


def ends(experiment: Experiment) -> Iterator[tuple[Start, End]]:
    """The pairs of a start and an end that belong together."""
    yield "start", "end"
    if experiment.actual_end is not None:
        yield ("actual_start" if experiment.actual_start else "start"), "actual_end"


CASES = """
## Bad: what happened, hours

```yaml experiments/a.yaml
id: a
status: completed
start: 2024-05-01
end: 2024-05-14
actual_end: 2024-04-30
#           ^^^^^^^^^^ is before the start on 1 May 2024; correct one of them
```
```yaml experiments/b.yaml
id: b
start: 2025-07-01T12:00:00+02:00
end: 2025-07-01T10:00:00Z
#    ^^^^^^^^^^^^^^^^^^^^ is before the start on 1 Jul; correct one of them
```

## Good: one day, a start without an end, late

```yaml experiments/a.yaml
id: a
start: 2025-07-01
end: 2025-07-01
```
```yaml experiments/b.yaml
id: b
start: 2025-07-01
```
```yaml experiments/c.yaml
id: c
status: running
start: 2025-05-01
end: 2025-05-14
actual_start: 2025-05-20
```
"""
