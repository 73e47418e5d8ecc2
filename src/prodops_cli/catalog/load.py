"""Loading: from a tree to a catalog. What cannot be read is noted, and the rest is read all the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final, NamedTuple, TypeAlias

from prodops_cli.catalog.ahead import read_ahead
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.codeowners import read_codeowners
from prodops_cli.catalog.interpret import interpret
from prodops_cli.catalog.settings import SETTINGS, load_settings
from prodops_cli.catalog.wrong import DuplicateId, UnknownKind, Wrong
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Document, Reading, read
from prodops_cli.documents.kept import as_kept, recalled
from prodops_cli.documents.refusal import Refused, Skipped, Unreadable
from prodops_cli.documents.source import Source, Span
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mistakes import WrongType
from prodops_cli.models.settings import Settings
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.tree import Entry, Tree

ENDINGS: Final = (".yaml", ".yml")
OTHER_ENDING: Final = re.compile(r"\.(?:ya?ml(?:\.txt)?|json)$", re.IGNORECASE)
WRITTEN_ID = re.compile(r"^[ -]*id:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)
NOTHING: Final[frozenset[tuple[str, str]]] = frozenset()
"""One for all files: each empty set of its own would take as much as a third of its text."""


class FileContent(NamedTuple):
    """What one file holds; `guessed` are the kinds and ids that it probably holds, where it can't be read."""

    path: str
    entities: tuple[Entity, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    guessed: frozenset[tuple[str, str]] = NOTHING


Seen: TypeAlias = dict[tuple[str, str, str], FileContent]
"""What files hold that were read before, by path, kind and digest."""


def load(tree: Tree, seen: Seen | None = None) -> Catalog:
    """Reads all documents of a tree; what was `seen` before, in this tree or another, is not parsed again.

    Raises NoSettings where there is no prodops.yaml, WrongSettings where it is wrong.
    """
    document, settings = load_settings(tree)
    seen = {} if seen is None else seen
    found = tuple(entries(tree, settings))
    ahead = read_ahead(tree, [entry for entry, _ in found])
    contents = [read_file(tree, ahead.get(entry.path, entry), kind, seen) for entry, kind in found]
    tree.kept.keep()
    entities = tuple(entity for content in contents for entity in content.entities)
    wrong = tuple(wrong for content in contents for wrong in content.wrong)
    return Catalog(
        settings,
        document,
        entities,
        (*wrong, *duplicate_ids(entities)),
        tuple(content.path for content in contents),
        frozenset(guess for content in contents for guess in content.guessed),
        read_codeowners(tree),
    )


def entries(tree: Tree, settings: Settings) -> Iterator[tuple[Entry, str]]:
    """Every document's file, once, with the kind that the deepest folder around it says (empty where it says none)."""
    found = {}
    if globs := settings.catalog.include:
        found = {entry.path: (entry, "") for entry in tree.walk() if matches(entry.path, globs)}
    known = folders(settings)
    for folder, kinds in sorted(known.items()):
        kind = kinds[0] if len(kinds) == 1 else ""
        found |= {entry.path: (entry, kind) for entry in tree.walk(folder)}
    for kind, model in KINDS.items():
        if kind not in known and not any(path.startswith(f"{model.folder}/") for path in found):
            found |= {entry.path: (entry, "") for entry in tree.walk(kind)}  # metric/, where metrics/ is meant
    for path in sorted(found.keys() - {SETTINGS}):
        if path.endswith(ENDINGS) or is_misnamed(tree, path):
            yield found[path]


def is_misnamed(tree: Tree, path: str) -> bool:
    """Whether a file would be a document, if its name ended otherwise; JSON is one that has what each document has."""
    found = OTHER_ENDING.search(path)
    if found is None or found[0].lower() != ".json":
        return found is not None
    try:
        text = tree.read(path)
    except OSError:
        return False
    return b'"id"' in text and b'"name"' in text


def instead(path: str) -> str:
    """The name by which a file would be read; empty for one that is read."""
    return "" if path.endswith(ENDINGS) else OTHER_ENDING.sub(".yaml", path)


def folders(settings: Settings) -> dict[str, list[str]]:
    """The kinds by their folder; where several share one, each document says its kind."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, model in KINDS.items():
        path = PurePosixPath(settings.folder(kind, model.folder).strip("/"))
        found["/".join(path.parts)].append(kind)
    return found


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a path is under one of the globs; `*` crosses folders."""
    return any(fnmatchcase(path, glob) for glob in globs)


def read_file(tree: Tree, entry: Entry, kind: str, seen: Seen) -> FileContent:
    """All that one file holds. What is seen again is not parsed; where its digest is known, it is not even read."""
    nowhere = (Source(entry.path, "", ""), Span(0, 0))
    try:
        if not entry.regular:
            raise Refused(Skipped(*nowhere))
        if better := instead(entry.path):
            skipped = Skipped(*nowhere, better)
            return FileContent(entry.path, wrong=(skipped,), guessed=guessed(Source(better, "", ""), kind))
        key = (entry.path, kind, entry.digest)
        if key not in seen:
            reading = kept_reading(entry.path, entry.digest, tree.kept) or new_reading(tree, entry.path)
            key = (entry.path, kind, reading.source.digest)
            seen[key] = content_of(reading, kind)
        return seen[key]
    except OSError as error:
        return refused(Refused(Unreadable(*nowhere, error.strerror or str(error))), kind)
    except Refused as refusal:
        return refused(refusal, kind)


def kept_reading(path: str, digest: str, kept: Kept) -> Reading | None:
    """What a file holds, if that was kept; None where nobody knows."""
    made = kept.shelf.get(digest) if digest else None
    return recalled(path, digest, made) if made is not None else None


def new_reading(tree: Tree, path: str) -> Reading:
    """What a file holds, which is read. Raises OSError, Refused."""
    source = decode(path, tree.read(path))
    if reading := kept_reading(path, source.digest, tree.kept):
        return reading
    reading = read(source)
    if tree.kept.lasts and (made := as_kept(reading)) is not None:
        tree.kept.shelf.put(source.digest, made)
    return reading


def content_of(reading: Reading, kind: str) -> FileContent:
    """The entities of a source, and what is wrong with them."""
    source = reading.source
    documents = [document for document in reading.documents if document.value is not None]
    if not documents:
        nothing = reading.documents[0] if reading.documents else Document(source, 0, None, None)
        return FileContent(source.path, wrong=(WrongType(nothing, (), None, "a document, or remove the file"),))
    found = [interpret(document, kind, alone=len(documents) == 1) for document in documents]
    entities = tuple(interpretation.entity for interpretation in found if interpretation.entity is not None)
    wrong = tuple(wrong for interpretation in found for wrong in interpretation.wrong)
    like = {each.like for each in wrong if isinstance(each, UnknownKind)}
    is_whole = len(entities) == len(found)
    guesses = NOTHING if is_whole else NOTHING.union(*(guessed(source, each) for each in (kind, *like)))
    return FileContent(source.path, entities, (*reading.refusals, *wrong), guesses)


def refused(refused: Refused, kind: str) -> FileContent:
    """A file that can't be read."""
    source = refused.refusal.source
    return FileContent(source.path, wrong=(refused.refusal,), guessed=guessed(source, kind))


def guessed(source: Source, kind: str) -> frozenset[tuple[str, str]]:
    """The entities that a source probably holds: what refers to them is no mistake, so that one is told once."""
    ids = (PurePosixPath(source.path).stem, *WRITTEN_ID.findall(source.text))
    return frozenset((each, id) for each in ([kind] if kind else KINDS) for id in ids)


def duplicate_ids(entities: Iterable[Entity]) -> Iterator[DuplicateId]:
    """Entities whose kind and id another has before them."""
    first: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        before = first.setdefault((entity.kind, entity.id), entity)
        if before is not entity:
            yield DuplicateId(entity, before)
