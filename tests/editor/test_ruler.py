"""Lines and columns: what an editor counts is what its encoding has, and every offset has its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.ruler import Ruler, Unit

WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
TEXTS = st.text(st.sampled_from("aé€😀\t \u2028\x85\n\r"), max_size=40)
UNITS = st.sampled_from(tuple(WIDTHS))


@given(TEXTS, UNITS)
def test_a_column_is_what_the_encoding_says(text: str, unit: Unit) -> None:
    ruler = Ruler(text, unit)
    for offset in range(len(text) + 1):
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # in the middle of a line break nobody writes
        last = before.rpartition("\n")[2]
        codec = "utf-8" if unit == "utf-8" else f"{unit}-le"
        assert ruler.spot(offset) == (before.count("\n"), len(last.encode(codec)) // WIDTHS[unit])
        assert ruler.offset(*ruler.spot(offset)) == offset


@given(TEXTS, UNITS, st.integers(-3, 60), st.integers(-3, 60), st.booleans())
def test_every_place_is_somewhere(text: str, unit: Unit, line: int, column: int, has_mark: bool) -> None:
    assert 0 <= Ruler(text, unit, has_mark).offset(line, column) <= len(text)


@pytest.mark.parametrize(("unit", "size"), [("utf-8", 3), ("utf-16", 1), ("utf-32", 1)])
def test_a_mark_that_the_editor_keeps_is_counted_in_the_first_line_alone(unit: Unit, size: int) -> None:
    ruler = Buffer("\ufeffid: x\nname: X").ruler(unit)
    assert ruler.spot(0) == (0, size)
    assert ruler.offset(0, size + 4) == 4
    assert ruler.spot(6) == (1, 0)


def test_half_a_surrogate_counts_as_one_unit_of_utf_16() -> None:
    ruler = Ruler("\ud83dx", "utf-16")
    assert ruler.spot(1) == (0, 1)
    assert ruler.offset(0, 2) == 2
