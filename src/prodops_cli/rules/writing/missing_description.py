"""Whatever others meet is described.

A name tells those who gave it. Whoever finds a tool in a list, or a launch in the
weekly report, needs one sentence more before they can say whether it concerns them;
else they ask, or buy a second tool.

Asked of tools, practices, launches and feedback, as long as they are in use and no
drafts; a tool's or practice's `purpose`, a launch's `release_note` and feedback's
`quote` will do as well. Of metrics the schema asks for a description, so only an
empty one is told of here. Goals and experiments say it in their key results and
their hypothesis.

## Bad

```yaml tools/miro.yaml
id: miro
#   ^^^^ nothing says what this tool is; write a `description` or a `purpose` of one sentence
```

## Good

```yaml tools/miro.yaml
id: miro
purpose: Whiteboards for workshops with several teams.
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity
from prodops_cli.models.feedback import Feedback

INSTEAD = {"tool": "purpose", "practice": "purpose", "launch": "release_note", "feedback": "quote"}


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """At an empty text itself, else at the id."""
    if getattr(entity, "status", None) == "draft" or not entity.is_live_on(context.today):
        return
    instead = INSTEAD.get(entity.kind)
    if entity.description is not None and not entity.description.strip():
        yield Problem(
            entity.at("description"), f"the description is empty; say in a sentence what this {entity.kind} is"
        )
    elif instead and not (entity.description or (getattr(entity, instead) or "").strip() or speaks_in_numbers(entity)):
        message = f"nothing says what this {entity.kind} is; write a `description` or a `{instead}` of one sentence"
        yield Problem(entity.at("description"), message)


def speaks_in_numbers(entity: Entity) -> bool:
    """Whether it is the sum of a survey, of which there is nothing to quote."""
    return isinstance(entity, Feedback) and entity.answers is not None


CASES = """
## Bad: empty texts

```yaml metrics/orders.yaml
id: orders
description: ""
#            ^^ the description is empty; say in a sentence what this metric is
status: active
inputs: [visits]
```
```yaml practices/triage.yaml
id: triage
#   ^^^^^^ nothing says what this practice is; write a `description` or a `purpose` of one sentence
purpose: " "
```

## Good: drafts, what is over, and what speaks for itself

```yaml practices/triage.yaml
id: triage
status: draft
```
```yaml launches/one-page.yaml
id: one-page
status: launched
```
```yaml feedback/help.yaml
id: help
quote: I can't find the button.
```
```yaml feedback/survey.yaml
id: survey
source: nps
answers: {promoters: 12, detractors: 3}
```
```yaml goals/faster.yaml
id: faster
```
```yaml owners/anna.yaml
id: anna
```

## Good: the key is there, but misspelt

```yaml tools/miro.yaml
id: miro
descripton: Whiteboards.
```
"""
