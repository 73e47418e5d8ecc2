"""A holdout sees none of the changes.

A holdout is kept for months, so that one can say what all changes together are worth.
One test that takes its users as well, and the difference shrinks without anybody seeing
why. So every experiment on its surfaces names it in `holdout`.

It is told once, on the holdout, with all that forget it.

## Bad

```yaml experiments/no-messages.yaml
id: no-messages
#   ^^^^^^^^^^^ reminder and welcome take its users, too; write `holdout: no-messages` in each of them
type: holdout
status: running
surfaces: [messaging]
start: 2025-06-01
end: 2025-12-31
```
```yaml experiments/welcome.yaml
id: welcome
status: running
surfaces: [messaging.email]
start: 2025-06-02
```
```yaml experiments/reminder.yaml
id: reminder
status: scheduled
surfaces: [messaging.push]
start: 2025-07-07
```

## Fixed: if somebody asks for unsafe fixes

```yaml experiments/welcome.yaml
id: welcome
status: running
holdout: no-messages
surfaces: [messaging.email]
start: 2025-06-02
```
```yaml experiments/reminder.yaml
id: reminder
status: scheduled
holdout: no-messages
surfaces: [messaging.push]
start: 2025-07-07
```

## Good

```yaml experiments/no-messages.yaml
id: no-messages
type: holdout
status: running
surfaces: [messaging]
start: 2025-06-01
end: 2025-12-31
```
```yaml experiments/welcome.yaml
id: welcome
status: running
surfaces: [messaging.email]
start: 2025-06-02
holdout: no-messages
```

## Allowing

In the experiment: `accepted_overlaps: [{experiment: no-messages, reason: "…"}]`.
"""

from prodops_cli.encounters.found.holdouts import Forgetting
from prodops_cli.findings import Fix, Problem, Problems, Related
from prodops_cli.fixes.lists import below_key
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import listing


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Of what is over, nothing can be changed."""
    if experiment.type != "holdout" or context.encounters.trials.named.get(experiment.id) is not experiment:
        return
    if forget := context.encounters.forgetful.get(experiment.id):
        each = "it" if len(forget) == 1 else "each of them"
        take = "takes" if len(forget) == 1 else "take"
        ids = listing([other.experiment.id for other in forget])
        yield Problem(
            experiment.at("id"),
            f"{ids} {take} its users, too; write `holdout: {experiment.id}` in {each}",
            related=tuple(Related(other.experiment.at("surfaces"), what(other)) for other in forget),
            notes=(forget[0].met.example,),
            fix=repair(experiment.id, [other.experiment for other in forget]),
        )


def what(forgetting: Forgetting) -> str:
    """Who takes users of the holdout, on which days, and whom to ask."""
    owner = f", owner {forgetting.experiment.owner}," if forgetting.experiment.owner else ""
    return f'"{forgetting.experiment.title}"{owner} takes them {forgetting.met.when}'


def repair(id: str, forget: list[Experiment]) -> Fix | None:
    """The holdout in each that names none; each tool must be told as well, so somebody has to want it."""
    lines = [below_key(each, "status", f"holdout: {id}") for each in forget if each.holdout is None]
    operations = tuple(line for line in lines if line)
    return Fix(f"write `holdout: {id}`", operations, safe=False) if operations else None


CASES = """
## Good: other users, excluded, agreed, elsewhere, later, a draft, another holdout, nobody can tell

```yaml experiments/a.yaml
id: a
type: holdout
status: running
surfaces: [messaging]
audience: {country: [FR]}
start: 2025-06-01
end: 2025-06-30
excludes: [c]
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [messaging.email]
audience: {country: [DE]}
start: 2025-06-02
```
```yaml experiments/c.yaml
id: c
status: running
surfaces: [messaging.email]
start: 2025-06-02
```
```yaml experiments/d.yaml
id: d
status: running
surfaces: [messaging]
accepted_overlaps: [{experiment: a, reason: it is small}]
start: 2025-06-02
```
```yaml experiments/e.yaml
id: e
status: running
surfaces: [home]
start: 2025-06-02
```
```yaml experiments/f.yaml
id: f
status: scheduled
surfaces: [messaging]
start: 2025-07-02
```
```yaml experiments/g.yaml
id: g
surfaces: [messaging]
start: 2025-06-02
```
```yaml experiments/h.yaml
id: h
type: holdout
status: running
surfaces: [messaging]
excludes: [b, c, d, f, i]
start: 2025-06-02
```
```yaml experiments/i.yaml
id: i
status: running
surfaces: [messaging]
audience: {country: {opaque: "not in Paris"}}
start: 2025-06-02
```

## Bad: a rollout, a surface that contains it

```yaml experiments/a.yaml
id: a
#   ^ b takes its users, too; write `holdout: a` in it
type: holdout
status: running
surfaces: [messaging.email]
start: 2025-06-01
```
```yaml experiments/b.yaml
id: b
type: rollout
status: running
surfaces: [messaging]
start: 2025-05-02
```
"""
