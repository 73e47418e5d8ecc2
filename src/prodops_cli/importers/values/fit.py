"""Fitting: a value of a source as the type of a field wants it. What a field can't have is refused, never guessed."""

from collections.abc import Callable
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, get_args, get_origin

from prodops_cli.documents.node import Value
from prodops_cli.importers.values import day
from prodops_cli.importers.values.number import Sign, number
from prodops_cli.importers.values.slug import slug
from prodops_cli.importers.values.unfit import Unfit
from prodops_cli.models.part import Part
from prodops_cli.models.reference import Ref
from prodops_cli.models.shape import annotations
from prodops_cli.models.values import (
    Amount,
    Count,
    Day,
    Duration,
    Flag,
    Moment,
    Number,
    Percent,
    Scalar,
    Share,
    Shorthand,
    Slug,
)

NOTHING: Final = frozenset(("", "-", "–", "—", "n/a", "none", "null", "tbd", "?"))
"""What people write where there is nothing to write."""
YES: Final = frozenset(("yes", "true", "1", "y", "x", "on"))
NO: Final = frozenset(("no", "false", "0", "n", "off"))

Refer: TypeAlias = Callable[[str, str], str]
"""The id that a source means, by the kind (`same` is the document's own) and what the source says."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What is known when a value is fitted: whom names mean, and how the source writes numbers and days."""

    refer: Refer
    sign: Sign | None = None
    days: str | None = None

    def fit(self, value: Value, annotation: Any) -> Value:
        """The value as a type wants it; None where it says nothing. Raises Unfit."""
        for known, read in READ:
            if annotation == known:
                return read(self, value) if not says_nothing(value) else None
        match get_origin(annotation):
            case found if found is Annotated:
                return self.fit_marked(value, *get_args(annotation))
            case found if found in (Union, UnionType):
                return self.fit(value, next(each for each in get_args(annotation) if each is not NoneType))
            case found if found is tuple:
                return self.fit_all(value, get_args(annotation)[0])
            case found if found is Literal:
                return one_of(value, get_args(annotation))
            case _:
                return self.fit_part(value, annotation)

    def fit_marked(self, value: Value, model: Any, *marks: Any) -> Value:
        """The value of a type with marks: a reference, or one that may be written alone."""
        for mark in marks:
            if isinstance(mark, Ref):
                return self.refer(mark.kind, text(value)) if not says_nothing(value) else None
            if isinstance(mark, Shorthand) and isinstance(value, str) and str in mark.types:
                return self.fit(value, annotations(model)[mark.key])
        return self.fit(value, model)

    def fit_all(self, value: Value, item: Any) -> Value:
        """A list; a text is one of items between semicolons."""
        items = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else [value]
        made = (self.fit(each.strip() if isinstance(each, str) else each, item) for each in items)
        return [each for each in made if each is not None] or None

    def fit_part(self, value: Value, model: Any) -> Value:
        """A mapping with known keys, each as it should be; a text as it is."""
        if not (isinstance(model, type) and issubclass(model, Part)):
            return text(value) if model is str else value
        if not isinstance(value, dict):
            raise Unfit(f"`{value}` is no mapping", "map the keys inside of this field one by one")
        known = annotations(model)
        made = {key: self.fit(part, known.get(key)) for key, part in value.items()}
        return {key: part for key, part in made.items() if part is not None} or None

    def number(self, value: Value) -> Value:
        """A number, also one that a text writes."""
        return number(value, self.sign) if isinstance(value, str) else value

    def whole(self, value: Value) -> Value:
        """A number without decimals, where it has none."""
        made = self.number(value)
        return int(made) if isinstance(made, float) and made.is_integer() else made

    def percent(self, value: Value) -> Value:
        """A number, or a percent as people write it."""
        if isinstance(value, str) and value.rstrip().endswith("%"):
            return f"{number(value.rstrip().removesuffix('%'), self.sign):g}%"
        return self.number(value)

    def day(self, value: Value) -> Value:
        """A day."""
        return day.day(text(value), self.days) if isinstance(value, str) else day.of_number(numeric(value))[:10]

    def moment(self, value: Value) -> Value:
        """A day or an instant."""
        return day.moment(text(value), self.days) if isinstance(value, str) else day.of_number(numeric(value))


def flag(_: Fitting, value: Value) -> Value:
    """True or false. Raises Unfit."""
    said = text(value).casefold()
    if said not in YES | NO:
        raise Unfit(f"`{text(value)}` is neither yes nor no", "map its words: `words: {…: true}`")
    return said in YES


def one_of(value: Value, words: tuple[object, ...]) -> Value:
    """The word of a list that is meant, in whatever letters; another is kept, so that a lint tells it."""
    if says_nothing(value):
        return None
    said = text(value)
    joined = slug(said).replace("-", "_")
    return joined if joined in words else said


def text(value: Value) -> str:
    """A value without parts as a text. Raises Unfit for lists and mappings."""
    match value:
        case dict() | list() | None:
            raise Unfit("this is a list or a mapping, where a text is needed", "say which of its parts is meant")
        case bool():
            return "true" if value else "false"
        case _:
            return str(value).strip()


def numeric(value: Value) -> float:
    """A number. Raises Unfit."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unfit(f"`{value}` is no day", "mend it, or leave it out")
    return value


def says_nothing(value: Value) -> bool:
    """Whether a value stands for none."""
    return value is None or value in ([], {}) or (isinstance(value, str) and value.strip().casefold() in NOTHING)


READ: Final[tuple[tuple[Any, Callable[[Fitting, Value], Value]], ...]] = (
    (Number, Fitting.number),
    (Share, Fitting.number),
    (Count, Fitting.whole),
    (Percent, Fitting.percent),
    (Amount, Fitting.percent),
    (Flag, flag),
    (Day, Fitting.day),
    (Moment, Fitting.moment),
    (Duration, lambda _, value: day.duration(text(value))),
    (Slug, lambda _, value: slug(text(value)) or None),
    (Scalar, lambda _, value: value),
)
"""What is made of a value for each sort of field; all others take it as text."""
