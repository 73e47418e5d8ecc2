"""`prodops overlap`: which experiments get in each other's way, and whether one more would."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_id
from prodops_cli.cli.options import Colour, Directory, Quiet, Revision, Today, day, in_colour, width


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]…",
            help="Pairs with this experiment; with several, the pairs between them.",
            autocompletion=complete_id,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also those that can't meet, and why they can't.")] = False,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="ID", help="Of them, or of people of that team.", autocompletion=complete_id),
    ] = None,
    surface: Annotated[
        list[str] | None,
        typer.Option("--surface", metavar="SURFACE", help="On this surface, around it, or within; may be given again."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Meeting on this day.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Meeting on this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Meeting on this day or before.")] = None,
    start: Annotated[
        str | None,
        typer.Option("--start", metavar="DATE", help="Ask whether a new test could start then, on --surface."),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option("--days", metavar="N", min=1, max=3650, help="How long the new test would run; 14 days."),
    ] = None,
    audience: Annotated[
        list[str] | None,
        typer.Option("--audience", metavar="ATTRIBUTE=A,B", help="Whom the new test would take; may be given again."),
    ] = None,
    traffic: Annotated[
        float | None,
        typer.Option("--traffic", metavar="PERCENT", min=0.01, max=100, help="How many of them it would take; all."),
    ] = None,
    layer: Annotated[
        str | None,
        typer.Option("--layer", metavar="ID", help="The layer that would give the new test its buckets."),
    ] = None,
    calendar: Annotated[
        bool, typer.Option("--calendar", help="Draw them as bars in their weeks, with clashes marked.")
    ] = False,
    matrix: Annotated[bool, typer.Option("--matrix", help="Draw who meets whom, group by group.")] = False,
    capacity: Annotated[
        bool, typer.Option("--capacity", help="Tell week by week how full each layer is, and by whom.")
    ] = False,
    by: Annotated[
        Literal["surface", "layer"], typer.Option("--by", help="What the rows of the calendar stand under.")
    ] = "surface",
    format: Annotated[
        Literal["text", "json", "markdown"], typer.Option("-f", "--format", help="How to print it.")
    ] = "text",
    fail_on: Annotated[
        Literal["error", "warning", "notice", "never"],
        typer.Option("--fail-on", help="Exit with 1 if a pair is as loud as that."),
    ] = "never",
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    color: Colour = "auto",
    quiet: Quiet = False,
) -> int:
    """Say which experiments get in each other's way, for example for whom, and what to do.

    With --surface and --start it answers "can I run there then?" before any document exists.
    """
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.overlaps import Asked, Chart, Wish
    from prodops_cli.cli.reading import read, refuse, say_unread
    from prodops_cli.encounters.asked.choice import Choice
    from prodops_cli.failure import Misuse
    from prodops_cli.findings import Severity
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look

    if on and (since or until):
        raise Misuse("`--on` is one day", "write --since and --until for several")
    first, last = (day(each) if each else None for each in (on or since, on or until))
    choice = Choice(tuple(ids or ()), owner, tuple(surface or ()), first, last, everything)
    chart = Chart(calendar, matrix, capacity, by)
    chart.check(choice, format)
    wish = Wish(start, days, tuple(audience or ()), traffic, layer)
    wish.check(choice, chart)
    place, look = opened(directory, rev), Look(width(), in_colour(color))
    request = Request(day(today), revision=place.revision)
    try:
        catalog = read(place.tree, request)
    except SettingsRefused as refused:
        return refuse(refused, "compared")
    say_unread(catalog)
    loudest = Asked(catalog, request.today, place.revision, format, look, quiet).answer(choice, wish, chart)
    return int(fail_on != "never" and loudest is not None and loudest >= Severity[fail_on])
