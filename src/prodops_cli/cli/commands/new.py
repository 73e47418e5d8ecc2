"""`prodops new`: one more document, with what matters in it, where it belongs."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_kind
from prodops_cli.cli.options import Directory, Quiet, Today, day, width


def command(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="Such as experiment or metric.", autocompletion=complete_kind)
    ],
    id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="What it is to be called.", show_default=False)
    ] = None,
    said: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="What needn't be asked, as `prodops set` takes it; several."),
    ] = None,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Ask nothing: take what is usual.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print what would be written, and write nothing.")] = False,
    directory: Directory = Path(),
    today: Today = None,
    quiet: Quiet = False,
) -> int:
    """Write a new document: what matters is asked, with what there is to choose from.

    Where nobody can be asked, `--set` says it. An experiment gets the first free days, and buckets, unless they are
    said. The file stands beside its like. What is found is told; only what would be wrong is not written: what can't be
    read, names nothing that there is, or speaks against itself. With --diff, exits with 1.
    """
    import sys

    from prodops_cli import pipeline
    from prodops_cli.catalog.selection import kind as kind_of
    from prodops_cli.cli.asking import Asking, is_terminal
    from prodops_cli.cli.changing import change
    from prodops_cli.cli.creating import Creating, steps
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.reading import refuse
    from prodops_cli.fixes.assign import Assignment
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.trees.snapshot import Snapshot

    model, wanted = kind_of(kind), [Assignment.of(word) for word in said or ()]
    place, request, look = opened(directory, None), Request(day(today)), Look(width())
    asking = Asking(look.width) if is_terminal() and not yes else None
    try:
        tree = Snapshot(place.tree)
        creating = Creating(tree, pipeline.opened(tree, request), request.today, asking)
        draft = creating.filled(creating.begun(model, id), wanted)
        change(
            place,
            request,
            lambda _, catalog: steps(draft, catalog),
            look,
            diff,
            is_told=lambda _: True,
        )
    except SettingsRefused as refused:
        return refuse(refused, "written")
    if not quiet and not diff:
        sys.stderr.write(f"Wrote {draft.path}.\n")
    return int(diff)
