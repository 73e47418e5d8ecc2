"""Cases of reading YAML, written down by hand: a text, and its values, or what is refused, and where.

    === a key twice
    a: 1
    a: 2
    >>> {"a": 1}
    !!! 2:1 'a' DuplicateKey

`>>>` is the JSON of one document, `!!!` one refusal. What can't be seen is written as a sign: see SIGNS.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from prodops_cli.documents.node import Value

SIGNS = {"→": "\t", "·": " ", "␍": "\r", "␇": "\a", "⇔": "\ufeff", "⏎": "\u2028", "␤": "\x85", "∎\n": ""}
FOLDER = Path(__file__).with_name("yaml")


class Case(NamedTuple):
    """One text, with what it is read as."""

    text: str
    values: list[Value]
    refusals: list[str]


def cases() -> Iterator[tuple[str, Case]]:
    """All cases by name."""
    for path in sorted(FOLDER.glob("*.txt")):
        for written in path.read_text().split("=== ")[1:]:
            name, _, rest = written.partition("\n")
            yield f"{path.stem}: {name}", case(rest.splitlines(keepends=True))


def case(lines: list[str]) -> Case:
    """A case from its lines."""
    text = "".join(line for line in lines if not line.startswith((">>> ", "!!! ")))
    for sign, character in SIGNS.items():
        text = text.replace(sign, character)
    held = [json.loads(line[4:]) for line in lines if line.startswith(">>> ")]
    return Case(text, held, [line[4:].rstrip() for line in lines if line.startswith("!!! ")])
