"""TOML: a file is one record; days and times are texts, as YAML has them."""

import re
import tomllib
from datetime import date, datetime, time

from prodops_cli.documents.node import Address, Value
from prodops_cli.documents.source import Source, Span, line_starts
from prodops_cli.importers.broken import Broken
from prodops_cli.importers.reading.text import decoded
from prodops_cli.importers.record import Record, record

PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


def records(path: str, data: bytes, encoding: str | None) -> tuple[Record, ...]:
    """The record of a file. Raises Broken, Misuse."""
    source = decoded(path, data, encoding)
    try:
        made = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        said, at = PLACE.sub("", str(error)), offset(source, str(error))
        problem = f"this is not TOML: {said[:1].lower()}{said[1:]}"
        raise Broken(source, Span(at, at), problem, "mend it, or export it again") from error
    return (record(plain(made), source, at_the_beginning),)


def at_the_beginning(_: Address) -> Span:
    """Python tells no places of TOML's values."""
    return Span(0, 0)


def offset(source: Source, said: str) -> int:
    """The offset of the place that an error names."""
    found = PLACE.search(said)
    if not found or not found["line"]:
        return len(source.text) if found else 0
    return line_starts(source.text)[int(found["line"]) - 1] + int(found["column"]) - 1


def plain(value: object) -> Value:
    """A value as YAML has it."""
    match value:
        case dict():
            return {str(key): plain(part) for key, part in value.items()}
        case list():
            return [plain(part) for part in value]
        case date() | datetime() | time():
            return value.isoformat()
        case str() | bool() | int() | float():
            return value
        case _:
            raise ValueError(value)
