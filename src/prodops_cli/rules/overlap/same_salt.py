"""Each experiment deals its users anew.

The salt decides which user gets which variant. Two experiments with one salt give the
new variant of both to the same users and the old one of both to the others, so that
neither effect can be told from the other's.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
start: 2025-06-02
salt: checkout-1
```
```yaml experiments/gift-wrap.yaml
id: gift-wrap
status: scheduled
start: 2025-06-20
salt: checkout-1
#     ^^^^^^^^^^ `checkout-1` deals the users of one-page already, in the same way; choose another one
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
start: 2025-06-02
salt: checkout-1
```
```yaml experiments/gift-wrap.yaml
id: gift-wrap
status: scheduled
start: 2025-06-20
salt: gift-wrap-1
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import listing


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """On the one that starts later, once, with all that have the salt before it."""
    if others := context.encounters.salted.get(experiment.id):
        ids = listing([each.id for each in others])
        yield Problem(
            experiment.at("salt"),
            f"`{experiment.salt}` deals the users of {ids} already, in the same way; choose another one",
            related=tuple(Related(each.at("salt"), f'"{each.title}" has it, too') for each in others),
        )


CASES = """
## Bad: three

```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-02
salt: s
```
```yaml experiments/b.yaml
id: b
status: scheduled
start: 2025-06-20
salt: s
#     ^ `s` deals the users of a already, in the same way; choose another one
```
```yaml experiments/c.yaml
id: c
start: 2025-06-20
salt: s
#     ^ `s` deals the users of a and b already, in the same way; choose another one
```

## Good: other users, other days, over, without a salt, excluded

```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-02
end: 2025-06-20
salt: s
audience: {country: [FR]}
```
```yaml experiments/b.yaml
id: b
status: running
start: 2025-06-02
end: 2025-06-20
salt: s
audience: {country: [DE]}
```
```yaml experiments/c.yaml
id: c
status: scheduled
start: 2025-06-21
salt: s
```
```yaml experiments/d.yaml
id: d
status: completed
start: 2025-06-02
salt: s
```
```yaml experiments/e.yaml
id: e
status: running
start: 2025-06-02
```
```yaml experiments/f.yaml
id: f
status: running
start: 2025-06-02
```
```yaml experiments/g.yaml
id: g
status: scheduled
start: 2025-06-21
salt: s
excludes: [c]
```
"""
