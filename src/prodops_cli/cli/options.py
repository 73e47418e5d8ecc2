"""The options that commands share."""

import os
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, TypeAlias

import typer

from prodops_cli.failure import Misuse

WIDTH_OF_NO_TERMINAL = 80
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Directory: TypeAlias = Annotated[
    Path,
    typer.Option(
        "-C", "--directory", metavar="DIR", help="Where the catalog is; it may lie above.", show_default="here"
    ),
]
Revision: TypeAlias = Annotated[
    str | None, typer.Option("--rev", metavar="REV", help="Look at a git revision in the place of the work tree.")
]
Today: TypeAlias = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day to look from, such as 2026-09-07.")
]
Colour: TypeAlias = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
Quiet: TypeAlias = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr that is no error.")]


def day(said: str | None) -> date:
    """The day that was asked for; else that of SOURCE_DATE_EPOCH; else the day. Raises Misuse."""
    if said is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        return (
            datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else datetime.now().astimezone().date()
        )
    try:
        if DAY.fullmatch(said):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise Misuse(f"`{said}` is no day", "write it as 2026-09-07")


def width() -> int:
    """The columns of the terminal; 80 where there is none, so that files look the same everywhere."""
    return get_terminal_size().columns if sys.stdout.isatty() else WIDTH_OF_NO_TERMINAL


def in_colour(when: str) -> bool:
    """Whether to use colour: `auto` does on a terminal, unless NO_COLOR is set. Raises Misuse."""
    match when:
        case "always":
            return True
        case "never":
            return False
        case "auto":
            return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        case _:
            raise Misuse(f"`{when}` is no answer to --color", "write auto, always or never")
