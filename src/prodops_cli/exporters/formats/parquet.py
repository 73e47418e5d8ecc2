"""Parquet, a file for each table: the same as in SQLite, with days as days, for DuckDB, Spark and warehouses."""

from io import BytesIO
from typing import Final

import pyarrow as pa
from pyarrow import parquet

from prodops_cli.exporters.material import Material
from prodops_cli.exporters.tables.table import Table, Type
from prodops_cli.exporters.tables.tables import TABLES
from prodops_cli.exporters.target import Target

BY_NAME: Final = {table.name: table for table in TABLES}
TYPES: Final = {
    Type.TEXT: pa.string(),
    Type.JSON: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.REAL: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.DATE: pa.date32(),
}


def write(material: Material, name: str) -> bytes:
    """The file of a table."""
    table = BY_NAME[name]
    rows = list(table.rows(material))
    arrays = [pa.array([row[index] for row in rows], TYPES[column.type]) for index, column in enumerate(table.columns)]
    file = BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema(table)), file)
    return file.getvalue()


def schema(table: Table) -> pa.Schema:
    """The columns with their types; what a row is known by is never empty."""
    return pa.schema(
        [pa.field(each.name, TYPES[each.type], nullable=each.name not in table.key) for each in table.columns]
    )


def parts(_: Material) -> tuple[str, ...]:
    """A file for each table."""
    return tuple(BY_NAME)


TARGET: Final = Target(write, parts, suffix=".parquet", is_binary=True, is_whole=True, looks_back=True)
