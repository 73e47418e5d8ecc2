"""How a verdict is to look: how wide and long, in colour or not, and what stands before its paths."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from prodops_cli.findings import Severity


class Ink(StrEnum):
    """What text can be painted with: parameters of the terminal's "select graphic rendition"."""

    red = "1;31"
    yellow = "1;33"
    cyan = "1;36"
    blue = "1;34"
    bold = "1"
    green = "1;32"


COMMENT: Final = 65_536
"""What GitHub takes as a comment; in characters, of which there are never more than bytes."""

INKS: Final = {Severity.error: Ink.red, Severity.warning: Ink.yellow, Severity.notice: Ink.cyan}


@dataclass(frozen=True, slots=True)
class Look:
    """`width` in columns; `prefix` leads from the repository's root to the catalog's (`catalog/`), or nothing.

    Only formats whose readers know the repository use the prefix. `room` is how many bytes of Markdown a reader takes.
    `where` and `asked` are options with which a command finds the catalog, and a lint the same in it (`--base main`).
    """

    width: int = 80
    colour: bool = False
    prefix: str = ""
    room: int = COMMENT
    where: str = ""
    asked: str = ""

    def paint(self, text: str, ink: Ink) -> str:
        """The text in colour, if there is colour."""
        return f"\x1b[{ink}m{text}\x1b[0m" if self.colour and text else text
