"""A drawing: its SVG's size and content, and the same as a table."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from prodops_cli.reports.rendering.html.element import element

WIDTH: Final = 960.0
LABELS: Final = 250.0
"""How much of the width is for names."""
ROW: Final = 26.0
LETTER: Final = 7.2
"""How wide a letter is, more or less."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What stands in a figure. The table says all that the drawing says."""

    inside: tuple[Markup, ...]
    height: float
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def label(name: str, x: float, y: float, room: float = LABELS, **attributes: str | float) -> Markup:
    """A name, cut to the room that there is; whole where somebody points at it."""
    most = max(int(room / LETTER), 4)
    if len(name) <= most:
        return element("text", name, x=x, y=y, **attributes)
    return element("text", element("title", name), f"{name[: most - 1].rstrip()}…", x=x, y=y, **attributes)
