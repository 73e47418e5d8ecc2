"""Where it is kept, what runs know from each other: beside a catalog's journal, and never among its files."""

from pathlib import Path

from prodops_cli.failure import Failure
from prodops_cli.trees.drawer import Drawer
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.shelf import Shelf
from prodops_cli.trees.signature import signatures_in
from prodops_cli.trees.store import git_folder, store_of
from prodops_cli.trees.worktree import find_top
from prodops_cli.trees.writer import writer


def kept_of(root: Path) -> Kept:
    """What is kept of the catalog at a root; where there is no folder for it, nothing will be."""
    drawer = drawer_of(root)
    if drawer is None:
        return Kept()
    return Kept(drawer, Shelf(drawer), signatures_in(drawer))


def drawer_of(root: Path) -> Drawer | None:
    """The folder; None where there can't be one, and in a cache inside of a repository, which might have brought it."""
    try:
        store = store_of(root)
    except Failure:
        return None
    is_safe = git_folder(root) is not None or find_top(store) is None
    return Drawer(store / "kept", writer()) if is_safe else None
