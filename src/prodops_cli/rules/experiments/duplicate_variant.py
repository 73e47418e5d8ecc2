"""Each variant has a key of its own.

Exposures and results are counted by the key. Where two variants share one, their users
are added up, and the assignment service shows whichever it finds first: the test runs
for weeks and compares nothing with nothing.

## Bad

```yaml experiments/one-page.yaml
id: one-page
variants:
  - {key: steps, role: control}
  - {key: page, role: treatment}
  - {key: page, role: treatment}
#         ^^^^ is the key of another variant, too; give each its own
```

## Good

```yaml experiments/one-page.yaml
id: one-page
variants:
  - {key: steps, role: control}
  - {key: page, role: treatment}
  - {key: page-with-map, role: treatment}
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Of those that are over, too: their results are read for years."""
    first: dict[str, int] = {}
    for index, variant in enumerate(experiment.variants or ()):
        if variant.key and (before := first.setdefault(variant.key, index)) != index:
            yield Problem(
                experiment.at("variants", index, "key"),
                "is the key of another variant, too; give each its own",
                related=(Related(experiment.at("variants", before, "key"), "the other one"),),
            )


CASES = """
## Good: keys that are missing

```yaml experiments/a.yaml
id: a
variants:
  - {role: control}
  - {role: treatment}
```
"""
