"""One page with charts as pictures, for a browser or a printer. It needs no network."""

from prodops_cli import escape
from prodops_cli.reports.rendering.html.page import page


def document(text: str) -> str:
    """The page."""
    return escape.page(page(text))
