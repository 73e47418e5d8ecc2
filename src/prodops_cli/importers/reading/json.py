"""JSON: an object is a record, and each item of a list."""

import json
from typing import NoReturn

from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address, Value
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source, Span
from prodops_cli.importers.broken import Broken
from prodops_cli.importers.reading.text import decoded
from prodops_cli.importers.record import Record, Spans, record


def records(path: str, data: bytes, encoding: str | None) -> tuple[Record, ...]:
    """The records of a file. Raises Broken, Misuse."""
    source = decoded(path, data, encoding)
    made = parsed(source)
    roots = [(made, ())] if not isinstance(made, list) else [(item, (index,)) for index, item in enumerate(made)]
    return tuple(record(value, source, spans_of(source), *address) for value, address in roots)


def parsed(source: Source) -> Value:
    """What a text says. Raises Broken."""
    try:
        made: Value = json.loads(source.text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        span = Span(error.pos, error.pos)
        raise Broken(source, span, f"this is not JSON: {lower(error.msg)}", "export it again") from error
    except (RecursionError, ValueError) as error:
        raise Broken(source, Span(0, 0), "it is too deep, or has numbers without end", "export it again") from error
    return made


def refuse(constant: str) -> NoReturn:
    """JSON has no number that is none. Raises ValueError."""
    raise ValueError(constant)


def lower(sentence: str) -> str:
    """A sentence of Python's as part of ours."""
    return sentence[:1].lower() + sentence[1:]


def spans_of(source: Source) -> Spans:
    """Where values stand: JSON is YAML, too, as far as libyaml reads it; elsewhere all stands at the beginning."""

    def span(address: Address) -> Span:
        try:
            return document(source).span(address)
        except Refused:
            return Span(0, 0)

    return span


def document(source: Source) -> Document:
    """The text as a document of YAML; looked at only where somebody asks for a place. Raises Refused."""
    return Document(source, 0, None, None)
