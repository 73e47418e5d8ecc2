"""Every surface is a declared one.

Overlaps are found by the name of what is changed. A slip of a letter hides one: two
tests on one page, and each believes itself alone. Once prodops.yaml declares a single
surface, every other name is a mistake, for experiments and layers as for launches.

## Bad

```yaml prodops.yaml
surfaces: {checkout: {}, checkout.payment: {}}
```
```yaml experiments/one-page.yaml
id: one-page
surfaces: [checkout.paymnet]
#          ^^^^^^^^^^^^^^^^ no surface is called `checkout.paymnet`; did you mean `checkout.payment`?
```

## Fixed

```yaml experiments/one-page.yaml
id: one-page
surfaces: [checkout.payment]
```

A part of a surface is declared, too: `checkout` does not declare `checkout.payment`.
"""

from prodops_cli.findings import Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.misspelt import misspelt
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.models.layer import Layer


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """Where nothing is declared, everything may be called as one likes."""
    declared = context.settings.surfaces
    if not declared or not isinstance(entity, Experiment | Layer | Launch) or not entity.is_live:
        return
    for index, surface in enumerate(entity.surfaces or ()):
        if surface not in declared:
            message = f"no surface is called `{surface}`"
            to_do = "declare it in prodops.yaml, or correct it"
            yield misspelt(entity.at("surfaces", index), message, surface, declared, to_do)


CASES = """
## Bad: a part that is not declared, nothing like it, a layer

```yaml prodops.yaml
surfaces: {checkout: {}}
```
```yaml experiments/a.yaml
id: a
surfaces: [checkout, checkout.map, help]
#                    ^^^^^^^^^^^^ no surface is called `checkout.map`; did you mean `checkout`?
#                                  ^^^^ no surface is called `help`; declare it in prodops.yaml, or correct it
```
```yaml layers/a.yaml
id: a
surfaces:
  - chekout
#   ^^^^^^^ no surface is called `chekout`; did you mean `checkout`?
```

## Good: nothing is declared

```yaml experiments/a.yaml
id: a
surfaces: [anything]
```

## Good: one that is over

```yaml prodops.yaml
surfaces: {checkout: {}}
```
```yaml experiments/a.yaml
id: a
status: completed
surfaces: [chekout]
```
"""
