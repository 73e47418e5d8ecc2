"""Choices: what may be answered, from the words of the models and what there is in the catalog."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args, get_origin

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.models.pattern import is_slug
from prodops_cli.models.reference import Ref
from prodops_cli.models.shape import annotation_at, inside, shorthands_at
from prodops_cli.models.spelling import nearest
from prodops_cli.starter.drafts.draft import Draft
from prodops_cli.starter.drafts.questions import Question

PLACES: Final = frozenset(("surface", "surfaces"))


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and what people call it."""

    value: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be answered: one of these, or several; where there are none, anything.

    `kind` is what they are ids of. Others are refused where they are `closed`.
    """

    among: tuple[Choice, ...] = ()
    takes_several: bool = False
    kind: str = ""
    closed: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The answers."""
        return tuple(each.value for each in self.among)

    @property
    def lacks_all(self) -> bool:
        """Whether a document is to be named, and there is none."""
        return bool(self.kind) and not self.among

    def refuse(self, said: str) -> None:
        """Raises Misuse for an answer that can't be."""
        if not self.closed or said in self.values:
            return
        near = nearest(said, self.values)
        sentence = f"no {self.kind} is called `{said}`" if self.kind else f"`{said}` is none of them"
        raise Misuse(sentence, f"did you mean `{near}`?" if near else self.otherwise(said))

    def otherwise(self, said: str) -> str:
        """What to do where nothing is like an answer."""
        if not self.kind:
            return f"there are {', '.join(self.values)}"
        return f"`prodops new {self.kind} {said}` begins one" if is_slug(said) else "name one that there is"


def choices(question: Question, draft: Draft, catalog: Catalog, today: date) -> Choices:
    """What may be answered to a question."""
    parts = tuple(part for annotation in annotations_of(draft.model, question.key) for part in inside(annotation))
    several = any(get_origin(each) is tuple for each in parts)
    for part in parts:
        if isinstance(part, Ref):
            kind = draft.model.kind if part.kind == "same" else part.kind
            among = tuple(sorted(offered(catalog, kind, question, today), key=lambda each: each.value))
            return Choices(among, several, kind, closed=True)
        if get_origin(part) is Literal:
            return Choices(tuple(Choice(word) for word in get_args(part)), several, closed=True)
    if question.key in PLACES:
        declared = tuple(Choice(name) for name in sorted(catalog.settings.surfaces))
        return Choices(declared, several, closed=bool(declared))
    return Choices((), several)


def annotations_of(model: type[Entity], key: str) -> Iterator[object]:
    """The type of what is written at a dotted path, and those of what may be written alone there."""
    path = tuple(key.split("."))
    yield annotation_at(model, path)
    for mark in shorthands_at(model, path):
        yield annotation_at(model, (*path, mark.key))


def offered(catalog: Catalog, kind: str, question: Question, today: date) -> Iterator[Choice]:
    """The documents of a kind that one can still name."""
    for entity in catalog.all(KINDS[kind]):
        is_whole = not (isinstance(entity, Metric) and entity.trouble)
        is_person = not isinstance(entity, Owner) or entity.type == "person"
        if entity.is_live_on(today) and is_whole and (is_person or not question.people_only):
            yield Choice(entity.id, entity.name or "")
