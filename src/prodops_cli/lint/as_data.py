"""Verdicts as JSON and back: all that outputs ask of one, and nothing that could be run."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Create, Move, Replace, Verdict

OPERATIONS: Final = {made.__name__: made for made in (Replace, Create, Move)}
"""What a fix may do; the only values whose type does not follow from where they stand."""


def written(verdict: Verdict) -> bytes:
    """A verdict as JSON; each text that it quotes stands there once."""
    writing = Writing()
    said = writing.data(verdict)
    texts = [[source.path, source.text, source.digest] for source in writing.sources]
    return json.dumps([texts, said], separators=(",", ":")).encode()


def read(data: bytes) -> Verdict:
    """The verdict that was written. Raises ValueError for what is none."""
    try:
        texts, said = json.loads(data)
        verdict: Verdict = reading(Verdict, said, [Source(*each) for each in texts])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ValueError("this is no verdict") from error
    return verdict


class Writing:
    """Values as lists and plain values, and the sources that they name by number."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.numbers: dict[int, int] = {}

    def data(self, value: Any) -> Any:
        """A value; a place is its source's number and its range."""
        match value:
            case Source():
                return self.number(value)
            case Place():
                return [self.number(value.source), *value.span]
            case tuple():
                return [self.data(each) for each in value]
            case date():
                return value.isoformat()
            case _ if is_dataclass(value):
                parts = [self.data(getattr(value, field.name)) for field in fields(value)]
                name = type(value).__name__
                return [name, *parts] if name in OPERATIONS else parts
            case _:
                return value

    def number(self, source: Source) -> int:
        """The number of a source; two that are alike stay two."""
        if id(source) not in self.numbers:
            self.numbers[id(source)] = len(self.sources)
            self.sources.append(source)
        return self.numbers[id(source)]


def reading(wanted: Any, data: Any, sources: Sequence[Source]) -> Any:
    """The value of a type. Raises LookupError, TypeError or ValueError where there is none."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return reading_one_of(get_args(wanted), data, sources)
    if origin is Literal:
        return get_args(wanted)[get_args(wanted).index(data)]
    if origin is tuple:
        first, *more = get_args(wanted)
        kinds = [first] * len(data) if more == [...] else [first, *more]
        return tuple(reading(kind, each, sources) for kind, each in zip(kinds, data, strict=True))
    if wanted is Source:
        return sources[data]
    if wanted is Span:
        return Span(*data)
    if wanted is Place:
        return Place(sources[data[0]], exact=Span(*data[1:]))
    return made(wanted, data, sources) if is_dataclass(wanted) else plain(wanted, data)


def made(wanted: Any, data: Any, sources: Sequence[Source]) -> Any:
    """The value of a dataclass, of the values of its fields."""
    kinds = types_of(wanted)
    return wanted(*(reading(kind, each, sources) for kind, each in zip(kinds, data, strict=True)))


def reading_one_of(kinds: Sequence[Any], data: Any, sources: Sequence[Source]) -> Any:
    """The value of one of several types: of None and another, of the operations, or of plain ones."""
    if data is None and type(None) in kinds:
        return None
    left = [kind for kind in kinds if kind is not type(None)]
    if Replace in left:
        return made(OPERATIONS[data[0]], data[1:], sources)
    return reading(left[0] if len(left) == 1 else left[left.index(type(data))], data, sources)


def plain(wanted: Any, data: Any) -> Any:
    """A value without parts."""
    if wanted is date:
        return date.fromisoformat(data)
    if issubclass(wanted, IntEnum):
        return wanted(data)
    if type(data) is not wanted:
        raise TypeError(data)
    return data


@cache
def types_of(made: Any) -> tuple[Any, ...]:
    """The types of a dataclass's fields, in their order."""
    hints = get_type_hints(made)
    return tuple(hints[field.name] for field in fields(made))
