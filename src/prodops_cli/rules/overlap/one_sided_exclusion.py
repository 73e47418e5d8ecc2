"""Who keeps out of another's way is known there.

`excludes` says that none of the other's users take part. Each tool reads its own
experiment: where only one of the two says so, the other one takes whom it likes, and
whether they meet depends on who is asked first.

## Bad

```yaml experiments/reminder.yaml
id: reminder
excludes: [welcome]
#          ^^^^^^^ `welcome` does not exclude this one in turn; add `reminder` to its `excludes`, or remove it here
```
```yaml experiments/welcome.yaml
id: welcome
status: running
```

## Fixed

```yaml experiments/welcome.yaml
id: welcome
status: running
excludes: [reminder]
```
"""

from prodops_cli.findings import Fix, Problem, Problems, Related
from prodops_cli.fixes.lists import with_item
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """As long as both are to run."""
    for index, id in enumerate(experiment.excludes or ()):
        other = context.encounters.trials.experiments.get(id)
        if other is None or other is experiment or not experiment.is_live or experiment.id in (other.excludes or ()):
            continue
        message = f"`{id}` does not exclude this one in turn; add `{experiment.id}` to its `excludes`"
        operation = with_item(other, "excludes", experiment.id, "status")
        fix = Fix(f"add `{experiment.id}` to `excludes` of `{id}`", (operation,)) if operation else None
        related = (Related(other.at("excludes"), "not here"),)
        yield Problem(experiment.at("excludes", index), f"{message}, or remove it here", related=related, fix=fix)


CASES = """
## Bad: among others

```yaml experiments/a.yaml
id: a
excludes: [b, c]
#          ^ `b` does not exclude this one in turn; add `a` to its `excludes`, or remove it here
#             ^ `c` does not exclude this one in turn; add `a` to its `excludes`, or remove it here
```
```yaml experiments/b.yaml
id: b
excludes:
  - c
```
```yaml experiments/c.yaml
id: c
excludes: [b]  # both write to the same people
```

## Fixed: in its own line, in one

```yaml experiments/b.yaml
id: b
excludes:
  - c
  - a
```
```yaml experiments/c.yaml
id: c
excludes: [b, a]  # both write to the same people
```

## Good: over, unknown, itself

```yaml experiments/a.yaml
id: a
excludes: [a, b, z]
```
```yaml experiments/b.yaml
id: b
status: completed
excludes: [c]
```
```yaml experiments/c.yaml
id: c
```
"""
