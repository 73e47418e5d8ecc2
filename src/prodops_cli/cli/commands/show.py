"""`prodops show`: all that is known of one entity."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_name
from prodops_cli.cli.options import Colour, Directory, Revision, Today, day, in_colour, width


def command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[KIND] ID", help="Its id; its kind, too, where several have the id.", autocompletion=complete_name
        ),
    ],
    format: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="How to print it.")] = "text",
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    color: Colour = "auto",
) -> int:
    """Show one entity: what it says, who uses it, what is wrong with it, and which commits changed it."""
    from prodops_cli.catalog.naming import named
    from prodops_cli.catalog.selection import kind
    from prodops_cli.cli.history import past_of
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.cli.reading import read, refuse, say_unread
    from prodops_cli.failure import Misuse
    from prodops_cli.outputs.look import Look
    from prodops_cli.pipeline import Request, SettingsRefused, judge
    from prodops_cli.views.show import Portrait, as_json, page

    *kinds, id = words
    if len(kinds) > 1:
        raise Misuse("`prodops show` takes one id", "try `prodops show KIND ID`")
    model = kind(kinds[0]) if kinds else None
    place, look = opened(directory, rev), Look(width(), in_colour(color))
    request = Request(day(today), revision=place.revision)
    try:
        catalog = read(place.tree, request)
        entity = named(catalog, model.kind if model else None, id)
        verdict = judge(catalog, request)
    except SettingsRefused as refused:
        return refuse(refused, "shown")
    portrait = Portrait(entity, catalog, verdict, past_of(entity, place.root, rev, catalog.settings.zone))
    say_unread(catalog)
    print_lines(as_json(portrait) if format == "json" else page(portrait, look))
    return 0
