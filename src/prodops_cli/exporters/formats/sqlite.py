"""SQLite: one file that BI tools open, with a table for each kind, and views that answer what people ask first."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Final

from prodops_cli.exporters.material import Material
from prodops_cli.exporters.tables.table import Cell, Table, Type
from prodops_cli.exporters.tables.tables import TABLES
from prodops_cli.exporters.tables.views import VIEWS
from prodops_cli.exporters.target import Target
from prodops_cli.failure import Failure

APPLICATION: Final = 0x50444F50
"""The file's `application_id`, by which `file` and others know it: PDOP."""
VERSION: Final = 1
"""The file's `user_version`: tables and columns may be added, none is removed or given another meaning."""


def write(material: Material, _: str) -> bytes:
    """The database. It is made in memory, so that no part of a file is ever seen. Raises Failure."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(definition(table))
            database.executemany(insertion(table), rows(table, material))
        for statement in (*indexes(), *views()):
            database.execute(statement)
        database.execute("COMMIT")
        database.execute("VACUUM")
        return serialized(database)


def serialized(database: sqlite3.Connection) -> bytes:
    """The bytes of the file. Raises Failure where this Python can't say them."""
    try:
        return database.serialize()
    except (AttributeError, sqlite3.Error) as error:
        raise Failure(
            "the SQLite of this Python can't make a file of a database", "use Python 3.11 or later"
        ) from error


def definition(table: Table) -> str:
    """The statement that makes a table."""
    columns = (
        f"{quoted(each.name)} {type_of(each.type)}{' NOT NULL' if each.name in table.key else ''}"
        for each in table.columns
    )
    lines = ",\n  ".join((*columns, f"PRIMARY KEY ({', '.join(map(quoted, table.key))})"))
    return f"CREATE TABLE {quoted(table.name)} (\n  {lines}\n)"


def insertion(table: Table) -> str:
    """The statement that fills a row of a table."""
    marks = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {quoted(table.name)} VALUES ({marks})"  # noqa: S608 - the names are ours, the values are apart


def indexes() -> Iterator[str]:
    """The statements that make the indexes."""
    for table in TABLES:
        for names in table.indexes:
            index = quoted("_".join((table.name, *names)))
            yield f"CREATE INDEX {index} ON {quoted(table.name)} ({', '.join(map(quoted, names))})"


def views() -> Iterator[str]:
    """The statements that make the views."""
    yield from (f"CREATE VIEW {quoted(view.name)} AS {' '.join(view.query.split())}" for view in VIEWS)


def rows(table: Table, material: Material) -> Iterator[tuple[Cell, ...]]:
    """The rows as SQLite keeps them: days as text."""
    yield from (tuple(map(kept, row)) for row in table.rows(material))


def kept(cell: Cell) -> Cell:
    """A value as SQLite keeps it."""
    return cell.isoformat() if isinstance(cell, date) else cell


def type_of(type: Type) -> str:
    """The declared type: what SQLite has no type for is a text."""
    return Type.TEXT.value if type is Type.JSON else type.value


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return f'"{name}"'


TARGET: Final = Target(write, suffix=".sqlite", is_binary=True, is_whole=True, looks_back=True)
