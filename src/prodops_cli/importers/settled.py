"""Settling: what becomes of each field of a document that is there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import Fate, Side, settle
from prodops_cli.importers.outcome import Field
from prodops_cli.importers.remembered import memory_of, recalled, remembered
from prodops_cli.importers.said import Said
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import written


def fields_of(said: Said, entity: Entity, system: str, wins: Side) -> Iterator[Field]:
    """The fields that a mapping has; what it doesn't have any more, or what is withheld, stays as it is."""
    memory = memory_of(entity, system)
    for path, now in said.fields.items():
        if said.taken.take.fields[".".join(path)].at_first:
            continue
        then, file = memory.get(".".join(path)), written(entity, path)
        fate, after, source = settle(recalled(then, now, file), now, file, wins)
        kept = then if fate in (Fate.kept, Fate.conflict) and wins is Side.nobody else remembered(source)
        yield Field(path, fate, then, now, file, after, kept)


def memory_after(entity: Entity, system: str, fields: Iterable[Field]) -> dict[str, Value]:
    """What is to be remembered of a source, by the dotted path of each field."""
    known = dict(memory_of(entity, system)) | {field.name: field.memory for field in fields}
    return {name: value for name, value in known.items() if value is not None}


def unwritten(field: Field, reason: str) -> Field:
    """A field that could not be written: the file stays, and it is told again the next time."""
    return replace(field, fate=Fate.conflict, after=field.file, memory=field.then, reason=reason)
