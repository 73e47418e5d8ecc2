"""Keys as people say them: dotted paths such as `contract.auto_renew`, which lead through lists and shorthands."""

from collections.abc import Iterator
from math import isfinite, isnan
from typing import Literal, TypeAlias, get_args, get_origin

from prodops_cli.documents.node import Plain, Value
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Entity
from prodops_cli.models.shape import annotation_at, annotations, inside, keys_at, shorthands_at
from prodops_cli.models.spelling import nearest

Key: TypeAlias = tuple[str, ...]


def key(model: type[Entity], said: str, others: tuple[str, ...] = ()) -> Key:
    """A dotted path that a kind's documents may have; `others` may be meant as well. Raises Misuse."""
    path = tuple(said.split("."))
    if path[0].startswith("x-"):
        return path
    for depth, step in enumerate(path):
        if annotation_at(model, path[: depth + 1]) is None:
            known = keys_at(model, path[:depth])
            near = nearest(step, (*known, *(others if depth == 0 else ())))
            meant = ".".join((*path[:depth], near))
            hint = f"did you mean `{meant}`?" if near else f"`prodops schema {model.kind}` says what there is"
            raise Misuse(f"`{said}` is no key of the kind {model.kind}", hint)
    return path


def words_of(model: type[Entity], name: str) -> tuple[str, ...]:
    """The words that a field takes, where it takes no others."""
    found = (each for each in inside(annotations(model).get(name)) if get_origin(each) is Literal)
    return tuple(word for each in found for word in get_args(each))


def written(entity: Entity, path: Key) -> Value:
    """What is written at a path that leads through no list; None where nothing is."""
    value = entity.document.value
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def values_at(entity: Entity, path: Key) -> Iterator[Plain]:
    """The values without parts at a path, in the order of the text: of a list each, of a mapping its keys."""
    yield from _values(type(entity), entity.document.value, path, ())


def finite(value: Plain) -> Plain:
    """A value that everybody can read: a number without end is the word that YAML has for it."""
    if not isinstance(value, float) or isfinite(value):
        return value
    return ".nan" if isnan(value) else ".inf" if value > 0 else "-.inf"


def _values(model: type[Entity], value: Value, left: Key, gone: Key) -> Iterator[Plain]:
    if left and any(form.key == left[0] and isinstance(value, form.types) for form in shorthands_at(model, gone)):
        yield from _values(model, value, left[1:], (*gone, left[0]))
    elif isinstance(value, list):
        for item in value:
            yield from _values(model, item, left, gone)
    elif isinstance(value, dict):
        if not left:
            yield from value
        elif left[0] in value:
            yield from _values(model, value[left[0]], left[1:], (*gone, left[0]))
    elif not left and value is not None:
        yield finite(value)
