"""A sheet that was exported, changed or not, and imported again loses nothing."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.load import load
from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import Side
from prodops_cli.importers.own import is_own
from prodops_cli.importers.plan import planned
from prodops_cli.importers.table import Table
from prodops_cli.importers.written import block
from prodops_cli.models.kinds import KINDS
from prodops_cli.sheets.column import columns, row
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.worktree import WorkTree
from tests.effort import examples
from tests.importers.catalogs import SETTINGS, imported, of_table
from tests.importers.test_written import TEXTS

SAID = TEXTS.filter(bool)
TOOLS: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {"id": st.just("amplitude")},
    optional={
        "name": SAID,
        "owner": SAID,
        "purpose": SAID,
        "status": st.sampled_from(["adopted", "trial", "loved"]),
        "tags": st.lists(SAID, max_size=3),
        "links": st.lists(st.fixed_dictionaries({"title": SAID, "url": SAID}), max_size=2),
        "external": st.dictionaries(SAID, SAID, max_size=2),
        "contract": st.fixed_dictionaries({"renewal": SAID}, optional={"auto_renew": st.booleans(), "notice": SAID}),
        "cost": st.fixed_dictionaries({"amount": st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9))}),
        "seats": st.fixed_dictionaries({"purchased": st.integers(0, 10**6)}),
        "x-own": st.one_of(SAID, st.integers(), st.booleans(), st.lists(SAID, max_size=2), st.just({"a": {"b": 1}})),
    },
)


def sheet(document: dict[str, Value]) -> str:
    """The sheet of one document, as `prodops export csv` writes it."""
    model = KINDS["tool"]
    shape, cells = columns(model, [document]), row(model, document)
    return csv_of([[column.name for column in shape], [cells.get(column.path, "") for column in shape]])


def read(files: dict[str, bytes]) -> Value:
    """The one document of a catalog."""
    (entity,) = load(MemoryTree(SETTINGS | files)).entities
    return entity.document.value


def test_its_headings_tell_it() -> None:
    assert is_own(KINDS["tool"], ["id", "name", "contract.renewal", "x-own", 'external."a.b"'])
    assert not is_own(KINDS["tool"], ["id", "Cost owner"])
    assert not is_own(KINDS["tool"], ["name", "owner"])


@given(TOOLS)
@examples(40)
def test_unchanged_it_changes_nothing(document: dict[str, Value]) -> None:
    files = {"tools/amplitude.yaml": block(document).encode()}
    after, outcome = imported(files, of_table(sheet(document), Table("tool"), is_own=True))
    assert after == files
    assert not outcome.steps


@given(TOOLS)
@examples(40)
def test_into_an_empty_catalog_it_is_the_same_document(document: dict[str, Value]) -> None:
    after, _ = imported({}, of_table(sheet(document), Table("tool"), is_own=True))
    assert json.dumps(read(after), sort_keys=True) == json.dumps(document, sort_keys=True)


@given(TOOLS, TOOLS)
@examples(40)
def test_changed_it_is_what_the_sheet_says(before: dict[str, Value], after: dict[str, Value]) -> None:
    model = KINDS["tool"]
    shape, cells = columns(model, [before, after]), row(model, after)
    text = csv_of([[column.name for column in shape], [cells.get(column.path, "") for column in shape]])
    files, outcome = imported(
        {"tools/amplitude.yaml": block(before).encode()}, of_table(text, Table("tool"), is_own=True)
    )
    assert not outcome.conflicts
    assert json.dumps(read(files), sort_keys=True) == json.dumps(after, sort_keys=True)


def test_a_whole_catalog_comes_back_as_it_was() -> None:
    tree = Snapshot(WorkTree(Path(__file__).parent.parent.parent / "examples" / "acme"))
    catalog = load(tree)
    for kind, model in KINDS.items():
        documents = [each.document.value for each in catalog.all(model) if isinstance(each.document.value, dict)]
        shape = columns(model, documents)
        rows = [[cells.get(column.path, "") for column in shape] for cells in (row(model, each) for each in documents)]
        text = csv_of([[column.name for column in shape], *rows])
        outcome = planned(tree, catalog, of_table(text, Table(kind), is_own=True), Side.nobody)
        assert len(outcome.imported) == len(documents) > 0
        assert not outcome.steps


def csv_of(rows: list[list[str]]) -> str:
    """Rows as a file of CSV."""
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n" for cells in rows)
