"""What an edit must leave as it was: every value and every comment that it does not name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from prodops_cli.documents.compose import compose
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.node import Entry, Mapping, Node, Scalar, plain
from prodops_cli.documents.node import Sequence as Row
from prodops_cli.documents.source import Source, Span

COMMENT = re.compile(r"(?<![ \t])[ \t]*(?<![^\s])(#[^\r\n]*)")
REMARK = re.compile(r"\s*#[^\r\n]*(?:\r\n|\r|\n)?")


class Touch(NamedTuple):
    """The ranges that edits replace in the text before, and those that they fill in the text after.

    `below` are the places of what is inserted behind a comment, as if that were not there: a collection ends before it.
    `may_grow` where any of them is more than another word for one: then there may be more keys and items than before.
    """

    before: tuple[Span, ...]
    after: tuple[Span, ...]
    below: tuple[Span, ...]
    may_grow: bool


def is_same_elsewhere(before: Source, after: Source, edits: Iterable[Edit]) -> bool:
    """Whether two texts say the same outside of the edits, comments included. Raises Refused for what is no YAML."""
    old, new = compose(before).roots, compose(after).roots
    remarks = {found.end(): Span(found.start(), found.start()) for found in remarks_of(before, old)}
    touch = touched(sorted(set(edits)), [span for root in old for span in scalars(root)], remarks)
    return (
        len(old) == len(new)
        and all(is_same(root, other, touch) for root, other in zip(old, new, strict=True))
        and not comments(before, old) - comments(after, new)
    )


def touched(edits: Sequence[Edit], words: Sequence[Span], remarks: dict[int, Span]) -> Touch:
    """Where edits, sorted by place, are in both texts; what is only taken away is nowhere in the second.

    A comment that is added is nowhere: it must change nothing. `remarks` are where comments begin, by where they end.
    """
    grown = accumulate((len(new) - (span.stop - span.start) for span, new in edits), initial=0)
    telling = [(edit, by) for edit, by in zip(edits, grown, strict=False) if not is_remark(edit)]
    before = tuple(edit.span for edit, _ in telling)
    after = (Span(span.start + by, span.start + by + len(new)) for (span, new), by in telling)
    may_grow = any(not any(word.start <= span.start < span.stop <= word.stop for word in words) for span in before)
    below = tuple(remarks[span.start] for span in before if span.start == span.stop and span.start in remarks)
    return Touch(before, tuple(span for span in after if span.start < span.stop), below, may_grow)


def is_remark(edit: Edit) -> bool:
    """Whether an edit only adds a comment."""
    return edit.span.start == edit.span.stop and REMARK.fullmatch(edit.text) is not None


def is_same(old: Node, new: Node, touch: Touch) -> bool:
    """Whether a node says the same as before, but for what was edited in it."""
    if holds(touch.before, old.span):
        return new.span.start == new.span.stop or holds(touch.after, new.span)
    if not (meets(touch.before, old.span) or (meets(touch.below, old.span) and not isinstance(old, Scalar))):
        return said(old) == said(new)
    match old, new:
        case Mapping(entries=some), Mapping(entries=others):
            return is_same_table(some, others, touch)
        case Row(items=some_items), Row(items=other_items):
            return is_same_row(some_items, other_items, touch)
        case _:
            return isinstance(old, Scalar)


def is_same_table(old: dict[str, Entry], new: dict[str, Entry], touch: Touch) -> bool:
    """Whether the keys that nobody edited are the same, and what they and renamed keys hold."""
    kept = {key: entry.node for key, entry in old.items() if not splits(touch.before, entry.key)}
    found = {key: entry.node for key, entry in new.items() if not meets(touch.after, entry.key)}
    gone = [entry.node for key, entry in old.items() if key not in kept]
    come = [entry.node for key, entry in new.items() if key not in found]
    renamed = zip(gone, come, strict=True) if len(gone) == len(come) else ()
    if kept.keys() != found.keys() or (len(come) > len(gone) and not touch.may_grow):
        return False
    pairs = (*((kept[key], found[key]) for key in kept), *renamed)
    return all(is_same(before, after, touch) for before, after in pairs)


def is_same_row(old: tuple[Node, ...], new: tuple[Node, ...], touch: Touch) -> bool:
    """Whether the items that nobody edited are the same, in the same order."""
    if len(old) == len(new):
        pairs = zip(old, new, strict=True)
        return all(is_same(before, after, touch) for before, after in pairs) or are_exchanged(old, new, touch)
    if len(old) < len(new) and not touch.may_grow:
        return False
    kept = [said(item) for item in old if not splits(touch.before, item.span)]
    return kept == [said(item) for item in new if not meets(touch.after, item.span)]


def are_exchanged(old: tuple[Node, ...], new: tuple[Node, ...], touch: Touch) -> bool:
    """Whether whole items went and as many came elsewhere, and all others are the same, in the same order."""
    kept = [said(item) for item in old if not holds(touch.before, item.span)]
    return touch.may_grow and kept == [said(item) for item in new if not holds(touch.after, item.span)]


def meets(edits: tuple[Span, ...], span: Span) -> bool:
    """Whether any edit is in a range; an insertion is, too, at its ends."""
    return any(
        edit.start < span.stop and span.start < edit.stop
        if edit.start < edit.stop and span.start < span.stop
        else edit.start <= span.stop and span.start <= edit.stop
        for edit in edits
    )


def holds(edits: tuple[Span, ...], span: Span) -> bool:
    """Whether a range lies within one edit."""
    return any(edit.start <= span.start and span.stop <= edit.stop for edit in edits)


def splits(edits: tuple[Span, ...], span: Span) -> bool:
    """Whether any edit is in a range, and not only an insertion beside it."""
    return any(edit.start < span.stop and span.start < edit.stop for edit in edits)


def said(node: Node) -> str:
    """What a node says; `1` and `true`, which Python calls equal, are two things."""
    return repr(plain(node))


def comments(source: Source, roots: Iterable[Node]) -> Counter[str]:
    """The comments of a source."""
    return Counter(found[1] for found in remarks_of(source, roots))


def remarks_of(source: Source, roots: Iterable[Node]) -> Iterator[re.Match[str]]:
    """Where comments are, with the blanks before them: what begins with `#` outside of all scalars."""
    spans = {span for root in roots for span in scalars(root)}
    blank = edited(source.text, (Edit(span, "x" * (span.stop - span.start)) for span in spans))
    return COMMENT.finditer(blank)


def scalars(node: Node) -> Iterator[Span]:
    """The ranges of all keys and values below a node."""
    match node:
        case Scalar():
            yield node.span
        case Row(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries=entries):
            for entry in entries.values():
                yield entry.key
                yield from scalars(entry.node)
