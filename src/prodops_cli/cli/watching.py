"""Watching: a lint that runs again whenever the catalog has changed, until somebody ends it."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from prodops_cli.catalog.load import entries
from prodops_cli.catalog.settings import SETTINGS, WrongSettings, load_settings
from prodops_cli.cli.failures import tell
from prodops_cli.cli.looking import Where
from prodops_cli.cli.repair import Fixing
from prodops_cli.failure import COULD_NOT, WRONG_USAGE, Failure, Misuse
from prodops_cli.lint.baseline import FILE_NAME
from prodops_cli.trees.mark import Mark, marks
from prodops_cli.trees.tree import codeowners
from prodops_cli.trees.worktree import WorkTree, find_root

PAUSE = 0.4
"""Seconds between two looks; who saves several files saves them in less."""
CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def refuse_watching(where: Where, fixing: Fixing) -> None:
    """Watching is for the work tree, and changes nothing in it. Raises Misuse."""
    if where.unwritable:
        raise Misuse(f"{where.unwritable} can't be watched", "watch the work tree, or leave out --watch")
    if fixing.write or fixing.diff:
        raise Misuse("--watch changes nothing", "leave out --watch to fix, or --fix to watch")


def keep_watching(directory: Path, baseline: Path | None, act: Callable[[], object], quiet: bool) -> NoReturn:
    """Acts at once, and again after every change, also of the baseline that is named; ends when it is interrupted.

    Raises Failure where there is no catalog, and Misuse for what is asked wrongly; what comes later is only told.
    """
    root = find_root(directory)
    also = () if baseline is None else (str((directory / baseline).absolute()),)
    seen = settled(root, also)
    shown(act, quiet)
    while True:
        seen = next_change(root, seen, also)
        shown(lambda: patiently(act), quiet)


def shown(act: Callable[[], object], quiet: bool) -> None:
    """Acts on a screen of its own."""
    if sys.stdout.isatty():
        sys.stdout.write(CLEAR)
    act()
    sys.stdout.flush()
    if not quiet:
        sys.stderr.write("Watching for changes; Ctrl-C ends.\n")
        sys.stderr.flush()


def patiently(act: Callable[[], object]) -> None:
    """Acts; what can't be done in the middle of somebody's work is told, and may be possible after the next change."""
    try:
        act()
    except Failure as failure:
        tell(failure.sentence, failure.hint, COULD_NOT)
    except Misuse as misuse:
        tell(misuse.sentence, misuse.hint, WRONG_USAGE)


def next_change(root: Path, seen: Mapping[str, Mark | None], also: Sequence[str] = ()) -> Mapping[str, Mark | None]:
    """Waits until the catalog is not what was seen, and then until it rests."""
    while state(root, also) == seen:
        time.sleep(PAUSE)
    return settled(root, also)


def settled(root: Path, also: Sequence[str] = ()) -> Mapping[str, Mark | None]:
    """The state of a catalog that nobody has changed for a moment."""
    before = state(root, also)
    while True:
        time.sleep(PAUSE)
        now = state(root, also)
        if now == before:
            return now
        before = now


def state(root: Path, also: Sequence[str] = ()) -> Mapping[str, Mark | None]:
    """What the files of a catalog look like from outside: settings, baseline, CODEOWNERS, all documents, and others."""
    tree = WorkTree(root)
    try:
        _, settings = load_settings(tree)
        paths = [entry.path for entry, _ in entries(tree, settings)]
    except (Failure, WrongSettings):
        paths = []
    return marks(root, (SETTINGS, FILE_NAME, *codeowners(tree.prefix), *paths, *also))
