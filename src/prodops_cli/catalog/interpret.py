"""Interpretation: from one document to one entity, with what is wrong in it."""

from pathlib import PurePosixPath
from typing import NamedTuple

from prodops_cli.catalog.wrong import UnknownKind, Wrong
from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address, Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.habits import habits
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mistakes import MissingKey, Mistake, UnknownKey, WrongType
from prodops_cli.models.validate import validate


class Interpretation(NamedTuple):
    """The entity that a document is, if it is one, and the mistakes in it."""

    entity: Entity | None
    wrong: tuple[Wrong, ...]


def interpret(document: Document, folder_kind: str, alone: bool) -> Interpretation:
    """What a document is. `folder_kind` is what its folder says, `alone` whether it has the file for itself."""
    value = document.value
    if not isinstance(value, dict):
        return Interpretation(None, (WrongType(document, (), value, "a mapping, such as {id: …, name: …}"),))
    said = value.get("kind", folder_kind)
    model = KINDS.get(said) if isinstance(said, str) else None
    if model is None or (folder_kind and said != folder_kind):
        return Interpretation(None, (UnknownKind(document, str(said), folder_kind),))
    return entity_of(document, value, model, PurePosixPath(document.source.path).stem if alone else "")


def entity_of(document: Document, value: dict[str, Value], model: type[Entity], stem: str) -> Interpretation:
    """The entity of a kind; where it does not say its id, the file's name says it."""
    own = {key: part for key, part in value.items() if key != "kind" and not key.startswith("x-")}
    if not isinstance(own.get("id", ""), str):
        own["id"] = raw(document, "id")
    checked = validate(document, own if "id" in own or not stem else own | {"id": stem}, model)
    mistakes = list(checked.mistakes)
    if "id" not in own and stem:
        mistakes.append(MissingKey(document, ("id",), "everything is known by its id"))
    entity = checked.model
    doubtful = tuple(doubts(mistakes))
    if entity is not None:
        mistakes += (
            MissingKey(document, address, why) for address, why in entity.conditions() if address not in doubtful
        )
        entity.placed(document, doubtful)
    told = {mistake.address for mistake in mistakes}
    mistakes += (habit for habit in habits(document) if habit.address not in told)
    return Interpretation(entity, tuple(mistakes))


def raw(document: Document, key: str) -> str:
    """A value as it is written."""
    span = document.span((key,))
    return document.source.text[span.start : span.stop]


def doubts(mistakes: list[Mistake]) -> list[Address]:
    """Where something is wrong, or missing because its key is misspelt."""
    addresses = [mistake.address for mistake in mistakes]
    slips = (mistake for mistake in mistakes if isinstance(mistake, UnknownKey) and mistake.near)
    return addresses + [(*slip.address[:-1], slip.near) for slip in slips]
