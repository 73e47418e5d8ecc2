"""Edits may change what they name, and nothing else: no other value, no comment."""

from contextlib import suppress

import pytest

from prodops_cli.documents.decode import decode
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Span
from prodops_cli.fixes.sameness import comments, is_same_elsewhere

# What is written, what is replaced, and by what; the first place where it stands is meant.
SAME = {
    "a value": ("a: 1\nb: 2\n", "1", "one"),
    "a value by a list": ("a: 1\nb: 2\n", "1", "[x, y]"),
    "a part of a value": ("a: one two\nb: 2\n", "two", "three"),
    "a value by what means the same": ("a: x\n", "x", '"x"'),
    "a key": ("old: {x: 1}\nb: 2\n", "old", "new"),
    "a key with its value": ("a: 1\nb: 2\n", "a: 1\n", ""),
    "an item": ("a: [1, 2, 3]\n", "2", "4"),
    "an item less": ("a: [1, 2, 3]\n", "2, ", ""),
    "an item more": ("a: [1, 3]\n", "1, ", "1, 2, "),
    "an item more at the end": ("a: [1, 3]\n", "]", ", 4]"),
    "in a list in a list": ("- [a, {b: c}]\n- d\n", "c", "e"),
    "a line more": ("a: 1\nb: 2\n", "a: 1\n", "a: 1\nc: 3\n"),
    "beside a comment": ("a: x # why\n", "x", "y"),
    "behind a mark of a block": ("a: |\n  one # no comment\nb: 2 # one\n", "2", "3"),
    "the first of two documents": ("a: 1\n---\na: 1\n", "1", "2"),
    "an alias": ("a: &x 1\nb: *x\n", "*x", "2"),
    "an alias of more": ("a: &x {b: 1}\nc: *x\n", "*x", "y"),
    "a comment of the same words": ("a: x # y\nb: y # y\n", "x", "z"),
    "windows": ("a: 1\r\nb: 2\r\n", "1", "2"),
}
OTHER = {
    "a value grows into what follows": ("a: 'x'#y\n", "'x'", "x"),
    "a key without a value grows": ("{a, b: 1}\n", ",", " x,"),
    "a comment goes": ("a: x # why\n", "x # why", "y"),
    "a comment becomes a value": ("a: x # why\n", "x", '"x # why"\nb: "'),
    "a comment is swallowed": ("a:\n  x # why\n", "x", "|\n  x"),
    "a value goes into a comment": ("a: [x, y]\n", "x", "x] #"),
    "another key": ("a: 1\nb: 2\n", "1", "1\nc: 3"),
    "the next line is swallowed": ("a: x\nb: y\n", "x", '"x\n'),
    "what an anchor names": ("a: &x 1\nb: *x\n", "1", "2"),
    "a number, and a truth": ("a: &x 1\nb: *x\n", "1", "true"),
    "a document more": ("a: 1\n", "1", "1\n---\nb: 2"),
    "a list is closed": ("a: [x, y, z]\nb: 1\n", "y", "y], c: [y"),
    "a mapping is closed": ("{a: {x: 1, y: 2}}\n", "1", "1}, b: {y: 2"),
}


def same(text: str, old: str, new: str) -> bool:
    """Whether this edit leaves all else as it is."""
    start = text.index(old)
    edit = Edit(Span(start, start + len(old)), new)
    return is_same_elsewhere(decode("a.yaml", text.encode()), decode("a.yaml", edited(text, [edit]).encode()), [edit])


@pytest.mark.parametrize(("text", "old", "new"), SAME.values(), ids=SAME)
def test_is_the_same_but_for_the_edit(text: str, old: str, new: str) -> None:
    assert same(text, old, new)


@pytest.mark.parametrize(("text", "old", "new"), OTHER.values(), ids=OTHER)
def test_sees_what_else_would_change(text: str, old: str, new: str) -> None:
    with suppress(Refused):  # it can't be read afterwards, which is seen as well
        assert not same(text, old, new)


def test_knows_comments() -> None:
    from prodops_cli.documents.compose import compose

    source = decode("a.yaml", b"# one\na: 'x # y' # two\nb: z#z\nc: >\n  # no\nd: [e, # three\n  f]\n#four\n")
    assert sorted(comments(source, compose(source).roots)) == ["# one", "# three", "# two", "#four"]
