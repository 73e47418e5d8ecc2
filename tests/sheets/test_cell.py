"""Cells: what is written is read as the same value, whatever it is, and no spreadsheet calculates it."""

import csv
from contextlib import suppress
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.decode import FORBIDDEN
from prodops_cli.documents.inline import from_inline, inline
from prodops_cli.documents.node import Value
from prodops_cli.escape import FORMULA
from prodops_cli.sheets.cell import Form, WrongCell, cell_of, is_same, value_of

WORDS = st.sampled_from(
    ("", "a", "null", "true", "1.10", "!x", "'=1", "=1+1", "[a", "a; b", "- a", "é😀", "'", "\t", "~")
)
TEXTS = st.text(max_size=12).filter(lambda text: not FORBIDDEN.search(text) and text.isprintable()) | WORDS
NUMBERS = st.integers(-(10**38), 10**38) | st.floats() | st.booleans() | st.none()
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS | NUMBERS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("value", "form", "cell"),
    [
        ("Checkout: one page", Form.TEXT, "Checkout: one page"),
        ("2024", Form.TEXT, "2024"),
        ("two\nlines\n", Form.TEXT, "two\nlines\n"),
        ("=cmd|' /C calc'!A1", Form.TEXT, "'=cmd|' /C calc'!A1"),
        ("@acme/growth", Form.TEXT, "'@acme/growth"),
        ("'=1", Form.TEXT, "''=1"),
        ("'tis", Form.TEXT, "'tis"),
        ("-5", Form.TEXT, "'-5"),
        ("!important", Form.TEXT, '!"!important"'),
        ("", Form.TEXT, '!""'),
        (None, Form.TEXT, "!null"),
        (12, Form.TEXT, "!12"),
        (["a", "b c"], Form.LIST, "a; b c"),
        (["a; b"], Form.LIST, '["a; b"]'),
        ([], Form.LIST, "[]"),
        (["=1", "b"], Form.LIST, "'=1; b"),
        ([{"key": "control", "weight": 1}], Form.LIST, "[{key: control, weight: 1}]"),
        ("a", Form.LIST, "!a"),
        (-5, Form.OTHER, "-5"),
        (0.05, Form.OTHER, "0.05"),
        (True, Form.OTHER, "true"),
        ("25%", Form.OTHER, "25%"),
        ("1.10", Form.OTHER, '!"1.10"'),
        ("-5+cmd", Form.OTHER, "'-5+cmd"),
        ({"country": ["DE", "1.10"]}, Form.OTHER, '{country: [DE, "1.10"]}'),
        (float("inf"), Form.OTHER, ".inf"),
    ],
)
def test_a_value_and_its_cell(value: Value, form: Form, cell: str) -> None:
    assert cell_of(value, form) == cell
    assert is_same(value_of(cell, form), value)


@pytest.mark.parametrize(
    ("cell", "form", "value"),
    [
        ("TRUE", Form.OTHER, True),
        ("FALSE", Form.OTHER, False),
        ("=1+1", Form.TEXT, "=1+1"),  # a spreadsheet took the apostrophe away
        ("a;b;", Form.LIST, ["a", "b"]),
        ("a", Form.LIST, ["a"]),
        ("[a, b]", Form.LIST, ["a", "b"]),
    ],
)
def test_what_people_and_spreadsheets_write(cell: str, form: Form, value: Value) -> None:
    assert is_same(value_of(cell, form), value)


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        ("[a", Form.LIST),
        ("[a] b", Form.LIST),
        ("{a: 1", Form.OTHER),
        ("!", Form.TEXT),
        ("![a", Form.TEXT),
        ("!a}, b: {", Form.TEXT),
        ("1" * 41, Form.OTHER),
    ],
)
def test_cells_that_mean_nothing(cell: str, form: Form) -> None:
    with pytest.raises(WrongCell):
        value_of(cell, form)


@given(value=VALUES)
def test_inline_is_read_as_the_same(value: Value) -> None:
    assert is_same(from_inline(inline(value)), value)


@given(value=VALUES, form=st.sampled_from(Form))
def test_nothing_is_lost_in_a_file(value: Value, form: Form) -> None:
    file = StringIO(newline="")
    csv.writer(file).writerow((cell_of(value, form), "x"))
    file.seek(0)
    ((cell, _),) = csv.reader(file)
    assert cell
    assert is_same(value_of(cell, form), value)


@given(text=st.text(max_size=8) | WORDS, form=st.sampled_from(Form), value=VALUES)
def test_no_cell_is_a_formula(text: str, form: Form, value: Value) -> None:
    for each in (text, value, [text]):
        cell = cell_of(each, form)
        assert not FORMULA.match(cell) or (isinstance(each, int | float) and cell == str(each)) or cell == "-.inf"


@given(text=st.text(max_size=20), form=st.sampled_from(Form))
def test_any_cell_is_a_value_or_refused(text: str, form: Form) -> None:
    with suppress(WrongCell):
        value_of(text, form)
