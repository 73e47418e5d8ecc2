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
    at: Annotated[
        str | None,
        typer.Option(
            "--at", metavar="DATE|REV", help="As it was at the end of a day, or at a revision, and what came later."
        ),
    ] = None,
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
    from prodops_cli.cli.then import commit_of, later
    from prodops_cli.failure import Misuse
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.pipeline import judge
    from prodops_cli.views.show.entity import Portrait, as_json, page

    *kinds, id = words
    if len(kinds) > 1:
        raise Misuse("`prodops show` takes one id", "try `prodops show KIND ID`")
    model = kind(kinds[0]) if kinds else None
    if at is not None and rev is not None:
        raise Misuse("`--at` and `--rev` exclude each other", "name one of them")
    look, when = Look(width(), in_colour(color)), day(today)
    try:
        rev = commit_of(directory, at, when) if at is not None else rev
        place = opened(directory, rev)
        request = Request(when, revision=place.revision)
        catalog = read(place.tree, request)
        entity = named(catalog, model.kind if model else None, id)
        verdict = judge(catalog, request)
        since = later(entity, catalog, directory, when) if at is not None else None
    except SettingsRefused as refused:
        return refuse(refused, "shown")
    past = past_of(entity, place.root, rev, catalog.settings.zone)
    portrait = Portrait(entity, catalog, verdict, past, since)
    say_unread(catalog)
    print_lines(as_json(portrait) if format == "json" else page(portrait, look))
    return 0
