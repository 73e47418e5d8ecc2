"""Tables: what comes out of a spreadsheet, and is no YAML."""

import re
from itertools import islice
from typing import Final

DIVIDERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
HEADING: Final = re.compile(r"(?:\| ?)?[\w \"'()-]+(?:[,;\t|][\w \"'()-]*)+")
"""What can stand above columns: words alone, and nothing that a document begins with."""
LOOKED_AT: Final = 5


def divided_by(text: str) -> str:
    """What divides the cells of a table, as `commas`; empty for a text that is none."""
    first = text.partition("\n")[0].rstrip("\r")
    if not HEADING.fullmatch(first) or first.startswith("-"):
        return ""
    divider, cells = max(((each, first.count(each)) for each in DIVIDERS), key=lambda each: each[1])
    rows = [line for line in islice(text.splitlines(), 1, LOOKED_AT) if line.strip()]
    is_table = bool(rows) and all(row.count(divider) >= cells for row in rows)
    return DIVIDERS[divider] if is_table else ""
