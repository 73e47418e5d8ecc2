"""`prodops list`: the entities of a kind, as many as one asks for."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_id, complete_kind
from prodops_cli.cli.options import Colour, Directory, Revision, Today, day, in_colour, width


def command(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What to list.", autocompletion=complete_kind)],
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="KEY=VALUE", help="Where this is written; `KEY=` where nothing is."),
    ] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS", help="In this status.")] = None,
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner", metavar="ID", help="Owned by them, or by people of that team.", autocompletion=complete_id
        ),
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="With this tag.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="With this day among their days, as written.")
    ] = None,
    surface: Annotated[
        str | None, typer.Option("--surface", metavar="SURFACE", help="On this surface, around it, or within.")
    ] = None,
    format: Annotated[
        Literal["table", "json", "csv"], typer.Option("-f", "--format", help="How to print it.")
    ] = "table",
    columns: Annotated[
        str | None, typer.Option("--columns", metavar="A,B", help="The columns: keys, such as contract.renewal.")
    ] = None,
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    color: Colour = "auto",
) -> int:
    """List the entities of a kind; several conditions must all hold.

    `prodops list experiment --surface checkout` tells what was tried there before, and what came of it. Exits with 1
    if nothing is found.
    """
    import sys

    from prodops_cli.catalog.selection import Selection, condition, selected
    from prodops_cli.catalog.selection import kind as kind_of
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.cli.reading import read, refuse, say_unread
    from prodops_cli.failure import Misuse
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.views.columns import shape
    from prodops_cli.views.list import Listing, fitting, lines

    if columns and format == "json":
        raise Misuse("`--columns` is for tables and csv", "json has every key")
    model = kind_of(kind)
    conditions = tuple(condition(model, each) for each in where or [])
    wanted = Selection(model, conditions, status, owner, tag, day(on) if on else None, surface)
    chosen = shape(model, columns, bool(surface))
    place, seen_from, look = opened(directory, rev), day(today), Look(width(), in_colour(color))
    try:
        catalog = read(place.tree, Request(seen_from, revision=place.revision))
    except SettingsRefused as refused:
        return refuse(refused, "listed")
    found = Listing(model.kind, selected(catalog, wanted), catalog, seen_from, place.revision)
    say_unread(catalog)
    if not found.entities:
        sys.stderr.write(f"no {model.kind} was found\n")
    kept = chosen if columns or format != "table" or not found.entities else fitting(found, chosen, look)
    if found.entities or format == "json":
        print_lines(lines(found, format, kept, look))
    if spared := [column.name for column in chosen if column not in kept]:
        sys.stderr.write(f"not shown, for want of room: {', '.join(spared)}; choose with --columns\n")
    return int(not found.entities)
