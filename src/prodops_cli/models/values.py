"""The values that documents are written in: days, durations, percents, numbers, words."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from math import ceil
from typing import Annotated, Any, TypeAlias, TypeGuard

from pydantic import (
    AllowInfNan,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    Strict,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from prodops_cli.overlap.windows.duration import Duration as Length

SLUG = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(Z|[-+]\d{2}:\d{2})?", re.ASCII)
SHORT_DURATION = r"([0-9]{1,9})(min|mo|s|h|d|w|y)"
ISO_DURATION = (
    r"P(?=[0-9]|T[0-9])(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?"
)
UNITS = {
    "y": Length(months=12),
    "mo": Length(months=1),
    "w": Length(days=7),
    "d": Length(days=1),
    "h": Length(seconds=3600),
    "min": Length(seconds=60),
    "s": Length(seconds=1),
}
PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%", re.ASCII)
LARGEST = 1e18
"""So that sums of numbers, and products of a few, are numbers, too."""


def wrong(wanted: str) -> PydanticCustomError:
    """The error that says what a value should have been."""
    return PydanticCustomError("wrong_type", "{wanted}", {"wanted": wanted})


def impossible(error: ValueError) -> PydanticCustomError:
    """The error that says why no calendar has a day, or no day a time."""
    return PydanticCustomError("impossible_date", "{why}", {"why": str(error)})


def parse_day(value: object) -> date:
    """`2026-11-22`; a day that no calendar has is an error of its own."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise wrong("a day such as 2026-11-22")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise impossible(error) from error


def parse_moment(value: object) -> date | datetime:
    """A day, or an instant with its offset from UTC."""
    if isinstance(value, str) and DAY.fullmatch(value):
        return parse_day(value)
    if not isinstance(value, str) or not (found := MOMENT.fullmatch(value)):
        raise wrong("a day such as 2026-11-22, or an instant such as 2026-11-22T09:00:00+01:00")
    parse_day(found[1])
    if found[2] is None:
        raise wrong(f"a time zone, too, such as {value}Z or {value}+01:00")
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise impossible(error) from error


def parse_duration(value: object) -> Length:
    """`90d`, `2w`, `6mo`, `1y`, `2h`, `20min`, or ISO 8601 (`P90D`, `PT2H`)."""
    if isinstance(value, str):
        if short := re.fullmatch(SHORT_DURATION, value):
            return times(UNITS[short[2]], int(short[1]))
        if iso := re.fullmatch(ISO_DURATION, value):
            years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in iso.groups())
            return Length(years * 12 + months, weeks * 7 + days, hours * 3600 + minutes * 60 + seconds)
    raise wrong("a duration such as 90d, 2w, 6mo, 1y or 2h")


def times(unit: Length, count: int) -> Length:
    """Several of a unit."""
    return Length(unit.months * count, unit.days * count, unit.seconds * count)


def earlier(day: date, length: Length) -> date:
    """The day that is a length before another; a month before 31 March is the last of February."""
    year, month = divmod(day.year * 12 + day.month - 1 - length.months, 12)
    if year < date.min.year:
        return date.min
    first = date(year, month + 1, 1)
    days = min(day.day, monthrange(year, month + 1)[1]) - 1 - length.days - ceil(length.seconds / 86_400)
    return first + timedelta(days) if (first - date.min).days + days >= 0 else date.min


def parse_percent(value: object) -> float:
    """A number from 0 to 100, with or without `%`."""
    number = float(found[1]) if isinstance(value, str) and (found := PERCENT.fullmatch(value)) else value
    if not is_number(number) or not 0 <= number <= 100:
        raise wrong("a percent from 0 to 100, such as 25 or 25%")
    return float(number)


def parse_share(value: object) -> float:
    """A number from 0 to 1."""
    if not is_number(value) or not 0 <= value <= 1:
        raise wrong("a share from 0 to 1, such as 0.25")
    return float(value)


def parse_amount(value: object) -> float:
    """A number, or a percent as a share: `5%` is 0.05."""
    if isinstance(value, str) and (found := PERCENT.fullmatch(value)):
        value = float(found[1]) / 100
    if not is_number(value):
        raise wrong("a number such as 0.05, or a percent such as 5%")
    return float(value)


def parse_scalar(value: object) -> str | bool | int | float:
    """A value without parts."""
    if isinstance(value, str | bool) or is_number(value):
        return value
    raise wrong("a text, a number, true or false")


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether it is a number that one can count with: neither true or false, nor too large."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST


ALONE: dict[type, str] = {str: "text", list: "a list such as [a, b]", bool: "true or false"}


class Shorthand:
    """A mapping of which one key may be written alone: `checkout_rate` for `{metric: checkout_rate}`."""

    def __init__(self, key: str, *types: type) -> None:
        self.key = key
        self.types = types

    @property
    def words(self) -> str:
        """What may be written alone."""
        return ", ".join(ALONE[each] for each in self.types)

    def expand(self, value: object) -> object:
        """The mapping that is meant."""
        return {self.key: value} if isinstance(value, self.types) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        whole = handler(schema)
        forms = whole.get("anyOf", [whole])  # several shorthands of one mapping stand before it
        alone = dict(handler.resolve_ref_schema(forms[-1])["properties"][self.key])
        alone.pop("default", None)
        return {"anyOf": [alone, *forms]}


Text: TypeAlias = Annotated[str, Strict()]
Slug: TypeAlias = Annotated[str, Strict(), WithJsonSchema({"type": "string", "pattern": SLUG, "maxLength": 80})]
Surface: TypeAlias = Annotated[
    str, Strict(), WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$"})
]
Flag: TypeAlias = Annotated[bool, Strict()]
Number: TypeAlias = Annotated[float, Strict(), AllowInfNan(False), Field(ge=-LARGEST, le=LARGEST)]
Count: TypeAlias = Annotated[int, Strict(), Field(ge=0)]
Share: TypeAlias = Annotated[
    float, BeforeValidator(parse_share), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]
Scalar: TypeAlias = Annotated[
    str | bool | int | float,
    PlainValidator(parse_scalar),
    WithJsonSchema({"type": ["string", "boolean", "number"]}),
]

Day: TypeAlias = Annotated[date, BeforeValidator(parse_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment: TypeAlias = Annotated[
    date | datetime,
    PlainValidator(parse_moment),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}),
]
Duration: TypeAlias = Annotated[
    Length,
    PlainValidator(parse_duration),
    WithJsonSchema({"type": "string", "pattern": f"^({SHORT_DURATION}|{ISO_DURATION})$", "examples": ["90d"]}),
]
NUMBER_OR_PERCENT: dict[str, object] = {"type": ["number", "string"], "pattern": r"^\d+(\.\d+)? ?%$"}
Percent: TypeAlias = Annotated[
    float, BeforeValidator(parse_percent), WithJsonSchema(NUMBER_OR_PERCENT | {"minimum": 0, "maximum": 100})
]
Amount: TypeAlias = Annotated[float, BeforeValidator(parse_amount), WithJsonSchema(NUMBER_OR_PERCENT)]
