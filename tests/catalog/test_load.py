"""Loading a tree: where documents are, what they are, and what is said of those that are wrong."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.catalog.settings import WrongSettings
from prodops_cli.catalog.wrong import DuplicateId, UnknownKind, Wrong
from prodops_cli.documents.refusal import Refusal
from prodops_cli.failure import Failure
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.mistakes import Mistake
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.tree import Entry
from tests.documents.written import ACME, mutated

NO_ID = "name: A\ntype: person\n"
P, Q = f"id: p\n{NO_ID}", f"id: q\n{NO_ID}"
P_ITEM, FLOW = P.replace("\n", "\n  "), "id: f, name: A, type: team"
TOOL = "id: t\nname: A\nowner: x\nstatus: trial\n"


def catalog(files: dict[str, str], settings: str = "") -> Catalog:
    """A catalog of files by path."""
    texts = {"prodops.yaml": settings} | files
    return load(MemoryTree({path: text.encode() for path, text in texts.items()}))


def entities(found: Catalog) -> list[str]:
    """The entities: kind, id, path."""
    return [f"{entity.kind} {entity.id} {entity.document.source.path}" for entity in found.entities]


def wrongs(found: Catalog) -> list[str]:
    """What is wrong: sort and path."""
    return [" ".join((type(wrong).__name__, path_of(wrong))) for wrong in found.wrong]


def path_of(wrong: Wrong) -> str:
    """The file in which something is wrong."""
    match wrong:
        case DuplicateId(entity=entity):
            return entity.document.source.path
        case Refusal(source=source):
            return source.path
        case Mistake(document=document) | UnknownKind(document=document):
            return document.source.path


FOUND: tuple[tuple[str, dict[str, str], list[str], list[str]], ...] = (
    # Folders.
    ("", {"owners/a.yaml": P, "owners/b/c/d.yml": Q}, ["owner p owners/a.yaml", "owner q owners/b/c/d.yml"], []),
    ("", {"a.yaml": P, "other/a.yaml": P, "owners/a.json": P, "owners/.a.yaml": P}, [], []),
    ("", {"owners/.b/a.yaml": P, "ownersb/a.yaml": P}, [], []),
    ("catalog: {folders: {owner: people}}", {"people/a.yaml": P, "owners/b.yaml": "?"}, ["owner p people/a.yaml"], []),
    ("catalog: {folders: {owner: ./a//people/}}", {"a/people/a.yaml": P}, ["owner p a/people/a.yaml"], []),
    (
        "catalog: {folders: {owner: tools/people}}",
        {"tools/a.yaml": TOOL, "tools/people/a.yaml": P},
        ["tool t tools/a.yaml", "owner p tools/people/a.yaml"],
        [],
    ),
    (
        "catalog: {folders: {practice: docs, owner: docs/people}}",
        {"docs/a.yaml": "id: r\nname: A\nowner: x\n", "docs/people/a.yaml": P},
        ["practice r docs/a.yaml", "owner p docs/people/a.yaml"],
        [],
    ),
    (
        "catalog: {folders: {owner: '.'}}",
        {"a.yaml": P, "tools/b.yaml": TOOL},
        ["owner p a.yaml", "tool t tools/b.yaml"],
        [],
    ),
    (
        "catalog: {folders: {owner: all, tool: all}}",
        {"all/a.yaml": f"kind: owner\n{P}", "all/b.yaml": f"kind: tool\n{TOOL}", "all/c.yaml": TOOL},
        ["owner p all/a.yaml", "tool t all/b.yaml"],
        ["UnknownKind all/c.yaml"],
    ),
    # Files that are included.
    (
        "catalog: {include: ['services/*/catalog.yaml']}",
        {"services/a/catalog.yaml": f"kind: owner\n{P}", "services/a/b.yaml": "?"},
        ["owner p services/a/catalog.yaml"],
        [],
    ),
    ("catalog: {include: ['*']}", {"a.yaml": P, "owners/b.yaml": Q}, ["owner q owners/b.yaml"], ["UnknownKind a.yaml"]),
    # Kinds.
    ("", {"owners/a.yaml": f"kind: owner\n{P}"}, ["owner p owners/a.yaml"], []),
    ("", {"owners/a.yaml": f"kind: tool\n{TOOL}"}, [], ["UnknownKind owners/a.yaml"]),
    ("", {"owners/a.yaml": f"kind: person\n{P}"}, [], ["UnknownKind owners/a.yaml"]),
    ("", {"owners/a.yaml": f"kind: [owner]\n{P}"}, [], ["UnknownKind owners/a.yaml"]),
    # Several documents, and lists.
    ("", {"owners/a.yaml": f"{P}---\n{Q}"}, ["owner p owners/a.yaml", "owner q owners/a.yaml"], []),
    ("", {"owners/a.yaml": f"- {{{FLOW}}}\n- {P_ITEM}"}, ["owner f owners/a.yaml", "owner p owners/a.yaml"], []),
    ("", {"owners/a.yaml": f"---\n{P}---\n"}, ["owner p owners/a.yaml"], []),
    ("", {"owners/a.yaml": "- {name: A, type: team}\n"}, ["owner a owners/a.yaml"], ["MissingKey owners/a.yaml"]),
    ("", {"owners/a.yaml": f"{NO_ID}---\n{NO_ID}"}, [], ["MissingKey owners/a.yaml"] * 2),
    ("", {"owners/a.yaml": f"{P}---\nb\n"}, ["owner p owners/a.yaml"], ["WrongType owners/a.yaml"]),
    *(
        ("", {"owners/a.yaml": nothing}, [], ["WrongType owners/a.yaml"])
        for nothing in ("", "# b\n", "[]", "---\n---\n")
    ),
    # Ids.
    ("", {"owners/a.yaml": NO_ID}, ["owner a owners/a.yaml"], ["MissingKey owners/a.yaml"]),
    ("", {"owners/a.yaml": f"id:\n{NO_ID}"}, ["owner a owners/a.yaml"], ["WrongType owners/a.yaml"]),
    ("", {"owners/a.yaml": f"id: [b]\n{NO_ID}"}, ["owner a owners/a.yaml"], ["WrongType owners/a.yaml"]),
    ("", {"owners/a.yaml": f"id: 0x12\n{NO_ID}"}, ["owner 0x12 owners/a.yaml"], ["AmbiguousScalar owners/a.yaml"]),
    (
        "",
        {"owners/b.yaml": P, "owners/a.yaml": P, "tools/c.yaml": TOOL.replace("id: t", "id: p")},
        ["owner p owners/a.yaml", "owner p owners/b.yaml", "tool p tools/c.yaml"],
        ["DuplicateId owners/b.yaml"],
    ),
    # Refusals.
    ("", {"owners/a.yaml": "a: b: c\n"}, [], ["NotYaml owners/a.yaml"]),
    (
        "",
        {"owners/a.yaml": f"{P}1: x\nname: B\n"},
        ["owner p owners/a.yaml"],
        ["NotYaml owners/a.yaml", "DuplicateKey owners/a.yaml"],
    ),
)


@pytest.mark.parametrize(("settings", "files", "found", "wrong"), FOUND)
def test_what_is_found(settings: str, files: dict[str, str], found: list[str], wrong: list[str]) -> None:
    loaded = catalog(files, settings)
    assert entities(loaded) == found
    assert wrongs(loaded) == wrong


@dataclass(frozen=True)
class Odd:
    """A tree with links, files that can't be read, and another order."""

    memory: MemoryTree
    links: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    seed: int = 0
    name: str = "odd"
    prefix: str = ""
    kept: Kept = field(default_factory=Kept)

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, in some order."""
        found = [Entry(entry.path, entry.path not in self.links) for entry in self.memory.walk(folder)]
        random.Random(self.seed).shuffle(found)
        yield from found

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        if path in self.locked:
            raise PermissionError(13, "Permission denied", path)
        return self.memory.read(path)


def test_links_and_locked_files_are_told_and_guessed() -> None:
    memory = MemoryTree(
        {"prodops.yaml": b"", "owners/a.yaml": b"?", "owners/b.yaml": b"?", "owners/c.yaml": P.encode()}
    )
    found = load(Odd(memory, links=("owners/a.yaml",), locked=("owners/b.yaml",)))
    assert wrongs(found) == ["Skipped owners/a.yaml", "Unreadable owners/b.yaml"]
    assert entities(found) == ["owner p owners/c.yaml"]
    assert found.is_known("owner", "a")
    assert found.is_known("owner", "b")
    assert not found.is_known("tool", "a")


GUESSES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("owners/a.yaml", "id: b\nname: c: d\n", ("owner a", "owner b")),
    ("owners/a.yaml", "- id: 'b'\n  name: c: d\n- id: \"e-f\"\n", ("owner a", "owner b", "owner e-f")),
    ("owners/a.yaml", "kind: person\nid: b\n", ("owner a", "owner b")),
    ("owners/a.yaml", "id: c\nname: c\n---\nkind: person\nid: b\n", ("owner b", "owner c")),
    ("extra/a.yaml", "kind: person\nid: b\n", ("owner b", "tool b")),
    ("owners/a.yaml", "\n" * 1_048_570 + "id: b\n\n\n\n\n", ("owner a", "owner b")),
    ("owners/a.yaml", " " * 1_100_000 + "id: b", ("owner a", "owner b")),
    ("owners/a.yaml", "-" * 1_100_000, ("owner a",)),
)


@pytest.mark.parametrize(("path", "text", "known"), GUESSES, ids=range(len(GUESSES)))
def test_what_refers_to_an_unreadable_file_is_no_mistake(path: str, text: str, known: tuple[str, ...]) -> None:
    found = catalog({path: text}, "catalog: {include: [extra/*]}")
    assert all(found.is_known(*each.split()) for each in known)
    assert not found.is_known("owner", "z")


SETTINGS: tuple[tuple[str, str], ...] = (
    ("version: 2\n", "WrongType prodops.yaml"),
    ("vresion: 1\n", "UnknownKey prodops.yaml"),
    ("catalog:\n", "WrongType prodops.yaml"),
    ("a: b: c\n", "NotYaml prodops.yaml"),
    ("version: 1\nversion: 1\n", "DuplicateKey prodops.yaml"),
    ("[version]\n", "WrongType prodops.yaml"),
    ("[{version: 1}]\n", "WrongType prodops.yaml"),
    ("text\n", "WrongType prodops.yaml"),
    ("version: 1\n---\nversion: 1\n", "WrongType prodops.yaml"),
)


@pytest.mark.parametrize(("text", "wrong"), SETTINGS)
def test_wrong_settings(text: str, wrong: str) -> None:
    with pytest.raises(WrongSettings) as caught:
        catalog({}, text)
    assert [f"{type(each).__name__} {path_of(each)}" for each in caught.value.wrong] == [wrong]


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}", "x-note: a\n", "---\nversion: 1\n"])
def test_settings_that_say_little(text: str) -> None:
    found = catalog({"owners/a.yaml": P}, text)
    assert entities(found) == ["owner p owners/a.yaml"]
    assert found.settings_document.at("catalog", "name").span.start <= len(text)


def test_no_settings() -> None:
    with pytest.raises(Failure, match=r"there is no prodops\.yaml"):
        load(MemoryTree({"owners/a.yaml": P.encode()}))
    with pytest.raises(Failure, match="cannot be read: Permission denied"):
        load(Odd(MemoryTree({"prodops.yaml": b""}), locked=("prodops.yaml",)))


def test_looking_things_up() -> None:
    test = "id: e\nname: A\nowner: p\ntype: ab_test\nstatus: draft\nexcludes: [e, f]\nreplaced_by: e\n"
    found = catalog({"owners/a.yaml": P, "tools/t.yaml": TOOL, "experiments/e.yaml": test})
    owner, experiment = found.get(Owner, "p"), found.get(Experiment, "e")
    assert owner is not None
    assert experiment is not None
    assert found.get(Tool, "p") is None
    assert found.get(Owner, None) is None
    assert [entity.id for entity in found.all(Entity)] == ["e", "p", "t"]
    assert found.counts() == (("owner", 1), ("tool", 1), ("experiment", 1))
    assert [(mention.by.id, mention.reference.address) for mention in found.mentions(owner)] == [("e", ("owner",))]
    assert [mention.reference.address for mention in found.mentions(experiment)] == [("replaced_by",), ("excludes", 0)]
    assert found.entity_at(experiment.at("owner")) is experiment
    assert all(mention.place.source.text[slice(*mention.place.span)] == "e" for mention in found.mentions(experiment))


FILES = {path.relative_to(ACME).as_posix(): path.read_bytes() for path in sorted(ACME.rglob("*.yaml"))}


def essence(found: Catalog) -> tuple[object, ...]:
    """All of a catalog that a verdict can depend on."""
    places = tuple((type(wrong).__name__, path_of(wrong)) for wrong in found.wrong)
    return tuple(map(repr, found.entities)), places, found.files, found.guessed


def test_acme_is_right_in_any_order() -> None:
    found = load(MemoryTree(FILES))
    assert found.wrong == ()
    assert found.guessed == frozenset()
    assert essence(found) == essence(load(MemoryTree(FILES)))
    assert (
        essence(found) == essence(load(Odd(MemoryTree(FILES), seed=1))) == essence(load(Odd(MemoryTree(FILES), seed=2)))
    )


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FILES.keys() - {"prodops.yaml"})), mutated() | st.binary(max_size=80))
def test_any_content_loads(path: str, data: bytes) -> None:
    found = load(MemoryTree({"prodops.yaml": b"", path: data}))
    assert found.files == (path,)
    assert found.entities or found.wrong
    assert essence(found) == essence(load(MemoryTree({"prodops.yaml": b"", path: data})))
    for wrong in found.wrong:
        if isinstance(wrong, Mistake):
            span = wrong.place().span
            assert 0 <= span.start <= span.stop <= len(wrong.document.source.text)
