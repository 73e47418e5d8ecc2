"""The tables: what a BI tool finds in them, as SQLite and Arrow read them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from io import BytesIO
from itertools import groupby

import pytest
from pyarrow import parquet

from prodops_cli.exporters.choose import load
from prodops_cli.exporters.formats.sqlite import APPLICATION, VERSION
from prodops_cli.exporters.tables.fields import iso
from prodops_cli.exporters.tables.table import Table, Type
from prodops_cli.exporters.tables.tables import TABLES
from prodops_cli.exporters.tables.views import VIEWS, View
from prodops_cli.overlap.windows.duration import Duration
from tests.exporters.small import material
from tests.exporters.test_golden import opened

PYTHON = {Type.INTEGER: int, Type.REAL: float, Type.BOOLEAN: bool, Type.DATE: date, Type.TEXT: str, Type.JSON: str}


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    with closing(opened()) as found:
        yield found


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_have_the_types_and_keys_that_are_declared(table: Table) -> None:
    rows = list(table.rows(material()))
    for row in rows:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or type(cell) is PYTHON[column.type], column
    names = [column.name for column in table.columns]
    assert len(names) == len(set(map(str.lower, names)))
    keys = [tuple(row[names.index(name)] for name in table.key) for row in rows]
    assert None not in [part for key in keys for part in key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_arrow_reads_the_same_as_sqlite(table: Table, database: sqlite3.Connection) -> None:
    read = parquet.read_table(BytesIO(load("parquet").write(material(), table.name))).to_pylist()
    rows = database.execute(f'SELECT * FROM "{table.name}"').fetchall()
    assert [[str(v) if isinstance(v, date) else v for v in row.values()] for row in read] == list(map(list, rows))
    assert all(list(row) == [column.name for column in table.columns] for row in read)


def test_the_file_says_what_it_is(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_views_answer(view: View, database: sqlite3.Connection) -> None:
    assert database.execute(f'SELECT * FROM "{view.name}"').fetchall() == EXPECTED[view.name]


def test_views_of_an_empty_catalog_are_empty(database: sqlite3.Connection) -> None:
    empty = sqlite3.connect(":memory:")
    with closing(empty):
        empty.executescript(
            "".join(f"{line[0]};" for line in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
        )
        for view in VIEWS:
            assert empty.execute(f'SELECT * FROM "{view.name}"').fetchall() == []


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (Duration(0, 90), "P90D"),
        (Duration(18, 0), "P1Y6M"),
        (Duration(0, 0, 5400), "PT1H30M"),
        (Duration(1, 2, 3), "P1M2DT3S"),
        (Duration(), "P0D"),
    ],
)
def test_durations(length: Duration, said: str) -> None:
    assert iso(length) == said


def test_spend_by_month_is_what_a_year_costs(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT month, amount FROM spend_by_month").fetchall()
    assert [month for month, _ in groupby(rows, key=lambda row: row[0])] == [f"2026-{n:02}" for n in range(1, 13)]
    assert sum(amount for _, amount in rows) == 12.5 * 10 * 12


DONE = "@done: a long name that has to be folded in a calendar, with ü and 😀 at the seam, over and over again"
QUARTERS = [("2026-Q3", "anna", "growth", 1, 0, 0), ("2026-Q3", "growth", "growth", 1, 0, 0)]
EXPECTED: dict[str, list[tuple[object, ...]]] = {
    "experiments_by_owner_and_quarter": [*QUARTERS, ("2026-Q4", "anna", "growth", 1, 0, 0)],
    "spend_by_month": [(f"2026-{month:02}", "product", "EUR", 125.0, 1) for month in range(1, 13)],
    "renewals_ahead": [
        ("survey", "Survey", "nobody", "2026-10-01", "2026-10-01", None, "cancel", None, None),
        ("figma", "Figma,\nBEGIN:VEVENT", "ben", "2026-12-01", "2026-10-02", 1, None, 1500.0, "EUR"),
    ],
    "undecided_experiments": [("done", DONE, "anna", "growth", "2026-07-31")],
    "findings_by_owner": [("anna", "error", 1), ("ben", "error", 1), ("nobody", "error", 1)],
    "metric_use": [
        ("orders", "Orders", "growth", "active", kind, uses)
        for kind, uses in (("experiment", 2), ("goal", 1), ("launch", 1))
    ],
    "experiment_surfaces": [("one-page", 1, "checkout"), ("one-page", 2, "checkout.payment")],
    "experiment_exposures": [("one-page", "control", 100), ("one-page", "one", 300)],
    "tool_capabilities": [("figma", 1, "design"), ("figma", 2, "user_testing")],
    "tags": [("tool", "figma", "b2b"), ("tool", "figma", "a_b")],
    "external_ids": [("tool", "figma", "okta.com", "0oa1")],
}
