"""TOML: a file is one record; days and times are texts, as YAML has them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache

from prodops_cli.documents.node import Address, Value
from prodops_cli.documents.source import Source, Span, line_starts
from prodops_cli.importers.broken import Broken
from prodops_cli.importers.reading.text import decoded
from prodops_cli.importers.record import Record, Spans, record

PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
LONG_TEXT = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'', re.DOTALL)
NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
NAMES = rf"{NAME}(?:[ \t]*\.[ \t]*{NAME})*"
TABLE = rf"(?P<list>\[)?\[[ \t]*(?P<table>{NAMES})[ \t]*\]\]?"
LINE = re.compile(rf"^[ \t]*(?:{TABLE}|(?P<key>{NAMES})[ \t]*=[^\n]*)", re.MULTILINE)
STEP = re.compile(NAME)


def records(path: str, data: bytes, encoding: str | None) -> tuple[Record, ...]:
    """The record of a file. Raises Broken, Misuse."""
    source = decoded(path, data, encoding)
    try:
        made = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        said, at = PLACE.sub("", str(error)), offset(source, str(error))
        problem = f"this is not TOML: {said[:1].lower()}{said[1:]}"
        raise Broken(source, Span(at, at), problem, "mend it, or export it again") from error
    return (record(plain(made), source, spans_of(source)),)


def spans_of(source: Source) -> Spans:
    """Where values stand: Python's reader tells no places, so that the lines of keys and tables are looked for."""

    def span(address: Address) -> Span:
        known = places(source.text)
        ways = (address[:length] for length in range(len(address), 0, -1))
        return next((known[way] for way in ways if way in known), Span(0, 0))

    return span


@lru_cache(maxsize=1)
def places(text: str) -> dict[Address, Span]:
    """The place of each key that begins a line, and of each table; inline tables have that of their key."""
    found: dict[Address, Span] = {}
    counts: dict[Address, int] = {}
    table: Address = ()
    for line in LINE.finditer(LONG_TEXT.sub(blank, text)):
        steps = tuple(step.strip("\"'") for step in STEP.findall(line["table"] or line["key"] or ""))
        span = Span(line.start("table") if line["table"] else line.start("key"), line.end())
        if line["table"] and line["list"]:
            above = numbered(steps[:-1], counts)
            counts[(*above, steps[-1])] = counts.get((*above, steps[-1]), -1) + 1
        if line["table"]:
            table = numbered(steps, counts)
            found.setdefault(table, span)
        else:
            found.setdefault((*table, *steps), span)
    return found


def numbered(steps: Iterable[str], counts: Mapping[Address, int]) -> Address:
    """The address that a table's name means where it stands: of lists the last item so far."""
    made: Address = ()
    for step in steps:
        made = (*made, step)
        if made in counts:
            made = (*made, counts[made])
    return made


def blank(found: re.Match[str]) -> str:
    """As many blanks in the place of a text, so that no line of it is taken for a key."""
    return re.sub(r"[^\n]", " ", found[0])


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
