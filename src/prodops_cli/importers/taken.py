"""Taking: which records of a source become documents, and the id of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from prodops_cli.documents.node import Value
from prodops_cli.importers.material import Material
from prodops_cli.importers.record import Record, at
from prodops_cli.importers.values.fit import Fitting, says_nothing, text
from prodops_cli.importers.values.slug import slug
from prodops_cli.importers.values.unfit import Unfit
from prodops_cli.importers.way import Course, paths_of
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mapping import Take, Way

NAME = Way.model_validate({"from": ["name"]})


@dataclass(frozen=True, slots=True)
class Taken:
    """A record that becomes a document: what the source calls it, and the id that it has, or would have, here."""

    record: Record
    take: Take
    key: str
    id: str

    @property
    def model(self) -> type[Entity]:
        """The model of its kind."""
        return KINDS[self.take.kind]


def taken(material: Material) -> Iterator[Taken]:
    """The records that become documents, one of each kind at most, with what they are called. Raises Broken."""
    known = set[tuple[str, tuple[str | int, ...], int]]()
    for number, record in enumerate(material.records):
        for take in material.mapping.take:
            for found in listed(take, record):
                place = (take.kind, found.address, number)
                if fits(take, found) and place not in known:
                    known.add(place)
                    yield identified(take, found)


def listed(take: Take, record: Record) -> Iterator[Record]:
    """The records of a list in a record; the record itself, where no list is named."""
    for path in take.list:
        steps = tuple(step for step in path.split(".") if step)
        yield from below(record, steps)


def below(record: Record, steps: tuple[str, ...]) -> Iterator[Record]:
    """The records at the end of a path; each item of a list on the way is gone through."""
    if not steps:
        yield record
        return
    value = record.value.get(steps[0])
    inside = enumerate(value) if isinstance(value, list) else [(None, value)]
    for index, each in inside:
        if isinstance(each, dict):
            way = (steps[0],) if index is None else (steps[0], index)
            yield from below(record.below(each, *way), steps[1:])


def fits(take: Take, record: Record) -> bool:
    """Whether a record says what it must, to be taken."""
    said = ((at(record.value, path), words) for path, words in take.where.items())
    return all(any(same_word(value, word) for word in words) for value, words in said)


def same_word(value: Value, word: object) -> bool:
    """Whether a value is a word, whatever its letters; `"*"` is any."""
    if isinstance(value, str) and isinstance(word, str):
        return value.strip().casefold() == word.casefold() or (word == "*" and bool(value.strip()))
    return value == word or (word == "*" and not says_nothing(value))


def identified(take: Take, record: Record) -> Taken:
    """A record with its key and its id. Raises Broken where nothing says what it is called."""
    way = take.id or take.fields.get("name") or NAME
    path = next(paths_of(way), "")
    written = said(way, record, path)
    key = said(take.key, record, next(paths_of(take.key), "")) if take.key else written
    if not written or not key:
        raise record.broken(
            path,
            "nothing says what this is called",
            "write it there, or name the column of a table that says it: `--map name=COLUMN`",
        )
    id = slug(written)
    if not id:
        raise record.broken(path, f"`{written}` leaves nothing of an id", "map `id` to Latin letters or digits")
    return Taken(record, take, key, id)


def said(way: Way, record: Record, path: str) -> str:
    """What a record is called, by a way. Raises Broken."""
    try:
        made = Course(way, Fitting(lambda _, word: word), str).drawn(record.value)
        return text(made) if made is not None else ""
    except Unfit as unfit:
        raise record.broken(path, unfit.problem, unfit.action) from unfit


def untaken(material: Material) -> tuple[Record, ...]:
    """The records of which nothing becomes a document."""
    takes = material.mapping.take
    return tuple(
        record
        for record in material.records
        if not any(fits(take, found) for take in takes for found in listed(take, record))
    )
