"""Every address has a place: its own, or that of what comes nearest to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.document import read
from prodops_cli.documents.locate import Part
from prodops_cli.documents.node import Address
from tests.documents.reading import source_of

TEXT = """\
# A comment.
name: Ann 😀
id: "anna"   # who
empty:
tags: [a, 'b c', {d: e}]
list:
  - key: x
    weight: 1
  - y
  -
deep:
  one:
    two: &two
      three: 3
again: *two
copies: [*two]
brace: {}
text: |
  line one
  line two

# The end.
last: !!str 5
"""
PLACES: tuple[tuple[Address, Part, str], ...] = (
    # What is there.
    ((), "value", "2:1 name"),
    (("name",), "value", "2:7 Ann 😀"),
    (("name",), "key", "2:1 name"),
    (("id",), "value", '3:5 "anna"'),
    (("tags",), "value", "5:7 [a, 'b c', {d: e}]"),
    (("tags", 1), "value", "5:11 'b c'"),
    (("tags", 1), "key", "5:11 'b c'"),
    (("tags", 2), "value", "5:19 d"),
    (("tags", 2, "d"), "value", "5:22 e"),
    (("list",), "key", "6:1 list"),
    (("list", 0), "value", "7:5 key"),
    (("list", 0, "weight"), "value", "8:13 1"),
    (("list", 1), "value", "9:5 y"),
    (("deep",), "value", "12:3 one"),
    (("deep", "one", "two", "three"), "value", "14:14 3"),
    (("text",), "value", "18:7 |\n  line one\n  line two"),
    (("last",), "value", "23:13 5"),
    # Empty places.
    (("empty",), "value", "4:7 "),
    (("empty",), "key", "4:1 empty"),
    (("list", 2), "value", "10:4 "),
    (("brace",), "value", "17:8 {}"),
    # What is missing.
    (("owner",), "value", '3:5 "anna"'),
    (("owner",), "key", '3:5 "anna"'),
    (("owner", "deeper"), "value", '3:5 "anna"'),
    (("deep", "one", "owner"), "value", "12:3 one"),
    (("list", 0, "role"), "value", "7:5 key"),
    (("list", 9), "value", "6:1 list"),
    (("list", -1), "value", "6:1 list"),
    (("brace", "x"), "value", "17:1 brace"),
    # Shorthands stay where they are.
    (("name", "text"), "value", "2:7 Ann 😀"),
    (("tags", 0, "metric"), "value", "5:8 a"),
    (("list", "in", 1), "value", "9:5 y"),
    (("name", 0), "value", "2:7 Ann 😀"),
    # Aliases.
    (("again",), "value", "15:8 *two"),
    (("again",), "key", "15:1 again"),
    (("again", "three"), "value", "14:14 3"),
    (("again", "four"), "value", "15:1 again"),
    (("copies", 0), "value", "16:10 *two"),
    (("copies", 0, "four"), "value", "16:10 *two"),
)
WITHOUT_ID = (
    ("b: 1\na: 2\n", "1:1 b"),
    ("id: {a: b}\n", "1:1 id"),
    ("- 1\n", "1:3 1"),
    ("x", "1:1 x"),
    ("{}", "1:1 {}"),
)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("address", "part", "place"), PLACES)
def test_places(address: Address, part: Part, place: str, line_break: str) -> None:
    source = source_of(TEXT.replace("\n", line_break))
    (document,) = read(source).documents
    span = document.at(*address, part=part).span
    line, column = source.position(span.start)
    assert f"{line}:{column} {source.text[span.start : span.stop]}".replace(line_break, "\n") == place


@pytest.mark.parametrize(("text", "place"), WITHOUT_ID)
def test_the_place_of_what_lacks_a_key(text: str, place: str) -> None:
    document = read(source_of(text)).documents[0]
    span = document.span(("owner",))
    line, column = document.source.position(span.start)
    assert f"{line}:{column} {text[span.start : span.stop]}" == place


STEPS = st.one_of(st.integers(-2, 4), st.sampled_from(["name", "id", "tags", "list", "deep", "one", "two", "x", ""]))


@given(st.lists(STEPS, max_size=6), st.sampled_from(["key", "value"]))
def test_every_address_has_a_place(steps: list[str | int], part: Part) -> None:
    (document,) = read(source_of(TEXT)).documents
    span = document.span(tuple(steps), part)
    assert 0 <= span.start <= span.stop <= len(TEXT)
