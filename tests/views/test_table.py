"""Tables stay within the screen, and their columns stand below each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import columns
from prodops_cli.views.table import Cell, cut, fitting, table


@pytest.mark.parametrize(
    ("text", "size", "cut_text"),
    [
        ("checkout", 8, "checkout"),
        ("checkout", 7, "checko…"),
        ("one page", 5, "one…"),
        ("結帳頁面", 8, "結帳頁面"),
        ("結帳頁面", 6, "結帳…"),
        ("結帳頁面", 7, "結帳頁…"),
        ("cafe\u0301s", 5, "cafe\u0301s"),
        ("checkout", 1, "…"),
        ("checkout", 0, ""),
    ],
)
def test_a_cell_is_cut(text: str, size: int, cut_text: str) -> None:
    assert cut(text, size) == cut_text


@pytest.mark.parametrize(
    ("natural", "whole", "room", "sizes"),
    [
        ([10, 20, 5], [True, False, False], 40, [10, 20, 5]),
        ([10, 20, 5], [True, False, False], 25, [10, 10, 5]),
        ([10, 20, 19], [True, False, False], 25, [10, 8, 7]),
        ([30, 20, 19], [True, False, False], 30, [10, 10, 10]),
        ([30], [True], 4, [4]),
    ],
)
def test_the_widest_gives_first(natural: list[int], whole: list[bool], room: int, sizes: list[int]) -> None:
    assert fitting(natural, whole, room) == sizes


def test_wide_characters_stand_below_each_other() -> None:
    rows = [[Cell("結帳"), Cell("7", True)], [Cell("pay"), Cell("1,200", True)], [Cell("🧪 x"), Cell("–")]]
    assert list(table(["id", "yearly"], rows, Look())) == [
        "id    yearly",
        "結帳       7",
        "pay    1,200",
        "🧪 x       –",
    ]


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=4), st.integers(20, 90))
def test_no_row_wraps(texts: list[tuple[str, str, str]], width: int) -> None:
    rows = [[Cell(text) for text in row] for row in texts]
    for line in table(["id", "name", "learnings"], rows, Look(width)):
        assert columns(line) <= width
