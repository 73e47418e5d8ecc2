"""What many customers say gets an answer.

One voice is an anecdote. When the same theme comes back from support, interviews and
sales, somebody decides: we do it, we try it, or we don't, and why. A no is an answer as
well; silence is what customers tell each other about.

A theme is answered where a piece of its feedback is planned or declined, has a
`decision`, or an experiment or a launch that may help. What was shipped answers what
came in before it went out; what is said since then is heard anew.

## Bad

```yaml feedback/late-parcels.yaml
id: late-parcels
received: 2025-04-02
status: triaged
mentions: 61
themes: [delivery-promise]
#        ^^^^^^^^^^^^^^^^ heard 88 times since 2 Apr, and nothing answers it; plan something (`launch`, `experiments`),
#          or decline it with a `decision`
```
```yaml feedback/day-off-for-nothing.yaml
id: day-off-for-nothing
received: 2025-05-19
status: triaged
mentions: 27
themes: [delivery-promise]
```

## Good

```yaml feedback/late-parcels.yaml
id: late-parcels
received: 2025-04-02
status: planned
mentions: 61
themes: [delivery-promise]
experiments: [honest-promise]
```
```yaml feedback/day-off-for-nothing.yaml
id: day-off-for-nothing
received: 2025-05-19
status: triaged
mentions: 27
themes: [delivery-promise]
```
```yaml experiments/honest-promise.yaml
id: honest-promise
```

Feedback that nobody has looked at is told by untriaged-feedback.

## Options

`least`: how often a theme must have been heard (25). `days`: how long ago for the first
time (30).
"""

from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.themes import Theme, mentions, themes
from prodops_cli.documents.document import Place
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.feedback import Feedback
from prodops_cli.phrases import count, day


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context, *, least: int = 25, days: int = 30) -> Problems:
    """One finding for each theme, at the loudest piece of feedback that somebody has looked at."""
    for theme in themes(catalog):
        waiting = theme.unanswered(catalog)
        since = min((each.received for each in waiting if each.received), default=None)
        is_old = since is not None and (context.today - since).days > days
        seen = [each for each in waiting if each.status == "triaged"]
        if since and is_old and seen and mentions(waiting) >= least:
            yield problem(theme, waiting, loudest(seen), f"since {day(since, context.today)}")


def loudest(heard: list[Feedback]) -> Feedback:
    """The piece that was heard most often; of several the first to be received."""
    return min(heard, key=lambda each: (-each.heard, each.received or date.max, each.id))


def problem(theme: Theme, waiting: tuple[Feedback, ...], at: Feedback, since: str) -> Problem:
    """What is said of a theme."""
    often = count(mentions(waiting), "time")
    advice = "plan something (`launch`, `experiments`), or decline it with a `decision`"
    return Problem(
        place(at, theme),
        f"heard {often} {since}, and nothing answers it; {advice}",
        related=tuple(
            Related(place(each, theme), f'"{each.title}" says so, too') for each in waiting if each is not at
        ),
        detail=theme.name,
    )


def place(feedback: Feedback, theme: Theme) -> Place:
    """Where a theme is written."""
    found = (index for index, name in enumerate(feedback.themes or ()) if name.replace("_", "-") == theme.name)
    return feedback.at("themes", next(found))


CASES = """
## Bad: what was tried has failed, what was to go out is off, and what went out did not help

```yaml feedback/feedback.yaml
- {id: a, name: A, received: 2025-04-02, status: triaged, mentions: 30, themes: [x], experiments: [stopped]}
#                                                                                ^ heard 30 times since 2 Apr, and
#                                                                                  nothing answers it; plan something
#                                                                                  (`launch`, `experiments`), or decline
#                                                                                  it with a `decision`
- {id: b, name: B, received: 2025-04-02, status: triaged, mentions: 30, themes: [y, z_z], launch: off}
#                                                                                ^ heard 30 times since 2 Apr, and
#                                                                                  nothing answers it; plan something
#                                                                                  (`launch`, `experiments`), or decline
#                                                                                  it with a `decision`
#                                                                                   ^^^ heard 31 times since 2 Apr, and
#                                                                                     nothing answers it; plan something
#                                                                                     (`launch`, `experiments`), or
#                                                                                     decline it with a `decision`
- {id: c, name: C, received: 2025-05-30, status: new, themes: [z-z]}
- {id: d, name: D, received: 2024-05-30, status: shipped, themes: [z-z], launch: out}
```
```yaml experiments/stopped.yaml
id: stopped
status: completed
decision: {outcome: stop}
```
```yaml launches/launches.yaml
- {id: off, name: Off, status: cancelled}
- {id: out, name: Out, status: launched, actual_date: 2025-01-01}
```

## Good: seldom, young, only new, decided, shipped later, a duplicate

```yaml feedback/feedback.yaml
- {id: a, name: A, received: 2025-04-02, status: triaged, mentions: 24, themes: [a]}
- {id: b, name: B, received: 2025-05-16, status: triaged, mentions: 90, themes: [b]}
- {id: c, name: C, received: 2025-04-02, status: new, mentions: 90, themes: [c]}
- {id: d, name: D, received: 2025-04-02, status: triaged, mentions: 90, themes: [d], decision: Not this year.}
- {id: e, name: E, received: 2025-04-02, status: triaged, mentions: 90, themes: [e]}
- {id: f, name: F, received: 2025-01-02, status: shipped, mentions: 90, themes: [e], launch: out}
- {id: g, name: G, received: 2025-04-02, status: duplicate, duplicate_of: a, mentions: 90, themes: [a]}
- {id: h, name: H, status: triaged, mentions: 90, themes: [h]}
- {id: i, name: I, received: 2025-04-02, status: triaged, mentions: 90, themes: [i], launch: out}
```
```yaml launches/out.yaml
id: out
status: launched
actual_date: 2025-05-01
```
"""
