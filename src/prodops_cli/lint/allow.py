"""Allowing: comments in the catalog by which people accept what a rule says, with a reason and until a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from prodops_cli.documents.compose import compose
from prodops_cli.documents.document import Place
from prodops_cli.documents.node import Mapping, Node, Sequence
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Problem

COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*prodops:\s*(?P<verb>allow|allow-file)\s+(?P<rules>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)"
    r"(?:\s+until\s+(?P<until>\d{4}-\d{2}-\d{2}))?(?:\s+--\s*(?P<reason>.*?))?\s*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one comment allows: these rules, for all that begins in these ranges, until a day."""

    rules: tuple[str, ...]
    covers: Span
    until: date | None
    reason: str

    def holds_on(self, today: date) -> bool:
        """Whether it still counts; its last day does."""
        return self.until is None or today <= self.until


def allowed_by(problem: Problem, rule: str, today: date) -> Allowance | None:
    """The comment that allows a problem, at its own place or at one that is related to it."""
    places = (problem.place, *(related.place for related in problem.related))
    found = (allowance for place in places for allowance in allowances_at(place) if rule in allowance.rules)
    return next((allowance for allowance in found if allowance.holds_on(today)), None)


def allowances_at(place: Place) -> Iterator[Allowance]:
    """The comments that speak of a place."""
    if "prodops:" in place.source.text:
        start = place.span.start
        for allowance in allowances_in(place.source):
            if allowance.covers.start <= start <= allowance.covers.stop:
                yield allowance


@lru_cache(maxsize=256)
def allowances_in(source: Source) -> tuple[Allowance, ...]:
    """All comments of a source that allow something."""
    return tuple(
        allowance(source, found) for found in COMMENT.finditer(source.text) if is_comment(source, found.start())
    )


def allowance(source: Source, found: re.Match[str]) -> Allowance:
    """What a comment allows."""
    rules = tuple(name.strip() for name in found["rules"].split(","))
    return Allowance(rules, covered(source, found), parse_day(found["until"]), found["reason"] or "")


def parse_day(text: str | None) -> date | None:
    """A day; one that no calendar has is long over."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def covered(source: Source, found: re.Match[str]) -> Span:
    """The whole file, the line that the comment ends, or the node below the line that it has for itself."""
    if found["verb"] == "allow-file":
        return Span(0, len(source.text))
    line = source.position(found.start()).line
    before = source.line(line)[: found.start() - line_start(source, found.start())]
    if before.strip():
        return Span(found.start() - len(before), found.start())
    return node_below(source, found.end())


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
