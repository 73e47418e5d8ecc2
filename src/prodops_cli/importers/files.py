"""Files: the texts that an import changes or begins, while it goes through the records."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from prodops_cli.documents.amend import Unplaceable
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.node import Value
from prodops_cli.documents.source import Source
from prodops_cli.failure import Misuse
from prodops_cli.fixes.assign import step_of
from prodops_cli.importers.document import amended
from prodops_cli.importers.merge import Fate
from prodops_cli.importers.outcome import Field
from prodops_cli.importers.remembered import KEY, memory_of
from prodops_cli.importers.settled import unwritten
from prodops_cli.models.entity import Entity
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Files:
    """A tree, the texts of its files that are other ones now, and those of new files."""

    tree: Tree
    changed: dict[str, Source] = field(default_factory=dict)
    begun: dict[str, str] = field(default_factory=dict)

    def of(self, entity: Entity) -> Document:
        """The document of an entity as it is to be by now."""
        here = entity.document
        source = self.changed.get(here.source.path)
        if source is None:
            return here
        return next(each for each in read(source).documents if (each.index, each.item) == (here.index, here.item))

    def amended(self, entity: Entity, wanted: Field) -> Field:
        """Writes what a field is to say; what can't be written is told."""
        if wanted.fate is not Fate.mapped:
            return wanted
        try:
            self.write(entity, wanted.path, wanted.after)
        except Unplaceable as unplaceable:
            return unwritten(wanted, unplaceable.reason)
        return wanted

    def write(self, entity: Entity, path: tuple[str, ...], value: Value) -> None:
        """Writes one value. Raises Unplaceable."""
        document = amended(self.of(entity), type(entity), path, value)
        self.changed[document.source.path] = document.source

    def remember(self, entity: Entity, system: str, key: str, memory: Mapping[str, Value]) -> None:
        """Writes what a source calls a document, and what it said. Raises Misuse where there is no place for that."""
        before = memory_of(entity, system)
        try:
            if (entity.external or {}).get(system) != key:
                self.write(entity, ("external", system), key)
            if not before or not memory:
                if before != memory:
                    self.write(entity, (KEY, system), dict(memory))
                return
            for name in (*memory, *(name for name in before if name not in memory)):
                if before.get(name) != memory.get(name):
                    self.write(entity, (KEY, system, name), memory.get(name))
        except Unplaceable as unplaceable:
            path = entity.document.source.path
            raise Misuse(
                f"{path} can't take in `{KEY}`: {unplaceable.reason}", "look at it in an editor"
            ) from unplaceable

    def is_free(self, path: str) -> bool:
        """Whether nothing stands at a path."""
        return path not in self.begun and not any(True for _ in self.tree.walk(path))

    def begin(self, path: str, text: str) -> None:
        """A new file."""
        self.begun[path] = text

    def steps(self) -> tuple[Step, ...]:
        """What happens to which file, sorted by path."""
        changed = (step for source in self.changed.values() for step in step_of(self.tree, source))
        begun = (Step(path, None, text.encode()) for path, text in self.begun.items())
        return tuple(sorted((*changed, *begun), key=lambda step: step.path))
