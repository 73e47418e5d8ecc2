"""Saying: what each record that is taken says for every field, as the fields want it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Value
from prodops_cli.importers.names import Names, names
from prodops_cli.importers.taken import Taken
from prodops_cli.importers.values.clean import secret_in
from prodops_cli.importers.values.fit import Fitting, says_nothing
from prodops_cli.importers.values.number import Sign, sign_in
from prodops_cli.importers.values.unfit import Unfit
from prodops_cli.importers.way import Course, paths_of, raw
from prodops_cli.models.mapping import Take, Way
from prodops_cli.models.shape import annotation_at
from prodops_cli.sheets.column import Path

READ: Final = ("read", "ref")
"""Where a source's module puts what it has read."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says: values by field (None where nothing), those left out and why, and what nobody asked for."""

    taken: Taken
    fields: Mapping[Path, Value]
    withheld: Mapping[str, str]
    dropped: tuple[str, ...]


def read(records: Sequence[Taken], ids: Sequence[str], catalog: Catalog, system: str) -> Iterator[Said]:
    """What records say; `ids` are those that their documents have in the catalog. Raises Broken."""
    pairs = zip(records, ids, strict=True)
    called = ((each.take.kind, name, here) for each, here in pairs for name in (each.key, each.id))
    known = names(catalog, system, called)
    takes = {id(each.take): each.take for each in records}
    signs = {number: dict(signs_of(take, records)) for number, take in takes.items()}
    for each in records:
        yield said_of(each, known, signs[id(each.take)])


def signs_of(take: Take, records: Sequence[Taken]) -> Iterator[tuple[str, Sign | None]]:
    """The sign that numbers have before their decimals, for each field: all records of a take write alike."""
    for name, way in take.fields.items():
        values = (raw(way, each.record.value) for each in records if each.take is take)
        yield name, way.decimal or sign_in(value for value in values if isinstance(value, str))


def said_of(taken: Taken, known: Names, signs: Mapping[str, Sign | None]) -> Said:
    """What one record says. Raises Broken."""
    fields, withheld = dict[Path, Value](), dict[str, str]()
    refer = partial(referred, known, taken.take.kind)
    for name, way in taken.take.fields.items():
        path = tuple(name.split("."))
        course = Course(way, Fitting(refer, signs[name], way.days), annotation_at(taken.model, path))
        try:
            value = course.drawn(taken.record.value)
        except Unfit as unfit:
            raise taken.record.broken(next(paths_of(way), ""), f"{unfit.problem} ({name})", unfit.action) from unfit
        if found := secret_in(value):
            withheld[name] = f"it holds {found}: keep it where secrets are kept"
            continue
        if value is None and way.words is not None and not says_nothing(given := raw(way, taken.record.value)):
            withheld[name] = f"the mapping has no word for `{given}`; write it yourself"
        fields[path] = value
    return Said(taken, fields, withheld, tuple(dropped(taken)))


def referred(known: Names, own: str, kind: str, said: str) -> str:
    """The id that a reference means; a field may name another document of its own kind."""
    return known.id_of(own if kind == "same" else kind, said)


def dropped(taken: Taken) -> Iterator[str]:
    """The paths of a record that no field comes from."""
    take = taken.take
    ways = (*take.fields.values(), *(way for way in (take.key, take.id) if way))
    used = {path for way in ways for path in inner_paths(way)} | set(take.where)
    for path in leaves(taken.record.value):
        if path.partition(".")[0] not in READ and not any(
            path == each or path.startswith(f"{each}.") or each.startswith(f"{path}.") for each in used
        ):
            yield path


def inner_paths(way: Way) -> Iterator[str]:
    """The paths that a way reads; of a list of mappings, those in its items."""
    inside = [path for each in (way.each or {}).values() for path in paths_of(each)]
    yield from (f"{path}.{inner}" for path in paths_of(way) for inner in inside) if inside else paths_of(way)


def leaves(value: Mapping[str, Value], above: str = "") -> Iterator[str]:
    """The dotted paths of what a record says, each once; the items of a list have the path of their list."""
    for key, part in value.items():
        path = f"{above}{key}"
        inside = [part] if isinstance(part, dict) and part else part if isinstance(part, list) else []
        tables = [each for each in inside if isinstance(each, dict)]
        if tables:
            yield from dict.fromkeys(below for each in tables for below in leaves(each, f"{path}."))
        elif not says_nothing(part):
            yield path
