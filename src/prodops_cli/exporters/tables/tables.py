"""All tables, in the order in which people look at them."""

from typing import Final

from prodops_cli.exporters.tables import around
from prodops_cli.exporters.tables.kinds import kind_tables
from prodops_cli.exporters.tables.table import Table

TABLES: Final[tuple[Table, ...]] = (
    *kind_tables(),
    around.REFS,
    around.FINDINGS,
    around.HISTORY_ENTITIES,
    around.HISTORY_FINDINGS,
    around.HISTORY_MEASURES,
    around.SURFACES,
    around.BUDGETS,
    around.ABOUT,
)
