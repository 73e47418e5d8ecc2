"""`prodops rename`: another id, everywhere."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_name
from prodops_cli.cli.options import Directory, Quiet, Today, day, width


def command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[KIND] OLD NEW",
            help="Its id, and the new one; its kind, too, where several have the id.",
            autocompletion=complete_name,
        ),
    ],
    diff: Annotated[bool, typer.Option("--diff", help="Print what would change, and write nothing.")] = False,
    directory: Directory = Path(),
    today: Today = None,
    quiet: Quiet = False,
) -> int:
    """Give something another id: in its document, in its file's name, and in all that refers to it; comments stay.

    `prodops show OLD` says before who refers to it. Where the old id still stands in texts, such as formulas, that is
    said. Nothing is written where a document would be wrong. With --diff, exits with 1 if anything would change.
    """
    import sys

    from prodops_cli.catalog.naming import named
    from prodops_cli.catalog.selection import kind
    from prodops_cli.cli.changing import change, said_still
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.reading import refuse
    from prodops_cli.failure import Misuse
    from prodops_cli.fixes.rename import renamed
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look
    from prodops_cli.phrases import count

    if len(words) not in (2, 3):
        raise Misuse("`prodops rename` takes an id and a new one", "try `prodops rename KIND OLD NEW`")
    *kinds, old, new = words
    model = kind(kinds[0]) if kinds else None
    place = opened(directory, None)
    look = Look(width())
    try:
        steps = change(
            place,
            Request(day(today)),
            lambda tree, catalog: renamed(tree, catalog, named(catalog, model.kind if model else None, old), new),
            look,
            diff,
        )
    except SettingsRefused as refused:
        return refuse(refused, "written")
    if not quiet:
        files = sum(step.after is not None for step in steps)
        sys.stderr.write("" if diff else f"Renamed {old} to {new} in {count(files, 'file')}.\n")
        said_still(place.tree, steps, old, look)
    return int(diff and bool(steps))
