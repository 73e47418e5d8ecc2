"""Audiences ask for values that there are.

A slip in a value takes nobody, and hides who is met: `[andriod]` seems to be other users
than `[android]`. Where prodops.yaml declares an attribute's values, every other one is
a mistake; so is, for an attribute that is a number, a date or a version, what is none.

## Bad

```yaml prodops.yaml
attributes: {platform: {values: [web, ios, android]}}
```
```yaml experiments/one-page.yaml
id: one-page
audience:
  platform: [andriod]
#            ^^^^^^^ `platform` is never `andriod`; did you mean `android`?
```

## Fixed

```yaml experiments/one-page.yaml
id: one-page
audience:
  platform: [android]
```

## Bad: another type

```yaml prodops.yaml
attributes: {app_version: {type: version}}
```
```yaml experiments/one-page.yaml
id: one-page
audience: {app_version: {gte: newest}}
#                             ^^^^^^ `newest` is no version, as `app_version` is; correct it, or the attribute's `type`
```

The places of switchbacks and synthetic controls are values of their `geo_type`.
"""

from collections.abc import Iterator

from prodops_cli.documents.node import Address
from prodops_cli.encounters.audience import Written, point, raw, term
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.misspelt import misspelt
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.audience import Constraint
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.audiences.condition import beyond
from prodops_cli.overlap.audiences.value import kind_of

ENDS = ("gte", "gt", "lte", "lt", "min", "max")


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """What can't be compared is told of attributes that nobody declared as well."""
    if not isinstance(entity, Experiment | Launch) or not entity.is_live:
        return
    known = context.encounters.trials.attributes
    for address, constraint in entity.audience.each(("audience",)) if entity.audience else ():
        name = str(address[-1])
        yield from wrong(entity, address, constraint, known.get(name, UNDECLARED))
    for name, address, value in places(entity):
        if name in known:
            yield from wrong_value(entity, name, address, value, known[name])


def wrong(entity: Entity, address: Address, constraint: Constraint, attribute: Attribute) -> Problems:
    """The values of one constraint that the attribute can't have."""
    name = str(address[-1])
    for key, values in (("in", constraint.in_), ("not_in", constraint.not_in)):
        for index, value in enumerate(values or ()):
            yield from wrong_value(entity, name, (*address, key, index), value, attribute)
    if constraint.is_ is not None:
        yield from wrong_value(entity, name, (*address, "is"), constraint.is_, attribute)
    for key in ENDS:
        if (end := getattr(constraint, key)) is not None:
            yield from wrong_end(entity, (*address, key), end, attribute)


def wrong_value(entity: Entity, name: str, address: Address, value: Written, attribute: Attribute) -> Problems:
    """A value that is of another type, or none of those that there are."""
    meant = term(raw(entity.document, address, value), attribute.kind)
    if attribute.kind and kind_of(meant) != attribute.kind:
        yield Problem(entity.at(*address), other_type(value, name, attribute.kind))
    elif attribute.undeclared((meant,)):
        place, message = entity.at(*address), f"`{name}` is never `{shown(value)}`"
        yield misspelt(place, message, str(value), names(attribute), "declare it in prodops.yaml, or correct it")


def wrong_end(entity: Entity, address: Address, end: Written, attribute: Attribute) -> Problems:
    """The end of a range that nothing can be compared with."""
    name, key = str(address[-2]), str(address[-1])
    try:
        found = point(raw(entity.document, address, end), attribute.kind)
    except ValueError:
        none = f"`{shown(end)}` is no number, date or version, so nothing is above or below it; correct it"
        yield Problem(entity.at(*address), other_type(end, name, attribute.kind) if attribute.kind else none)
        return
    if key in ("gt", "lt"):
        try:
            beyond(found)
        except ValueError:
            better = {"gt": "gte", "lt": "lte"}[key]
            message = f"`{shown(end)}` has a star, and `{key}` does not say which of its versions; write `{better}`"
            yield Problem(entity.at(*address), message)


def other_type(value: Written, name: str, kind: str) -> str:
    """`newest` is no version."""
    return f"`{shown(value)}` is no {kind}, as `{name}` is; correct it, or the attribute's `type`"


def shown(value: Written) -> str:
    """A value as it is written."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def names(attribute: Attribute) -> frozenset[str]:
    """What may be written in place of an unknown value."""
    return frozenset(str(each) for each in attribute.declared) | attribute.above | frozenset(attribute.parents)


def places(entity: Experiment | Launch) -> Iterator[tuple[str, Address, str]]:
    """The places that a design names, with the attribute of which they are values."""
    if not isinstance(entity, Experiment):
        return
    if (switchback := entity.switchback) and switchback.geo_type:
        for number, cluster in enumerate(switchback.clusters or ()):
            for index, unit in enumerate(cluster.units or ()):
                yield switchback.geo_type, ("switchback", "clusters", number, "units", index), unit
    if (control := entity.synthetic_control) and control.geo_type:
        for key in ("treatment_units", "control_units", "donor_pool", "excluded_units"):
            for index, unit in enumerate(getattr(control, key) or ()):
                yield control.geo_type, ("synthetic_control", key, index), unit


CASES = """
## Bad: excluded ones, parents, other types, places, a star

```yaml prodops.yaml
attributes:
  country: {values: [FR, DE, FR-75], parents: {FR-75: FR, FR-13: FR, FR: EU}}
  beta: {type: bool}
  size: {type: number}
```
```yaml experiments/a.yaml
id: a
audience:
  country: {in: [FR-75, FR-13, EU], not_in: [XX]}
#                                            ^^ `country` is never `XX`; declare it in prodops.yaml, or correct it
  beta: [yes]
#        ^^^ `yes` is no bool, as `beta` is; correct it, or the attribute's `type`
  size: {gte: 1, lt: many}
#                    ^^^^ `many` is no number, as `size` is; correct it, or the attribute's `type`
  any_of:
    - country: true
#              ^^^^ `true` is no text, as `country` is; correct it, or the attribute's `type`
```
```yaml experiments/b.yaml
id: b
type: switchback
switchback: {geo_type: country, clusters: [{id: x, units: [FR, DEE]}]}
#                                                              ^^^ `country` is never `DEE`; did you mean `DE`?
```
```yaml experiments/c.yaml
id: c
type: synthetic_control
synthetic_control: {geo_type: country, treatment_units: [FR], donor_pool: [XX]}
#                                                                          ^^ `country` is never `XX`; declare it
#                                                                             in prodops.yaml, or correct it
```
```yaml launches/d.yaml
id: d
audience: {version: {gt: 5.2.*, lt: soon}}
#                        ^^^^^ `5.2.*` has a star, and `gt` does not say which of its versions; write `gte`
#                                   ^^^^ `soon` is no number, date or version, so nothing is above or below it;
#                                     correct it
```

## Good: nothing declared, one that is over

```yaml experiments/a.yaml
id: a
audience: {country: [XX], app_version: {gte: 5.2.*}}
```
```yaml experiments/b.yaml
id: b
status: cancelled
audience: {app_version: {gte: newest}}
```
"""
