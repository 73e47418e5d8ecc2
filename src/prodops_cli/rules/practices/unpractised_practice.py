"""Practices are practised.

A list of playbooks grows by itself: each was a good idea in some workshop. What is
recommended or required, and names nobody who takes part, is mostly done by nobody, and
makes the others look like paper as well. So does a draft that nobody has finished in
half a year.

A practice is practised if it names `participants`, or if a tool in use names it as its
`practice`. Of participants who have left gone-still-named tells.

## Bad

```yaml practices/design-critique.yaml
id: design-critique
#   ^^^^^^^^^^^^^^^ is `recommended`, and nobody takes part; name them in `participants`, or retire it
status: recommended
steps: [Say which decision is open., Questions before opinions.]
```

## Good

```yaml practices/design-critique.yaml
id: design-critique
status: recommended
steps: [Say which decision is open., Questions before opinions.]
participants: [greta]
```
```yaml owners/greta.yaml
id: greta
type: person
```

## Options

`draft_days`: for how many days after `created` (or the last review) a practice may be a
draft (180).
"""

from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, day


@rule(Practice, notice)
def check(practice: Practice, context: Context, *, draft_days: int = 180) -> Problems:
    """A draft has its time; one of which nobody wrote since when it is there has all of it."""
    if practice.is_in_force and not is_practised(practice, context.catalog):
        message = f"is `{practice.status}`, and nobody takes part; name them in `participants`, or retire it"
        yield Problem(practice.at("id"), message)
    since = last_touched(practice)
    if practice.status == "draft" and since and (age := (context.today - since).days) > draft_days:
        when = f"{day(since, context.today)}, {count(age, 'day')} ago"
        message = f"a `draft` that was last looked at on {when}; recommend it, or delete it"
        yield Problem(practice.at("status"), message)


def is_practised(practice: Practice, catalog: Catalog) -> bool:
    """Whether anybody takes part, or uses a tool in this way."""
    users = (each.by for each in catalog.mentions(practice))
    return bool(practice.participants) or any(isinstance(user, Tool) and user.is_live for user in users)


def last_touched(practice: Practice) -> date | None:
    """The day on which somebody last said that it holds, or began it."""
    return max((each for each in (practice.created, practice.reviewed) if each), default=None)


CASES = """
## Bad: the tool has gone; an old draft

```yaml practices/a.yaml
id: a
#   ^ is `required`, and nobody takes part; name them in `participants`, or retire it
status: required
participants: []
```
```yaml practices/b.yaml
id: b
status: draft
#       ^^^^^ a `draft` that was last looked at on 16 Dec 2024, 181 days ago; recommend it, or delete it
created: 2024-03-01
reviewed: 2024-12-16
```
```yaml tools/miro.yaml
id: miro
status: retired
practice: a
```

## Good: a tool is used so, an unknown person, a young draft, one without days, retired

```yaml practices/practices.yaml
- {id: a, name: A, status: required}
- {id: b, name: B, status: required, participants: [nobody-knows]}
- {id: c, name: C, status: draft, created: 2024-12-17}
- {id: d, name: D, status: draft}
- {id: e, name: E, status: retired}
- {id: f, name: F}
```
```yaml tools/miro.yaml
id: miro
practice: a
```
"""
