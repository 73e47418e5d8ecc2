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
    found = entity_of(document, value, model, alone)
    like = "" if "kind" in value else other_kind(document, value, found)
    return Interpretation(None, (UnknownKind(document, "", folder_kind, like),)) if like else found


def other_kind(document: Document, value: dict[str, Value], found: Interpretation) -> str:
    """The one kind as which nothing is wrong, of a document with keys that its folder's kind has none like."""
    if not any(isinstance(each, UnknownKey) and len(each.address) == 1 and not each.near for each in found.wrong):
        return ""
    fitting = [kind for kind, model in KINDS.items() if not entity_of(document, value, model, alone=False).wrong]
    return fitting[0] if len(fitting) == 1 else ""


def entity_of(document: Document, value: dict[str, Value], model: type[Entity], alone: bool) -> Interpretation:
    """The entity of a kind, known by its id whatever else is wrong with it."""
    own = {key: part for key, part in value.items() if key != "kind" and not key.startswith("x-")}
    entity, found = validate(document, own, model)
    mistakes = [with_reason(mistake) for mistake in found]
    if entity is None and (id := known_as(document, own, alone)):
        entity = validate(document, own | {"id": id}, model).model
    doubtful = tuple(doubts(mistakes))
    if entity is not None:
        mistakes += (
            MissingKey(document, address, why) for address, why in entity.conditions() if address not in doubtful
        )
        entity.placed(document, doubtful)
    told = {mistake.address for mistake in mistakes}
    mistakes += (habit for habit in habits(document) if habit.address not in told)
    return Interpretation(entity, tuple(mistakes))


def with_reason(mistake: Mistake) -> Mistake:
    """The mistake itself; of a missing id it is said why it is needed."""
    is_id = isinstance(mistake, MissingKey) and mistake.address == ("id",)
    return MissingKey(mistake.document, mistake.address, "everything is known by its id") if is_id else mistake


def known_as(document: Document, value: dict[str, Value], alone: bool) -> str:
    """The id of a document that does not say it as it should: what is written there, else what the file is called."""
    if isinstance(value.get("id"), bool | int | float):
        span = document.span(("id",))
        return document.source.text[span.start : span.stop]
    return PurePosixPath(document.source.path).stem if alone else ""


def doubts(mistakes: list[Mistake]) -> list[Address]:
    """Where something is wrong, or missing because its key is misspelt."""
    addresses = [mistake.address for mistake in mistakes]
    slips = (mistake for mistake in mistakes if isinstance(mistake, UnknownKey) and mistake.near)
    return addresses + [(*slip.address[:-1], slip.near) for slip in slips]
