"""`prodops set`: other values in one document, everything else as it is."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_name
from prodops_cli.cli.options import Directory, Quiet, Today, day, width


def command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[KIND] ID KEY=VALUE...",
            help="Such as `amplitude contract.decision=cancel`; `KEY=` takes it away.",
            autocompletion=complete_name,
        ),
    ],
    diff: Annotated[bool, typer.Option("--diff", help="Print what would change, and write nothing.")] = False,
    directory: Directory = Path(),
    today: Today = None,
    quiet: Quiet = False,
) -> int:
    """Set keys of one document: comments stay, what is new stands where people look for it.

    Dots lead inside (`contract.renewal=2026-12-01`), also to the item of a list by its id
    (`variants.control.weight=2`). Errors that come with it are told; nothing is written where
    the document would be wrong: where it can't be read, names nothing that there is, or speaks against itself.
    With --diff, exits with 1 if anything would change.
    """
    import sys

    from prodops_cli.catalog.naming import named
    from prodops_cli.catalog.selection import kind
    from prodops_cli.cli.changing import change
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.reading import refuse
    from prodops_cli.failure import Misuse
    from prodops_cli.fixes.assign import Assignment, assigned, step_of
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.outputs.look import Look

    names = [word for word in words if "=" not in word]
    wanted = [Assignment.of(word) for word in words if "=" in word]
    if not wanted or len(names) not in (1, 2):
        raise Misuse("`prodops set` takes an id and what to set", "try `prodops set ID status=running`")
    model = kind(names[0]) if len(names) == 2 else None
    place = opened(directory, None)
    try:
        steps = change(
            place,
            Request(day(today)),
            lambda tree, catalog: step_of(
                tree, assigned(named(catalog, model.kind if model else None, names[-1]), wanted)
            ),
            Look(width()),
            diff,
        )
    except SettingsRefused as refused:
        return refuse(refused, "written")
    if not quiet and not diff:
        said = f"Set {', '.join(each.key for each in wanted)} in {steps[0].path}." if steps else "It says so already."
        sys.stderr.write(f"{said}\n")
    return int(diff and bool(steps))
