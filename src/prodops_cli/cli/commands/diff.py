"""`prodops diff`: what changed in meaning."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.options import Colour, Directory, Today, day, in_colour, width


def command(
    base: Annotated[
        str | None,
        typer.Argument(
            metavar="[BASE]", help="What to compare with; without it, where the pull request began.", show_default=False
        ),
    ] = None,
    head: Annotated[
        str | None,
        typer.Argument(
            metavar="[HEAD]", help="A revision; without it, the work tree since it left BASE.", show_default=False
        ),
    ] = None,
    format: Annotated[
        Literal["text", "markdown", "json"],
        typer.Option("-f", "--format", help="How to print it; markdown is a pull request's comment."),
    ] = "text",
    fail_on: Annotated[
        Literal["change", "breaking", "never"],
        typer.Option("--fail-on", help="Exit with 1 for any change, for one that breaks something, or never."),
    ] = "change",
    directory: Directory = Path(),
    today: Today = None,
    color: Colour = "auto",
) -> int:
    """Say what changed in meaning, whom it affects, and what would break.

    Other layouts, orders and comments are no change. Exits with 0 where nothing is different, 1 where something is.
    """
    from prodops_cli.cli.comparing import sides
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.cli.progress import progress
    from prodops_cli.cli.reading import refuse, say_unread
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.pipeline import compare
    from prodops_cli.views.changes.json import as_json
    from prodops_cli.views.changes.markdown import comment
    from prodops_cli.views.changes.meaning import told
    from prodops_cli.views.changes.text import text

    both = sides(directory, base, head)
    look = Look(width(), in_colour(color))
    try:
        with progress("Comparing two catalogs", quiet=False):
            found = compare(both.head.tree, both.base, Request(day(today), revision=both.head.revision))
    except SettingsRefused as refused:
        return refuse(refused, "compared")
    say_unread(found.context.catalog)
    match format:
        case "text":
            print_lines(text(found, look))
        case "markdown":
            sys.stdout.write(comment(found))
            sys.stdout.flush()
        case "json":
            print_lines(as_json(found, both.commit))
    changes = told(found)
    return int((fail_on == "change" and bool(changes)) or (fail_on != "never" and any(c.is_breaking for c in changes)))
