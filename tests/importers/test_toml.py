"""Where the values of TOML stand: the line of their key, or of the table around it."""

from typing import Final

import pytest

from prodops_cli.documents.node import Address
from prodops_cli.importers.reading.toml import places, records

TEXT: Final = '''\
x = 1
[[org.teams]]
nr = "T-1"
text = """
nr = 5
[a]
"""
[[org.teams]]
 "nr" = "T-2"
a.b = 2
[org.teams.lead]
name = "x"
[[org.teams.members]]
n = 1
[[org.teams.members]]
n = 2
[other]
list = [ {a = 1},
  {a = 2} ]
'''
LINES: Final[dict[Address, int]] = {
    ("x",): 1,
    ("org", "teams", 0): 2,
    ("org", "teams", 0, "nr"): 3,
    ("org", "teams", 1): 8,
    ("org", "teams", 1, "nr"): 9,
    ("org", "teams", 1, "a", "b"): 10,
    ("org", "teams", 1, "lead", "name"): 12,
    ("org", "teams", 1, "members", 1, "n"): 16,
    ("other", "list"): 18,
    ("other", "list", 1, "a"): 18,
}


@pytest.mark.parametrize("address", LINES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_values_stand_in_the_line_of_their_key(address: Address, end: str) -> None:
    (record,) = records("x.toml", TEXT.replace("\n", end).encode(), None)
    assert record.below({}, *address).place().startswith(f"x.toml:{LINES[address]}:")


def test_texts_of_several_lines_hold_no_keys() -> None:
    assert ("a",) not in places(TEXT)
