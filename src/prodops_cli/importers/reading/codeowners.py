"""CODEOWNERS: each name that is asked for reviews is a record, with the patterns that it is asked for."""

from collections import defaultdict

from prodops_cli.catalog.codeowners import lines_of
from prodops_cli.documents.node import Address
from prodops_cli.documents.source import Span
from prodops_cli.importers.reading.text import decoded
from prodops_cli.importers.record import Record, Spans


def records(path: str, data: bytes, encoding: str | None) -> tuple[Record, ...]:
    """The names of a file, in the order in which it names them first. Raises Broken, Misuse."""
    source = decoded(path, data, encoding)
    lines = [(line, name) for line in lines_of(source.text) for name in line.owners]
    patterns, first = defaultdict[str, list[str]](list), dict[str, Span]()
    for line, name in lines:
        key = name.casefold()
        patterns[key].append(line.pattern)
        first.setdefault(key, named(source.text, line.span, name))
    called = {name.casefold(): name for _, name in reversed(lines)}
    return tuple(
        Record({**sort(called[key]), "patterns": [*patterns[key]]}, source, standing(span))
        for key, span in first.items()
    )


def sort(name: str) -> dict[str, str]:
    """What a name is: a team is in an organisation, a person alone, or an address."""
    if name.startswith("@"):
        return {"team" if "/" in name else "login": name}
    return {"email" if "@" in name else "name": name}


def named(text: str, line: Span, name: str) -> Span:
    """Where a line names somebody."""
    start = text.find(name, line.start)
    return Span(start, start + len(name))


def standing(span: Span) -> Spans:
    """All of a record stands at one place."""

    def at(_: Address) -> Span:
        return span

    return at
