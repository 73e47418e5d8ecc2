"""The way of a value: from a path in a record, through what a mapping says, to what the field wants."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.record import at
from prodops_cli.importers.values.clean import clean
from prodops_cli.importers.values.fit import Fitting, says_nothing, text
from prodops_cli.importers.values.number import currency, number
from prodops_cli.importers.values.slug import slug
from prodops_cli.models.mapping import Way
from prodops_cli.models.shape import annotation_of

BRACES: Final = re.compile(r"\{([^{}]*)\}")
ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Course:
    """A way, and how the values on it are fitted."""

    way: Way
    fitting: Fitting
    annotation: Any

    def drawn(self, record: Mapping[str, Value]) -> Value:
        """The value for a field; None where the record says nothing. Raises Unfit."""
        value = clean(raw(self.way, record))
        if says_nothing(value):
            return None
        if self.way.each is not None:
            parts = [self.item(each, self.way.each) for each in items(value)]
            return [part for part in parts if part] or None
        made = several(self.way, value)
        return self.fitting.fit(made, self.annotation) if made is not None else None

    def item(self, value: Value, ways: Mapping[str, Way]) -> dict[str, Value]:
        """An item of a list of mappings."""
        inside = value if isinstance(value, dict) else {"": value}
        courses = ((key, Course(way, self.fitting, annotation_of(key, self.annotation))) for key, way in ways.items())
        made = ((key, course.drawn(inside)) for key, course in courses)
        return {key: part for key, part in made if part is not None}


def raw(way: Way, record: Mapping[str, Value]) -> Value:
    """What a record says for a way."""
    if way.template is not None:
        said = {path: at(record, path) for path in BRACES.findall(way.template)}
        if any(map(says_nothing, said.values())):
            return None
        return BRACES.sub(lambda found: text(said[found[1]]), way.template)
    paths = (at(record, path) for path in way.from_ or ())
    value = next((each for each in paths if not says_nothing(each)), None)
    return value if way.from_ else way.value


def items(value: Value) -> list[Value]:
    """The items of a list; of anything else, itself."""
    return value if isinstance(value, list) else [value]


def several(way: Way, value: Value) -> Value:
    """A value, or each item of a list, after all that is done to it; None where nothing is left."""
    if way.split is not None and isinstance(value, str):
        value = [part.strip() for part in value.split(way.split) if part.strip()]
    if not isinstance(value, list):
        return worked(way, value)
    return [made for item in value if (made := worked(way, item)) is not None] or None


def worked(way: Way, value: Value) -> Value:
    """One value after all that is done to it; None where it has no word. Raises Unfit."""
    for work in (cut, worded, multiplied, prefixed, turned):
        if value is None:
            return None
        value = work(way, value)
    return value


def cut(way: Way, value: Value) -> Value:
    """What stands behind the last mark, and before the first of another."""
    if way.behind is not None:
        value = text(value).rpartition(way.behind)[2]
    return text(value).partition(way.before)[0] if way.before is not None else value


def worded(way: Way, value: Value) -> Value:
    """Our word for the source's, whatever its letters."""
    if way.words is None or isinstance(value, dict | list):
        return value
    known = {word.casefold(): ours for word, ours in way.words.items()}
    return known.get(text(value).casefold(), known.get(ANY))


def multiplied(way: Way, value: Value) -> Value:
    """A number, or each of a list, so many times; 0.29 × 100 is 29."""
    match value:
        case list() if way.times is not None:
            return [multiplied(way, item) for item in value]
        case str() if way.times is not None:
            return round(number(value, way.decimal) * way.times, 9)
        case int() | float() if way.times is not None and not isinstance(value, bool):
            made = round(value * way.times, 9)
            return int(made) if isinstance(made, float) and made.is_integer() else made
        case _:
            return value


def prefixed(way: Way, value: Value) -> Value:
    """A text with something in front, unless it begins so."""
    if way.prefix is None or text(value).startswith(way.prefix):
        return value
    return f"{way.prefix}{text(value)}"


def turned(way: Way, value: Value) -> Value:
    """A text in another form."""
    match way.as_:
        case "lower":
            return text(value).lower()
        case "slug":
            return slug(text(value)) or None
        case "currency":
            return currency(text(value))
        case None:
            return value


def paths_of(way: Way) -> Iterator[str]:
    """The paths that a way reads."""
    yield from way.from_ or ()
    yield from BRACES.findall(way.template or "")
