"""Audiences speak of declared attributes.

An attribute that nobody has is a condition that nobody meets, or that everybody does; it
depends on the tool. And two tests on other users of `platform` are taken to meet each
other where one of them says `plattform`. Once prodops.yaml declares a single attribute,
every other name is a mistake.

## Bad

```yaml prodops.yaml
attributes: {platform: {values: [web, ios]}, country: {}}
```
```yaml experiments/one-page.yaml
id: one-page
audience: {plattform: [web]}
#          ^^^^^^^^^ no attribute is called `plattform`; did you mean `platform`?
```

## Fixed

```yaml experiments/one-page.yaml
id: one-page
audience: {platform: [web]}
```
"""

from collections.abc import Iterator

from prodops_cli.documents.document import Place
from prodops_cli.findings import Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.misspelt import misspelt
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """Where nothing is declared, everything may be called as one likes."""
    declared = context.settings.attributes
    if not declared or not isinstance(entity, Experiment | Launch) or not entity.is_live:
        return
    for place, name in named(entity):
        if name not in declared:
            message = f"no attribute is called `{name}`"
            yield misspelt(place, message, name, declared, "declare it in prodops.yaml, or correct it")


def named(entity: Experiment | Launch) -> Iterator[tuple[Place, str]]:
    """Where attributes are named: in audiences, and in designs whose units are places."""
    for address, _ in entity.audience.each(("audience",)) if entity.audience else ():
        yield entity.at(*address, part="key"), str(address[-1])
    if isinstance(entity, Experiment):
        for key in ("switchback", "synthetic_control"):
            design = getattr(entity, key)
            if design and design.geo_type:
                yield entity.at(key, "geo_type"), design.geo_type


CASES = """
## Bad: in alternatives, in a launch, as places, nothing like it

```yaml prodops.yaml
attributes: {country: {}}
```
```yaml experiments/a.yaml
id: a
audience:
  country: [FR]
  any_of:
    - {"countri": [FR]}
#      ^^^^^^^^^ no attribute is called `countri`; did you mean `country`?
    - {zebra: true}
#      ^^^^^ no attribute is called `zebra`; declare it in prodops.yaml, or correct it
```
```yaml experiments/b.yaml
id: b
type: switchback
switchback: {geo_type: city}
#                      ^^^^ no attribute is called `city`; declare it in prodops.yaml, or correct it
```
```yaml launches/c.yaml
id: c
audience: {contry: [FR]}
#          ^^^^^^ no attribute is called `contry`; did you mean `country`?
```

## Good: one that is over, one without conditions

```yaml prodops.yaml
attributes: {country: {}}
```
```yaml experiments/a.yaml
id: a
status: completed
audience: {city: [Paris]}
```
```yaml experiments/b.yaml
id: b
```

## Good: nothing is declared

```yaml experiments/a.yaml
id: a
audience: {anything: [goes]}
```
"""
