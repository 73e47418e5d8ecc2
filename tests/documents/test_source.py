"""Offsets become lines and columns, as people count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.source import Source

TEXT = "a\r\nbé\n\n😀\tc\rd\u2028e\x85f\n"
POSITIONS = (
    (0, 1, 1),
    (1, 1, 2),
    (3, 2, 1),
    (5, 2, 3),
    (6, 3, 1),
    (7, 4, 1),
    (8, 4, 2),
    (9, 4, 3),
    (11, 5, 1),
    (17, 6, 1),
)
LINES = ("a", "bé", "", "😀\tc", "d\u2028e\x85f", "")


@pytest.mark.parametrize(("offset", "line", "column"), POSITIONS)
def test_positions(offset: int, line: int, column: int) -> None:
    assert Source("x", TEXT, "").position(offset) == (line, column)


def test_lines() -> None:
    source = Source("x", TEXT, "")
    assert tuple(source.line(number + 1) for number in range(len(LINES))) == LINES


@given(st.text("ab\r\n\té😀\u2028"), st.integers(0, 30))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    source = Source("x", text, "")
    offset = min(offset, len(text))
    line, column = source.position(offset)
    before = sum(len(source.line(number)) for number in range(1, line))
    assert 1 <= column <= len(source.line(line)) + 2
    assert before + column - 1 <= offset
