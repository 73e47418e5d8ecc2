"""`prodops import`: what others keep of the product, as documents."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_kind
from prodops_cli.cli.options import Directory, Quiet, Today, day, width


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE] PATH...",
            help="backstage, codeowners, dbt or growthbook, and its files or folders; `-` is stdin.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="What the records of a table are.", autocompletion=complete_kind),
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help='From which column a field comes: owner="Cost owner".'),
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", metavar="COLUMN", help="What the source knows a record by; else the id.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="A mapping of your own: docs/import.md.")
    ] = None,
    days: Annotated[
        str | None, typer.Option("--days", metavar="FORM", help="How a table writes days, such as %d.%m.%Y.")
    ] = None,
    decimal: Annotated[
        Literal[",", "."] | None, typer.Option("--decimal", help="The sign before decimals in a table.")
    ] = None,
    system: Annotated[
        str | None, typer.Option("--system", metavar="NAME", help="What `external` calls the source.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="How a file is written that is not in UTF-8.")
    ] = None,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="Where both have changed a field, take what the source says.")
    ] = False,
    ours: Annotated[
        bool, typer.Option("--ours", help="Where both have changed a field, keep what the file says.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print what would change, and write nothing.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="How to say it.")] = "text",
    listed: Annotated[bool, typer.Option("--list", help="List the sources that are known.")] = False,
    directory: Directory = Path(),
    today: Today = None,
    quiet: Quiet = False,
) -> int:
    """Import what others keep: teams from Backstage, metrics from dbt, experiments from GrowthBook, any table.

    A second import finds its documents again, updates what has changed in the source, and leaves alone what people have
    written; where both have changed a field, the file stays, and it is told. Nothing is written if the source is
    broken. Exits with 1 where there is a conflict; with --diff, if anything would change.
    """
    import sys

    from prodops_cli.catalog.selection import kind as kind_of
    from prodops_cli.cli.importing import Wish, imported, lacking, material
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.printing import print_lines, print_to_the_letter
    from prodops_cli.cli.reading import refuse
    from prodops_cli.failure import Misuse
    from prodops_cli.importers.choose import about, names
    from prodops_cli.importers.merge import Side
    from prodops_cli.importers.table import Table
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.phrases import count
    from prodops_cli.views.imported import json, text
    from prodops_cli.views.patch import patch

    if listed:
        print_lines(f"{name:<11} {about(name)}" for name in names())
        return 0
    said = list(words or [])
    source = said.pop(0) if said and said[0] in names() else None
    if not said or (source, mapping, kind).count(None) != 2:
        raise Misuse(
            "`prodops import` takes one source and its files: a name, a --mapping, or a --kind",
            f"try `prodops import {names()[0]} catalog-info.yaml`, or `prodops import costs.csv --kind tool`",
        )
    if theirs and ours:
        raise Misuse("`--theirs` and `--ours` exclude each other", "name one of them")
    wins = Side.theirs if theirs else Side.ours if ours else Side.nobody
    table = Table(kind_of(kind).kind, tuple(maps or ()), key, days, decimal) if kind else None
    wish = Wish(source, tuple(said), mapping, table, system, encoding)
    place, request, look = opened(directory, None), Request(day(today)), Look(width())
    try:
        wanted = material(wish, request)
        outcome = imported(place, request, wanted, wins, look, diff)
    except SettingsRefused as refused:
        return refuse(refused, "imported")
    if diff:
        print_to_the_letter(tuple(patch(outcome.steps, place.prefix)))
    elif format == "json":
        print_lines(json.lines(outcome))
    else:
        print_lines(text.lines(outcome, wanted.mapping, look, not quiet))
    if diff and not quiet:
        sys.stderr.writelines(f"{line}\n" for line in text.lines(outcome, wanted.mapping, look, False))
    if not diff and not quiet and (problems := lacking(place, request, outcome)):
        it = "it" if problems == 1 else "them"
        sys.stderr.write(
            f"`prodops lint` finds {count(problems, 'problem')} in what was written, and says how to mend {it}.\n"
        )
    return int(bool(outcome.conflicts) or (diff and bool(outcome.steps)))
