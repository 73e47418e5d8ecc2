"""What programs read: JSON parses, CSV comes back as it went, and no spreadsheet finds a formula."""

import csv
import json
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.escape import cell
from prodops_cli.views.list import record
from tests.outputs.runner import command_in
from tests.views.catalogs import catalog, listed, shown, shown_as_json

HOSTILE = (
    r'name: "\u202e::error::\u200b ##[error]x"',
    'owner: "=cmd|x"',
    r'description: "a,\"b\"\n::error::c\nd"',
    "traffic: .nan",
    r'"::error::\u202e": 1',
    r'x-note: ["##[group]", "\u200b"]',
)
CATALOG = catalog(experiment__a="\n".join(HOSTILE), experiment__b="name: B\nowner: '-1'\ntraffic: 50%\nstatus: draft")


def rows(lines: list[str]) -> list[list[str]]:
    """What a spreadsheet reads."""
    return list(csv.reader(StringIO("".join(f"{line}\n" for line in lines), newline="")))


def test_csv() -> None:
    lines = listed(CATALOG, "experiment", "csv", "id,owner,description,traffic,status")
    assert all(line.endswith("\r") for line in lines)
    assert rows(lines) == [
        ["id", "owner", "description", "traffic", "status"],
        ["a", "'=cmd|x", 'a,"b" ::error::c d', ".nan", ""],
        ["b", "'-1", "", "50%", "draft"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\r=x", " =x", "＝1"])
def test_a_formula_is_a_text(text: str) -> None:
    assert cell(text).startswith("'")


@given(st.lists(st.text(), min_size=1))
def test_a_record_is_one_line_that_comes_back(texts: list[str]) -> None:
    safe = [cell(text) for text in texts]
    line = record(safe)
    assert len(line.splitlines()) <= 1
    assert rows([line]) == [safe]


def test_json() -> None:
    found = json.loads("\n".join(listed(CATALOG, "experiment", "json")))
    assert [entity["id"] for entity in found["entities"]] == ["a", "b"]
    assert found["entities"][0]["description"] == 'a,"b"\n::error::c\nd'
    assert found["entities"][0]["traffic"] == ".nan"
    assert found["entities"][0]["path"] == "experiments/a.yaml"
    one = json.loads(shown_as_json(CATALOG, "experiment", "a"))
    assert one["entity"] == found["entities"][0]
    assert {each["entity"]["id"] for each in one["findings"]} == {"a"}


@pytest.mark.parametrize("width", [20, 80, 200])
def test_nothing_hides_or_is_obeyed(width: int) -> None:
    printed = [
        *listed(CATALOG, "experiment", "table", "id,name,owner,description,x-note", width),
        *listed(CATALOG, "experiment", "csv", "name,owner,description,x-note"),
        *listed(CATALOG, "experiment", "json"),
        *shown(CATALOG, "experiment", "a", width),
    ]
    for line in printed:
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\u202e]", line), ascii(line)
        assert command_in(line) is None, ascii(line)
