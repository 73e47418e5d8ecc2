"""`prodops seen-by`: what a customer sees of experiments and launches."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.options import Colour, Directory, Revision, Today, day, in_colour, width


def command(
    said: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ATTRIBUTE=VALUE]…",
            help="What is known of the customer: country=DE platform=web; `plan=` where there is none.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="On this day; today, if none is said.")] = None,
    format: Annotated[
        Literal["text", "json", "markdown"], typer.Option("-f", "--format", help="How to print it.")
    ] = "text",
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    color: Colour = "auto",
) -> int:
    """Say which experiments and launches a customer sees, surely or perhaps, and what that depends on."""
    from prodops_cli.catalog.people import People
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.cli.reading import read, refuse, say_unread
    from prodops_cli.encounters.asked.arrival import arrivals
    from prodops_cli.encounters.asked.sight import Sights
    from prodops_cli.encounters.asked.spoken import client
    from prodops_cli.encounters.trials import Trials
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.views.seen import Answer, as_json, as_markdown, as_text

    place, look, seen_from = opened(directory, rev), Look(width(), in_colour(color)), day(today)
    try:
        catalog = read(place.tree, Request(seen_from, revision=place.revision))
    except SettingsRefused as refused:
        return refuse(refused, "looked up")
    trials, then = Trials(catalog, seen_from), day(on) if on else seen_from
    user = client(said or (), trials.attributes)
    sights = Sights(trials, user, then)
    found = tuple(arrivals(trials, user, then))
    answer = Answer(user, then, seen_from, tuple(sights), found, sights.undated, People(catalog))
    say_unread(catalog)
    match format:
        case "text":
            print_lines(as_text(answer, look))
        case "markdown":
            print_lines(as_markdown(answer))
        case "json":
            print_lines(as_json(answer, place.revision))
    return 0
