"""A sheet of ours after a spreadsheet has had it: other quotes, separators, days and numbers mean what they meant."""

from typing import Final

import pytest

from prodops_cli.importers.broken import Broken
from prodops_cli.importers.material import Material
from prodops_cli.importers.own import is_own
from prodops_cli.importers.reading.choose import reader
from prodops_cli.importers.table import Table, columns_of, mapping_of
from prodops_cli.models.tool import Tool
from tests.importers.catalogs import imported

TOOL: Final = """\
id: figma # ours
name: Figma, Inc.
tags: [design, b2b]
contract: {renewal: 2026-12-01, auto_renew: true} # see the drive
cost: {amount: 1234.5, currency: EUR}
"""
HEAD: Final = "id,name,tags,contract.renewal,contract.auto_renew,cost.amount,cost.currency"
SEMI: Final = HEAD.replace(",", ";")

SAME: Final[dict[str, tuple[str, Table]]] = {
    "as it was": (f'{HEAD}\nfigma,"Figma, Inc.",design; b2b,2026-12-01,true,1234.5,EUR\n', Table("tool")),
    "all in quotes, with a mark": (
        f'\ufeff{SEMI}\r\n"figma";"Figma, Inc.";"design; b2b";"2026-12-01";"TRUE";"1234.50";"EUR"\r\n',
        Table("tool"),
    ),
    "columns and rows that are empty": (
        f'{HEAD},,\nfigma,"Figma, Inc.",design; b2b,2026-12-01,true,1234.5,EUR,,\n,,,,,,,,\n',
        Table("tool"),
    ),
    "days and numbers of Germany": (
        f'{SEMI}\nfigma;Figma, Inc.;"design; b2b";01.12.2026;true;1.234,50;EUR\n',
        Table("tool", days="%d.%m.%Y"),
    ),
    "days and numbers of America": (
        f'{HEAD}\nfigma,"Figma, Inc.",design; b2b,12/1/2026,TRUE,"1,234.50",EUR\n',
        Table("tool", days="%m/%d/%Y"),
    ),
}


def sheet(text: str, table: Table) -> Material:
    """A sheet as the command line takes it."""
    records = reader("csv", "x.csv")("x.csv", text.encode(), None)
    columns = columns_of(records)
    assert is_own(Tool, columns)
    return Material("this sheet", mapping_of(table, columns), records, is_own=True)


@pytest.mark.parametrize("name", SAME)
def test_nothing_is_new(name: str) -> None:
    before = {"tools/figma.yaml": TOOL.encode()}
    after, outcome = imported(before, sheet(*SAME[name]))
    assert after == before
    assert not outcome.steps


def test_what_was_changed_there_is_changed_alone() -> None:
    text, table = SAME["days and numbers of Germany"]
    changed = text.replace("01.12.2026", "15.01.2027").replace("1.234,50", "2.000,00")
    after, _ = imported({"tools/figma.yaml": TOOL.encode()}, sheet(changed, table))
    assert after["tools/figma.yaml"].decode() == TOOL.replace("2026-12-01", "2027-01-15").replace("1234.5", "2000")


def test_a_day_that_can_be_read_in_two_ways_is_asked_for() -> None:
    text, _ = SAME["days and numbers of America"]
    with pytest.raises(Broken) as broken:
        imported({"tools/figma.yaml": TOOL.encode()}, sheet(text, Table("tool")))
    assert str(broken.value).startswith("x.csv:2:33: `12/1/2026` is no day")
    assert "--days" in broken.value.hint
