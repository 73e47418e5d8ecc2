"""docs/tables.md: the tables and views of `prodops export sqlite`, in the words that stand in the code."""

from collections.abc import Iterator

from prodops_cli.exporters.tables.table import Table
from prodops_cli.exporters.tables.tables import TABLES
from prodops_cli.exporters.tables.views import VIEWS

HEAD = """\
# The tables

What `prodops export sqlite` and `prodops export parquet` hold; see [export](export.md). Bold columns are what a row is
known by. Names of keys are joined: `contract_renewal` is `contract.renewal`. A column of the type JSON is a text with a
list or a mapping; durations are texts as ISO 8601 has them (`P90D`), and so are instants. Numbers that are not finite,
and whole numbers from 2⁶³ on, are left empty.
"""


def tables_page() -> str:
    """The page."""
    lines = [HEAD, "## Views", "", "In SQLite alone.", "", "| view | what it answers |", "|---|---|"]
    lines += [f"| `{view.name}` | {view.words} |" for view in VIEWS]
    for table in TABLES:
        lines += ["", *section(table)]
    return "\n".join(lines) + "\n"


def section(table: Table) -> Iterator[str]:
    """What one table holds."""
    yield from (f"## {table.name}", "", table.words, "", "| column | type | meaning |", "|---|---|---|")
    for column in table.columns:
        name = f"**{column.name}**" if column.name in table.key else column.name
        yield f"| {name} | {column.type.value} | {column.words} |"
