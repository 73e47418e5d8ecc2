"""Choosing a source: those that are known are found by looking; a mapping of one's own is read like the settings."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import Final, TypeAlias

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.refusal import Refused
from prodops_cli.failure import Misuse
from prodops_cli.importers import sources
from prodops_cli.importers.record import Record
from prodops_cli.importers.unreadable import Unreadable
from prodops_cli.models.keys import key
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mapping import SourceMapping
from prodops_cli.models.mistakes import Mistake, UnknownKey, WrongType
from prodops_cli.models.shape import keys_at
from prodops_cli.models.spelling import nearest
from prodops_cli.models.validate import validate

Prepare: TypeAlias = Callable[[Sequence[Record]], Sequence[Record]]
ENDING: Final = ".yaml"


def names() -> tuple[str, ...]:
    """The sources that are known."""
    found = (file.name for file in files(sources).iterdir())
    return tuple(sorted(name.removesuffix(ENDING) for name in found if name.endswith(ENDING)))


def known(name: str) -> SourceMapping:
    """The mapping of a source that is known."""
    return mapping(f"{name}{ENDING}", (files(sources) / f"{name}{ENDING}").read_bytes())


def prepared(name: str, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records of a source as its mapping takes them: what a mapping can't say, a module of its name does."""
    module = f"{sources.__name__}.{name}"
    if find_spec(module) is None:
        return records
    prepare: Prepare = import_module(module).prepared
    return tuple(prepare(records))


def mapping(path: str, data: bytes) -> SourceMapping:
    """The mapping that a file holds. Raises Unreadable with all that is wrong in it."""
    try:
        _, _, documents, refusals = read(decode(path, data))
    except Refused as refused:
        raise Unreadable((refused.refusal,)) from refused
    if refusals:
        raise Unreadable(refusals)
    if not documents:
        raise Misuse(f"{path} holds nothing", "write a mapping: docs/import.md shows how")
    document = documents[0]
    if not isinstance(document.value, dict) or len(documents) > 1:
        raise Unreadable((WrongType(document, (), document.value, "one mapping and nothing beside it"),))
    made, mistakes = validate(document, document.value, SourceMapping)
    found = (*mistakes, *unknown_fields(document, made))
    if made is None or found:
        raise Unreadable(found)
    return made


def unknown_fields(document: Document, made: SourceMapping | None) -> Iterator[Mistake]:
    """The fields of a mapping that its kinds don't have."""
    for number, take in enumerate(made.take if made else ()):
        model = KINDS[take.kind]
        for name in take.fields or ():
            try:
                key(model, name)
            except Misuse:
                known = keys_at(model, ())
                yield UnknownKey(document, ("take", number, "fields", name), nearest(name, known), known)


def about(name: str) -> str:
    """What a source is that is known."""
    return known(name).about
