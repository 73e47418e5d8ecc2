"""`prodops baseline`: what was wrong when the lint was adopted, so that it tells what is new."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.failures import tell
from prodops_cli.cli.options import Directory, Today, day
from prodops_cli.failure import WRONG_USAGE

File = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Another file than .prodops-baseline.json at the catalog's root."),
]


def command(
    action: Annotated[
        Literal["create", "prune", "show"],
        typer.Argument(metavar="create|prune|show", help="Write it, take out what is mended, or say what it holds."),
    ],
    file: File = None,
    directory: Directory = Path(),
    today: Today = None,
) -> int:
    """Adopt the lint on an old catalog: what the baseline holds is counted by `prodops lint`, and not told again.

    Files that can't be read never stand in it: in them nobody knows what else is wrong.
    """
    from prodops_cli.cli.adopting import create, prune, show
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.lint.request import Request, SettingsRefused

    act = {"create": create, "prune": prune, "show": show}[action]
    try:
        print_lines(act(opened(directory, None), file, Request(day(today))))
    except SettingsRefused:
        return tell("nothing was checked", "`prodops lint` says what is wrong in prodops.yaml", WRONG_USAGE)
    return 0
