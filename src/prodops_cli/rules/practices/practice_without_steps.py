"""A practice says what to do.

"We do weekly interviews" is a wish until somebody can follow it: whom to ask, what to
ask, where the notes go. The steps are written in the document, or it says in `url`
where they are.

## Bad

```yaml practices/interviews.yaml
id: interviews
status: required
#       ^^^^^^^^ `required`, and nobody can read how it is done; write its `steps`, or in `url` where they are
cadence: Weekly
```

## Good

```yaml practices/interviews.yaml
id: interviews
status: required
cadence: Weekly
steps:
  - Recruit from the panel, never the same person twice in half a year.
  - Ask about the last time, not about the next time.
```

A draft may still look for them.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.practice import Practice


@rule(Practice, warning)
def check(practice: Practice, context: Context) -> Problems:
    """Of those that people are to follow."""
    if practice.is_in_force and not (practice.steps or practice.url):
        advice = "write its `steps`, or in `url` where they are"
        yield Problem(practice.at("status"), f"`{practice.status}`, and nobody can read how it is done; {advice}")


CASES = """
## Good: elsewhere, a draft, retired, no status

```yaml practices/practices.yaml
- {id: a, name: A, status: recommended, url: "https://wiki.example.com/a"}
- {id: b, name: B, status: draft}
- {id: c, name: C, status: retired}
- {id: d, name: D}
```
"""
