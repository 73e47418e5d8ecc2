"""`prodops cache`: what is kept of the catalog from run to run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.options import Directory


def command(
    action: Annotated[Literal["path", "clear"], typer.Argument(help="path: print where it is; clear: remove it.")],
    where: Directory = Path(),
) -> int:
    """Say where is kept what was read before, or remove it: it is made again.

    It only saves time: no command tells anything else with it. What an interrupted run left to be finished stays.
    """
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.failure import Failure
    from prodops_cli.trees.keeping import drawer_of
    from prodops_cli.trees.worktree import find_root

    drawer = drawer_of(find_root(where))
    if drawer is None:
        raise Failure("there is no folder to keep anything in", "set XDG_CACHE_HOME to one outside of a repository")
    if action == "path":
        print_lines([str(drawer.folder)])
        return 0
    drawer.clear()
    if drawer.folder.exists():
        raise Failure(f'"{drawer.folder}" cannot be removed', "look at its rights, and at what else is in it")
    print_lines([f"Removed what was kept in {drawer.folder}."])
    return 0
