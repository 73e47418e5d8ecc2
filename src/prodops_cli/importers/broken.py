"""Broken: a source that can't be imported, with the place at which it is so. Nothing is written then."""

from prodops_cli.documents.source import Source, Span
from prodops_cli.failure import Failure

LARGEST = 16 * 1024 * 1024
"""Bytes of a source's file; nobody keeps more than that of a product in one."""
MOST = 20_000
"""Records of one import."""


class Broken(Failure):
    """What is wrong at a place of a source, and what to do."""

    def __init__(self, source: Source, span: Span, problem: str, action: str) -> None:
        super().__init__(f"{place(source, span)}: {problem}", action)


def place(source: Source, span: Span) -> str:
    """`finance.csv:14:6`."""
    line, column = source.position(span.start)
    return f"{source.path}:{line}:{column}"
