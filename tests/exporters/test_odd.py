"""Odd catalogs: whatever is written in any field, the tables hold what their columns say."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from typing import Final

import pytest

from prodops_cli.catalog.load import load as load_catalog
from prodops_cli.exporters.choose import load
from prodops_cli.exporters.formats import parquet
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.tables.tables import TABLES
from prodops_cli.lint.request import Request
from prodops_cli.models.kinds import KINDS
from prodops_cli.pipeline import judge
from prodops_cli.trees.memory import MemoryTree
from tests.effort import in_turn
from tests.exporters.test_tables import PYTHON

TODAY: Final = date(2026, 9, 7)
ODD: Final = (
    *("1", '"1"', "1.5", "-0", "true", "null", '""', "2026-01-01", "2026-01-01T10:00:00Z", "5%", "90d", "text"),
    *("9007199254740993", "99999999999999999999999", "1e400", ".nan", "0x10"),
    *("[]", "{}", "[1]", "[[1]]", "[a, 1, true]", "[{a: 1}]", "{a: 1}", "{1: 2}", "{true: x}"),
)
"""What people write where something else is wanted; in one column all of them stand below each other."""
LISTED: Final = "metrics: {{primary: [{{metric: {0}, baseline: {0}}}], guardrail: [{{metric: m, baseline: {0}}}]}}\n"
FORMS: Final = (
    "id: {0}\n",
    "id: x{1}\nname: {0}\nowner: {0}\nstatus: {0} # prodops: allow {0}\ntype: {0}\ntags: {0}\n",
    "id: y{1}\nexternal: {{{0}: {0}, a: {0}}}\nlinks: [{0}, {{title: {0}, url: {0}}}]\nx-a: {0}\nunknown: {0}\n",
    "id: z{1}\nvariants: [{{key: a, weight: {0}}}]\nexposures: {{a: {0}}}\nresults: [{{metric: {0}, lift: {0}}}]\n"
    + LISTED,
    "id: v{1}\nvalue: {{current: {0}}}\nsource: {0}\nkey_results: [{{id: k, target: {0}}}]\n",
    "id: t{1}\nseats: {{purchased: {0}}}\n",
    "id: w{1}\ncost: {{amount: {0}, currency: {0}}}\ncontract: {{renewal: {0}, notice: {0}}}\n",
    "- {0}\n- id: u{1}\n  buckets: {0}\n  traffic: {0}\n  layer: {{buckets: [[{0}, 1]]}}\n",
)


def odd(kind: str, values: Sequence[str]) -> Material:
    """A catalog in which all forms of a kind hold odd values."""
    folder = KINDS[kind].folder
    files = {
        f"{folder}/{form}-{number}.yaml": text.format(value, number).encode()
        for form, text in enumerate(FORMS)
        for number, value in enumerate(values)
    }
    catalog = load_catalog(MemoryTree({"prodops.yaml": b"version: 1\n", **files}))
    return Material(catalog, TODAY, verdict=judge(catalog, Request(TODAY)))


@pytest.mark.parametrize("kind", KINDS)
def test_tables_hold_what_their_columns_say(kind: str, rounds: int) -> None:
    material = odd(kind, in_turn(ODD, [*KINDS].index(kind), len(ODD) // 2, rounds))
    for table in TABLES:
        for row in table.rows(material):
            for column, cell in zip(table.columns, row, strict=True):
                assert cell is None or type(cell) is PYTHON[column.type], (table.name, column.name)
        assert parquet.write(material, table.name)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(load("sqlite").write(material, ""))
        ((found,),) = database.execute("PRAGMA integrity_check")
    assert found == "ok"
