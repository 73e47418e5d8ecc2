"""`prodops schedule`: when planned experiments can run, so that nobody is in anybody's way."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_id
from prodops_cli.cli.options import Colour, Directory, Quiet, Today, day, in_colour, width


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]…",
            help="Plan these, and leave all others where they are; without ids all that are scheduled or drafts.",
            autocompletion=complete_id,
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="The day on which all of them must be over.")
    ] = None,
    solver: Annotated[
        Literal["auto", "greedy", "cp-sat"],
        typer.Option("--solver", help="cp-sat looks for the best plan, and needs OR-tools."),
    ] = "auto",
    diff: Annotated[bool, typer.Option("--diff", help="Print what --write would change, and write nothing.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the plan into the documents.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="How to print it.")] = "text",
    directory: Directory = Path(),
    today: Today = None,
    color: Colour = "auto",
    quiet: Quiet = False,
) -> int:
    """Plan the earliest days, and free buckets, on which planned experiments get in nobody's way.

    Nothing starts before it is planned to. Layers, exclusions, requirements, agreed overlaps, effects that last,
    regions and sample sizes are heeded. Exits with 1 where something has no place, or --diff would change anything.
    """
    from prodops_cli.cli import scheduling
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.reading import refuse
    from prodops_cli.failure import Misuse
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look

    if (diff and write) or (format != "text" and (diff or write)):
        raise Misuse("a plan is shown, previewed with --diff, or written with --write", "ask for one of them")
    planning = scheduling.Planning(tuple(ids or ()), day(by) if by else None, scheduling.solver(solver))
    place, look, request = opened(directory, None), Look(width(), in_colour(color)), Request(day(today))
    try:
        if diff or write:
            return planning.carry_out(place, request, diff, look, quiet)
        return planning.show(place, request, format, look, quiet)
    except SettingsRefused as refused:
        return refuse(refused, "planned")
