"""YAML: each document of a file is a record, and each item of a document that is a list."""

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import read
from prodops_cli.documents.refusal import Refused
from prodops_cli.importers.reading.text import decoded
from prodops_cli.importers.record import Record, record
from prodops_cli.importers.unreadable import Unreadable


def records(path: str, data: bytes, encoding: str | None) -> tuple[Record, ...]:
    """The records of a file. Raises Unreadable, Broken, Misuse."""
    text = decoded(path, data, encoding).text
    try:
        _, _, documents, refusals = read(decode(path, text.encode()))
    except Refused as refused:
        raise Unreadable((refused.refusal,)) from refused
    if refusals:
        raise Unreadable(refusals)
    return tuple(record(each.value, each.source, each.span) for each in documents if each.value is not None)
