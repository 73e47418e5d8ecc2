"""A second import, end to end: each field of a file is as the table of three ways says, and all else stays."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from prodops_cli.catalog.load import load
from prodops_cli.documents.node import Value
from prodops_cli.importers.document import amended
from prodops_cli.importers.material import Material
from prodops_cli.importers.merge import Fate, Side
from prodops_cli.importers.reading.choose import reader
from prodops_cli.importers.table import Table, columns_of, mapping_of
from prodops_cli.models.keys import written
from prodops_cli.models.tool import Tool
from prodops_cli.trees.memory import MemoryTree
from tests.importers.catalogs import SETTINGS, imported
from tests.importers.test_merge import by_table

SAID: dict[str, st.SearchStrategy[Value]] = {
    "name": st.sampled_from(["Figma", "Figma Inc.", "no"]),
    "purpose": st.sampled_from([None, "Draws.", "Draws.\nAlso boards: # all", "x" * 300, "y" * 300]),
    "tags": st.sampled_from([None, ["a"], ["a", "b"], ["c"]]),
    "seats.purchased": st.sampled_from([None, 1, 2]),
    "contract.renewal": st.sampled_from([None, "2027-01-01", "2027-06-01"]),
}
RECORDS = st.fixed_dictionaries(SAID)


def source(said: dict[str, Value]) -> Material:
    """A source that says so of one tool."""
    data = json.dumps([{"key": "C-1", "id": "figma", **{key: said.get(key) for key in SAID}}]).encode()
    records = reader("json", "x.json")("x.json", data, None)
    mapping = mapping_of(Table("tool", key="key"), columns_of(records))
    return Material("finance", mapping, records)


def values(files: dict[str, bytes]) -> dict[str, Value]:
    """What the one document of a catalog says in these fields."""
    (entity,) = load(MemoryTree(SETTINGS | files)).entities
    return {key: written(entity, tuple(key.split("."))) for key in SAID}


def edited(files: dict[str, bytes], said: dict[str, Value]) -> dict[str, bytes]:
    """The same document after somebody has written other values, and a comment."""
    (entity,) = load(MemoryTree(SETTINGS | files)).entities
    document = entity.document
    for key, value in said.items():
        document = amended(document, Tool, tuple(key.split(".")), value)
    return {document.source.path: f"# by hand\n{document.source.text}".encode()}


@given(RECORDS, RECORDS, RECORDS, st.sampled_from(Side))
@settings(max_examples=40, deadline=None)
def test_each_field_is_settled_by_itself(
    then: dict[str, Value], now: dict[str, Value], file: dict[str, Value], wins: Side
) -> None:
    first, _ = imported({}, source(then))
    assert values(first) == then
    mine = edited(first, file)
    assert values(mine) == file
    after, outcome = imported(mine, source(now), wins)
    expected = {key: by_table(then[key], now[key], file[key], wins) for key in SAID}
    assert values(after) == {key: value for key, (_, value) in expected.items()}
    assert outcome.conflicts == sum(fate is Fate.conflict for fate, _ in expected.values())
    assert all(b"# by hand" in data for data in after.values())
    again, once_more = imported(after, source(now))
    assert again == after
    assert once_more.conflicts == outcome.conflicts
