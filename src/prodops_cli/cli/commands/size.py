"""`prodops size`: how large and how long an experiment has to be."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_id
from prodops_cli.cli.options import Colour, Directory, Revision, Today, day, in_colour, width


def command(
    id: Annotated[str, typer.Argument(metavar="ID", help="The experiment.", autocompletion=complete_id)],
    format: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="How to print it.")] = "text",
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    color: Colour = "auto",
) -> int:
    """Say how many units an experiment needs, for how long it has to run, and what it can see as planned.

    Exits with 1 where something is missing to say it.
    """
    from prodops_cli.catalog.naming import named
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.cli.reading import read, refuse, say_unread
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.models.experiment import Experiment
    from prodops_cli.outputs.look import Look
    from prodops_cli.sizing.plan import plan
    from prodops_cli.views.size.json import as_json
    from prodops_cli.views.size.text import page

    place, look, seen_from = opened(directory, rev), Look(width(), in_colour(color)), day(today)
    try:
        catalog = read(place.tree, Request(seen_from, revision=place.revision))
    except SettingsRefused as refused:
        return refuse(refused, "sized")
    experiment = named(catalog, Experiment.kind, id)
    assert isinstance(experiment, Experiment)
    found = plan(experiment, catalog)
    say_unread(catalog)
    print_lines(as_json(found, seen_from, place.revision) if format == "json" else page(found, catalog, look))
    return int(found.is_sized and bool(found.lacks))
