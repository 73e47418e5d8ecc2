"""What can be wrong with what was read: every sort has a rule of the family yaml that words it."""

from dataclasses import dataclass
from typing import TypeAlias

from prodops_cli.documents.document import Document
from prodops_cli.documents.refusal import Refusal
from prodops_cli.models.entity import Entity
from prodops_cli.models.mistakes import Mistake


@dataclass(frozen=True, slots=True)
class DuplicateId:
    """Two documents of a kind with one id; the first keeps it."""

    entity: Entity
    first: Entity


@dataclass(frozen=True, slots=True)
class UnknownKind:
    """A document of which nobody can say what it is; `said` is what it calls itself, `folder` its folder's kind.

    `like` is the one kind as which nothing is wrong with it, where its folder's kind doesn't know some of its keys.
    """

    document: Document
    said: str
    folder: str
    like: str = ""


Wrong: TypeAlias = Refusal | Mistake | DuplicateId | UnknownKind
