"""The settings around a folder, for commands that need no more of a catalog, and can do without."""

import sys
from pathlib import Path

from prodops_cli.catalog.settings import ReadSettings, WrongSettings, load_settings
from prodops_cli.failure import Failure
from prodops_cli.trees.worktree import WorkTree, find_root


def settings_at(directory: Path) -> ReadSettings | None:
    """The settings of the catalog at or above a folder; None where there is none, or they are wrong, which is said."""
    try:
        return load_settings(WorkTree(find_root(directory)))
    except WrongSettings:
        sys.stderr.write("prodops.yaml is wrong: `prodops lint` says where; this is how rules are without it\n")
    except Failure:
        if not directory.is_dir():
            raise
    return None
