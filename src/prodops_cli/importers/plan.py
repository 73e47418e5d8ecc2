"""Planning: what an import makes of a catalog, three ways for each field. Nothing is written here."""

from collections.abc import Iterator, Sequence

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Value
from prodops_cli.failure import Misuse
from prodops_cli.importers.broken import MOST
from prodops_cli.importers.document import new
from prodops_cli.importers.files import Files
from prodops_cli.importers.match import gone, matches
from prodops_cli.importers.material import Material
from prodops_cli.importers.merge import Fate, Side
from prodops_cli.importers.outcome import Field, Gone, Imported, Outcome, State
from prodops_cli.importers.own import read_own, typed
from prodops_cli.importers.remembered import KEY, remembered
from prodops_cli.importers.said import Said, read
from prodops_cli.importers.settled import fields_of, memory_after
from prodops_cli.importers.taken import Taken, taken, untaken
from prodops_cli.models.entity import Entity
from prodops_cli.sheets.column import Path
from prodops_cli.trees.tree import Tree


def planned(tree: Tree, catalog: Catalog, material: Material, wins: Side) -> Outcome:
    """What an import does. Raises Broken, Misuse: then nothing at all is done."""
    records = tuple(taken(material))
    if len(records) > MOST:
        raise Misuse(f"there are {len(records):,} records, more than {MOST:,}", "import a part of them")
    found = matches(records, catalog, material)
    files = Files(tree)
    imported = tuple(
        updated(said, entity, material, wins, files) if entity else begun(said, catalog, material, files)
        for said, entity in zip(told(records, found, catalog, material), found, strict=True)
    )
    lost = tuple(Gone(each.kind, each.id, each.document.source.path) for each in gone(records, catalog, material))
    left = tuple(record.place() for record in untaken(material))
    return Outcome(material.system, imported, lost, left, files.steps())


def told(
    records: Sequence[Taken], found: Sequence[Entity | None], catalog: Catalog, material: Material
) -> Iterator[Said]:
    """What each record says. Raises Broken."""
    if material.is_own:
        return (read_own(each) for each in records)
    ids = [entity.id if entity else each.id for each, entity in zip(records, found, strict=True)]
    return read(records, ids, catalog, material.system)


def begun(said: Said, catalog: Catalog, material: Material, files: Files) -> Imported:
    """A new document. Raises Broken where its file is another's."""
    taken = said.taken
    path = f"{catalog.settings.folder(taken.take.kind, taken.model.folder)}/{taken.id}.yaml"
    if not files.is_free(path):
        raise taken.record.broken("", f"`{path}` is there already, and is not the document of this", "move that file")
    fields = {path: value for path, value in said.fields.items() if value is not None}
    text: dict[Path, Value] = {("id",): taken.id, **fields}
    if not material.is_own:
        ways = said.taken.take.fields
        named = {".".join(path): value for path, value in fields.items()}
        memory = {name: remembered(value) for name, value in named.items() if not ways[name].at_first}
        text |= {("external", material.system): taken.key, (KEY, material.system): memory}
    files.begin(path, new(taken.model, text))
    made = (Field(path, Fate.mapped, None, value, None, value, None) for path, value in fields.items())
    return outcome(said, taken.id, path, State.new, tuple(made))


def updated(said: Said, entity: Entity, material: Material, wins: Side, files: Files) -> Imported:
    """A document that is there. Raises Misuse where not even what is to be remembered can be written."""
    wanted = tuple(typed(said, entity)) if material.is_own else tuple(fields_of(said, entity, material.system, wins))
    fields = tuple(files.amended(entity, each) for each in wanted)
    if not material.is_own:
        files.remember(entity, material.system, said.taken.key, memory_after(entity, material.system, fields))
    state = State.same if files.of(entity) == entity.document else State.updated
    return outcome(said, entity.id, entity.document.source.path, state, fields)


def outcome(said: Said, id: str, path: str, state: State, fields: tuple[Field, ...]) -> Imported:
    """What became of a record."""
    taken = said.taken
    withheld = tuple(said.withheld.items())
    return Imported(taken.take.kind, id, taken.key, path, taken.record.place(), state, fields, withheld, said.dropped)
