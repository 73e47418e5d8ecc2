"""Somebody looks at what customers say.

A list of feedback that nobody reads is worse than none: customers were asked, took the
time to answer, and it lies there. Two weeks are enough to say what it is about, whose
it is, and whether anything will be done.

## Bad

```yaml feedback/search-by-use.yaml
id: search-by-use
received: 2025-05-12
status: new
#       ^^^ `new` since 12 May, 34 days; give it `themes` and call it triaged, planned, declined or a duplicate
mentions: 27
```

## Good

```yaml feedback/search-by-use.yaml
id: search-by-use
received: 2025-05-12
status: triaged
themes: [search-understanding]
mentions: 27
```

What has no status is new. Where nobody wrote when it was `received`, nothing is said.

## Options

`days`: how long it may be new (14).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.feedback import Feedback
from prodops_cli.phrases import count, day


@rule(Feedback, warning)
def check(feedback: Feedback, context: Context, *, days: int = 14) -> Problems:
    """At the status, or where one is missing."""
    since = feedback.received
    if feedback.status not in (None, "new") or since is None or (age := (context.today - since).days) <= days:
        return
    to_do = "call it triaged, planned, declined or a duplicate"
    advice = to_do if feedback.themes else f"give it `themes` and {to_do}"
    yield Problem(feedback.at("status"), f"`new` since {day(since, context.today)}, {count(age, 'day')}; {advice}")


CASES = """
## Bad: no status, with a theme

```yaml feedback/a.yaml
id: a
#   ^ `new` since 31 May, 15 days; call it triaged, planned, declined or a duplicate
received: 2025-05-31
themes: [parcels]
```

## Good: young, without a day, seen

```yaml feedback/feedback.yaml
- {id: a, name: A, received: 2025-06-01, status: new}
- {id: b, name: B, status: new}
- {id: c, name: C, received: 2024-01-01, status: triaged}
- {id: d, name: D, received: 2024-01-01, status: declined}
- {id: e, name: E, received: 2024-01-01, status: nwe}
```
"""
