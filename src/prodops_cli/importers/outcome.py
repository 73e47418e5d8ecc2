"""Outcomes: what an import does, document by document and field by field."""

from dataclasses import dataclass
from enum import Enum

from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import Fate
from prodops_cli.trees.step import Step


class State(Enum):
    """What becomes of a document."""

    new = "new"
    updated = "updated"
    same = "same"


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its dotted path: what became of it, what source and file said, and what each is to say from now on.

    `reason` says why it can't be written, if it can't.
    """

    path: tuple[str, ...]
    fate: Fate
    then: Value
    now: Value
    file: Value
    after: Value
    memory: Value
    reason: str = ""

    @property
    def name(self) -> str:
        """`contract.renewal`."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Imported:
    """A record and its document: `withheld` are fields with the reason, `dropped` paths that no field comes from."""

    kind: str
    id: str
    key: str
    path: str
    place: str
    state: State
    fields: tuple[Field, ...]
    withheld: tuple[tuple[str, str], ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A document whose record the source no longer has."""

    kind: str
    id: str
    path: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that an import does. `untaken` are the places of records that nothing becomes of; `steps` write the files."""

    system: str
    imported: tuple[Imported, ...]
    gone: tuple[Gone, ...]
    untaken: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def conflicts(self) -> int:
        """How many fields both sides have changed."""
        return sum(field.fate is Fate.conflict for each in self.imported for field in each.fields)
