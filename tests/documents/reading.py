"""What a text is read as, in short: values, or the refusal with its place."""

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.node import Value
from prodops_cli.documents.refusal import NotYaml, Refusal, Refused
from prodops_cli.documents.source import Source


def source_of(text: str | bytes) -> Source:
    """The source of a text."""
    return decode("x.yaml", text.encode() if isinstance(text, str) else text)


def document_of(text: str) -> Document:
    """The only document of a text."""
    (document,) = read(source_of(text)).documents
    return document


def values_of(text: str | bytes) -> list[Value]:
    """The values of all documents of a text in which nothing is refused."""
    _, _, documents, refusals = read(source_of(text))
    assert not refusals
    return [document.value for document in documents]


def refusals_of(text: str | bytes) -> tuple[Refusal, ...]:
    """What is refused in a text, whether or not the rest of it can be read."""
    try:
        return read(source_of(text)).refusals
    except Refused as refused:
        return (refused.refusal,)


def refused(text: str | bytes) -> Refusal:
    """The only thing that is refused in a text."""
    (refusal,) = refusals_of(text)
    return refusal


def told(refusal: Refusal) -> str:
    """`2:13 ":" a second … stands on one line; quote the text`: place, marked text, and words where it has any."""
    line, column = refusal.source.position(refusal.span.start)
    marked = refusal.source.text[refusal.span.start : refusal.span.stop]
    words = f"{refusal.problem}; {refusal.action}" if isinstance(refusal, NotYaml) else type(refusal).__name__
    return f"{line}:{column} {marked!r} {words}"
