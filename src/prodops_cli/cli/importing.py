"""Importing: from the words of a command line to what there is to import, and on to the files of the catalog."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from prodops_cli import pipeline
from prodops_cli.cli.fixing import say
from prodops_cli.cli.opening import Opened
from prodops_cli.failure import Failure, Misuse
from prodops_cli.fixes.plan import where
from prodops_cli.importers.broken import LARGEST
from prodops_cli.importers.choose import known, mapping, prepared
from prodops_cli.importers.material import Material
from prodops_cli.importers.merge import Side
from prodops_cli.importers.outcome import Outcome
from prodops_cli.importers.own import is_own
from prodops_cli.importers.plan import planned
from prodops_cli.importers.reading.choose import ENDINGS, reader
from prodops_cli.importers.record import Record
from prodops_cli.importers.table import Table, columns_of, mapping_of
from prodops_cli.importers.unreadable import Unreadable
from prodops_cli.importers.values.slug import slug
from prodops_cli.lint.request import Request
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mapping import SourceMapping
from prodops_cli.outputs.look import Look
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.transaction import transaction

STDIN: Final = "-"
MOST: Final = 2_000
"""Files of a folder."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a command line asks for: a source that is known, a mapping of one's own, or a table."""

    source: str | None
    paths: tuple[str, ...]
    mapping: Path | None
    table: Table | None
    system: str | None
    encoding: str | None


def material(wish: Wish, request: Request) -> Material:
    """What there is to import. Raises Failure for a source that can't be read, Misuse for a mapping that can't be."""
    if wish.table:
        return of_table(wish, wish.table, records(wish, None, request))
    found = own_mapping(wish.mapping, request) if wish.mapping else known(wish.source or "")
    said = wish.system or found.system or wish.source or slug(wish.mapping.stem if wish.mapping else "")
    gathered = records(wish, found.reads, request)
    return Material(named(said), found, prepared(wish.source, gathered) if wish.source else gathered)


def own_mapping(path: Path, request: Request) -> SourceMapping:
    """The mapping that somebody has written. Raises Failure, Misuse."""
    try:
        return mapping(str(path), read(str(path)))
    except Unreadable as unreadable:
        raise Misuse(worded(unreadable, request), "mend the mapping: docs/import.md shows what it may hold") from None


def of_table(wish: Wish, table: Table, found: tuple[Record, ...]) -> Material:
    """The records of a table; one that has the keys of a kind and nothing else was exported. Raises Misuse."""
    columns = columns_of(found)
    made = mapping_of(table, columns)
    if not table.maps and not table.key and is_own(KINDS[table.kind], columns):
        return Material("this sheet", made, found, is_own=True)
    stem = Path(wish.paths[0]).stem if wish.paths[0] != STDIN else ""
    return Material(named(wish.system or slug(stem)), made, found)


def named(system: str) -> str:
    """What the source is called in documents. Raises Misuse."""
    if not system[:1].isalpha() or slug(system) != system:
        raise Misuse(f"`{system}` can't be what a source is called", "say it in small letters: --system finance")
    return system


def records(wish: Wish, format: str | None, request: Request) -> tuple[Record, ...]:
    """The records of all files. Raises Failure, Misuse."""
    try:
        return tuple(
            record
            for path in files(wish.paths, format)
            for record in reader(format, path)(path, read(path), wish.encoding)
        )
    except Unreadable as unreadable:
        raise Failure(worded(unreadable, request), "nothing is written") from None


def worded(unreadable: Unreadable, request: Request) -> str:
    """What is wrong with a file of YAML, and where, as a lint says it; of several things the first."""
    first, *more = pipeline.reading(unreadable.wrong, request).findings
    others = f", and {len(more):,} more" if more else ""
    return f"{where(first)}: {first.problem.message}{others}"


def files(paths: Iterable[str], format: str | None) -> Iterator[str]:
    """The files that are named, and those below folders, by their names' endings. Raises Failure, Misuse."""
    endings = [ending for ending, name in ENDINGS.items() if format in (None, name)]
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            yield path
            continue
        found = sorted(each for each in Path(path).rglob("*") if each.suffix.lower() in endings and is_open(each, path))
        if not found or len(found) > MOST:
            problem = f"the folder {path} has {len(found):,} files that could be read"
            raise Failure(problem, "name the files themselves" if found else f"they end in {', '.join(endings)}")
        yield from map(str, found)


def is_open(file: Path, folder: str) -> bool:
    """Whether a file is a regular one, and no part of the way from a folder to it is hidden."""
    return file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)


def read(path: str) -> bytes:
    """The bytes of a file, or of stdin; no more than is needed to know that it is too large. Raises Failure."""
    if path == STDIN:
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise Failure(
            f"{path} cannot be read: {getattr(error, 'strerror', error)}", "name the source's file"
        ) from error


def imported(place: Opened, request: Request, wanted: Material, wins: Side, look: Look, preview: bool) -> Outcome:
    """Imports, all of it or nothing; a preview writes nothing. Raises Failure, Misuse, SettingsRefused."""
    with nullcontext() if preview else transaction(place.root) as writing:
        if writing:
            say(filter(None, [writing.mended]), look)
        tree = Snapshot(place.tree)
        outcome = planned(tree, pipeline.opened(tree, request), wanted, wins)
        if writing:
            writing.carry_out(outcome.steps)
    return outcome


def lacking(place: Opened, request: Request, outcome: Outcome) -> int:
    """How much a lint finds in what was written: what the source lacks is for people to write."""
    paths = tuple(step.path for step in outcome.steps)
    return len(pipeline.lint(place.tree, Request(request.today, paths=paths)).findings) if paths else 0
