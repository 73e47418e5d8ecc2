"""Unquoted texts that a reader of YAML 1.1 takes for something else: PyYAML is the witness."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.models.habits import habits
from tests.effort import examples
from tests.models.judging import document_of

FOUND: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    ("name: no\n", [("no", "true or false")]),
    ("name: Yes # really\n", [("Yes", "true or false")]),
    ("tags: [on, a, OFF]\n", [("on", "true or false"), ("OFF", "true or false")]),
    ("tags:\n  - no\n  - a\n", [("no", "true or false")]),
    ("tags:\r\n  - no\r\n", [("no", "true or false")]),
    ("a: {b: {c: no}}\n", [("no", "true or false")]),
    ("at: 12:30\n", [("12:30", "a number")]),
    ("at: 190:20:30.15\n", [("190:20:30.15", "a number")]),
    ("n: 1_000\n", [("1_000", "a number")]),
    ("n: 0b101\n", [("0b101", "a number")]),
    ("a: &x no\n", [("no", "true or false")]),
    ("- a: no", [("no", "true or false")]),
    ("no: a\n", []),
    ("name: 'no'\n", []),
    ('name: "no"\n', []),
    ("name: |-\n  no\n", []),
    ("name: no one\n", []),
    ("name: a\n  no\n", []),
    ("name: nO\n", []),
    ("name: y\n", []),
    ("x-note: no\n", []),
    ("x-note: {a: [no]}\n", []),
    ("a: {x-note: no}\n", [("no", "true or false")]),
    ("name: 2026-11-22\n", []),
    ("name: 09:30\n", []),
    ("name: 1:90\n", []),
    ("name: http://a:80\n", []),
    ("name: # no\n", []),
)


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_habits(text: str, found: list[tuple[str, str]]) -> None:
    document = document_of(text)
    assert [(habit.written, habit.read_as) for habit in habits(document)] == found
    for habit in habits(document):
        assert document.source.text[slice(*habit.place().span)] == habit.written


WORDS = st.one_of(
    st.sampled_from(
        ["yes", "no", "on", "off", "Yes", "NO", "oN", "y", "true", "null", "~", "1.10", "+12", ".5", "1e3"]
    ),
    st.text("0123456789_:.+-xbeEo", min_size=1, max_size=8),
)


@examples(100)
@given(WORDS)
def test_the_witness_agrees(word: str) -> None:
    text = f"key: {word}\n"
    try:
        there = yaml.safe_load(text)["key"]
        document = document_of(text)
    except Exception:  # noqa: BLE001 - what either of them refuses is not compared
        return
    assert isinstance(document.value, dict)
    here = document.value["key"]
    differs = isinstance(here, str) and not isinstance(there, str | date)
    assert [habit.written for habit in habits(document)] == ([word] if differs else [])
