"""What a comment is about: the value on its line, the node below it, or the file."""

from collections.abc import Iterator
from itertools import chain

from prodops_cli.documents.compose import compose
from prodops_cli.documents.node import Mapping, Node, Sequence
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import LINE_BREAK, Source, Span


def covered(source: Source, comment: Span, is_all: bool) -> Span:
    """The whole file, the line that the comment ends, or the node below the line that it has for itself."""
    if is_all:
        return Span(0, len(source.text))
    start = line_start(source, comment.start)
    if source.text[start : comment.start].strip():
        return Span(start, comment.start)
    return node_below(source, comment.stop)


def line_start(source: Source, offset: int) -> int:
    """The offset at which the line of an offset begins."""
    return offset - source.position(offset).column + 1


def node_below(source: Source, offset: int) -> Span:
    """The largest node, short of a whole document, that begins on the next line that holds one."""
    later = [span for root in roots(source) for span in parts(root) if span.start >= offset]
    if not later:
        return Span(offset, offset)
    first = source.position(min(span.start for span in later)).line
    return max((span for span in later if source.position(span.start).line == first), key=lambda span: span.stop)


def parts(node: Node) -> Iterator[Span]:
    """The ranges of all that is in a node: keys with their values, and items."""
    match node:
        case Mapping(entries=entries):
            for entry in entries.values():
                yield Span(entry.key.start, max(entry.key.stop, entry.node.span.stop))
                yield from parts(entry.node)
        case Sequence(items=items):
            for item in items:
                yield item.span
                yield from parts(item)
        case _:
            pass


def is_comment(source: Source, offset: int) -> bool:
    """Whether an offset is outside of all texts: what looks like a comment may stand in one."""
    return not any(span.start <= offset < span.stop for root in roots(source) for span in scalars(root))


def scalars(node: Node) -> Iterator[Span]:
    """The ranges of the scalars of a node."""
    match node:
        case Mapping(entries=entries):
            yield from chain.from_iterable(scalars(entry.node) for entry in entries.values())
        case Sequence(items=items):
            yield from chain.from_iterable(map(scalars, items))
        case _:
            yield node.span


def roots(source: Source) -> tuple[Node, ...]:
    """The documents of a source; none where it can't be read."""
    try:
        return compose(source).roots
    except Refused:
        return ()


def whole_comment(source: Source, comment: Span) -> Span:
    """A comment with the room before it; with its line, where it has that for itself."""
    start = line_start(source, comment.start)
    number = source.position(comment.start).line
    before = source.text[start : comment.start]
    stop = start + len(source.line(number))
    if before.strip():
        return Span(start + len(before.rstrip()), stop)
    rest = LINE_BREAK.match(source.text, stop)
    return Span(start, rest.end() if rest else stop)
