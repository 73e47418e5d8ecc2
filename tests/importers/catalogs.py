"""Catalogs in memory, and imports into them."""

from prodops_cli.catalog.load import load
from prodops_cli.importers.choose import known, prepared
from prodops_cli.importers.material import Material
from prodops_cli.importers.merge import Side
from prodops_cli.importers.outcome import Outcome
from prodops_cli.importers.plan import planned
from prodops_cli.importers.reading.choose import reader
from prodops_cli.importers.table import Table, columns_of, mapping_of
from prodops_cli.trees.memory import MemoryTree

SETTINGS = {"prodops.yaml": b"version: 1\n"}


def of_table(text: str, table: Table, is_own: bool = False) -> Material:
    """A table of CSV."""
    records = reader("csv", "table.csv")("table.csv", text.encode(), None)
    return Material("table", mapping_of(table, columns_of(records)), records, is_own)


def of_source(name: str, path: str, text: str) -> Material:
    """A file of a source that is known."""
    mapping = known(name)
    return Material(name, mapping, prepared(name, reader(mapping.reads, path)(path, text.encode(), None)))


def imported(files: dict[str, bytes], material: Material, wins: Side = Side.nobody) -> tuple[dict[str, bytes], Outcome]:
    """The files afterwards, and what was done."""
    tree = MemoryTree(SETTINGS | files)
    outcome = planned(tree, load(tree), material, wins)
    return files | {step.path: step.after for step in outcome.steps if step.after is not None}, outcome
