"""A list in an audience names something.

An empty list asks nothing: everybody is taken. Who emptied it often meant nobody, or
wanted to fill it later; and the test starts on all users.

## Bad

```yaml experiments/one-page.yaml
id: one-page
audience: {country: []}
#                   ^^ names nothing, so everybody is taken; name values, or remove `country`
```

## Good

```yaml experiments/one-page.yaml
id: one-page
audience: {country: [FR, DE]}
```
"""

from collections.abc import Iterator

from prodops_cli.documents.node import Address
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.audience import Audience
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """In the alternatives of `any_of` as well."""
    if experiment.audience is None or not experiment.is_live:
        return
    for address, what in empty(experiment.audience, ("audience",)):
        message = f"names nothing, so everybody is taken; name values, or remove `{what}`"
        yield Problem(experiment.at(*address), message)


def empty(audience: Audience, address: Address) -> Iterator[tuple[Address, str]]:
    """Where empty lists stand, and the key that can be removed with them."""
    for name, constraint in audience.constraints.items():
        for key, values in (("in", constraint.in_), ("not_in", constraint.not_in)):
            if values == ():
                yield (*address, name, key), name
    if audience.any_of == ():
        yield (*address, "any_of"), "any_of"
    for index, each in enumerate(audience.any_of or ()):
        yield from empty(each, (*address, "any_of", index))


CASES = """
## Bad: in words, and in alternatives

```yaml experiments/a.yaml
id: a
audience:
  country: {not_in: []}
#                   ^^ names nothing, so everybody is taken; name values, or remove `country`
  any_of:
    - platform: {in: []}
#                    ^^ names nothing, so everybody is taken; name values, or remove `platform`
    - {any_of: []}
#              ^^ names nothing, so everybody is taken; name values, or remove `any_of`
```

## Good: one that is over

```yaml experiments/a.yaml
id: a
status: cancelled
audience: {country: []}
```
"""
