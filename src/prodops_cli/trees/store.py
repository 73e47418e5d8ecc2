"""The store: the folder in which we keep what is our own, beside a catalog and never among its files."""

import hashlib
import os
from pathlib import Path

from prodops_cli.failure import Failure
from prodops_cli.trees.worktree import find_top

WORKTREE_OF = "gitdir: "


def store_of(root: Path) -> Path:
    """The folder for one catalog: in git's own folder, else in the user's cache. Raises Failure where there is none."""
    home = git_folder(root) or cache()
    return home / "prodops" / hashlib.sha256(os.fsencode(root)).hexdigest()[:16]


def open_store(root: Path) -> Path:
    """The folder for one catalog, made if need be. Raises Failure."""
    store = store_of(root)
    try:
        store.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"the folder {store} cannot be made: {error.strerror}", "look at its rights") from error
    return store


def git_folder(root: Path) -> Path | None:
    """Git's own folder, if a catalog is in a repository; the `.git` of a submodule is a file that names it."""
    top = find_top(root)
    if top is None:
        return None
    git = top / ".git"
    try:
        named = git.read_text(encoding="utf-8") if git.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return None
    folder = top / named.removeprefix(WORKTREE_OF).rstrip("\r\n") if named.startswith(WORKTREE_OF) else git
    return folder if folder.is_dir() else None


def cache() -> Path:
    """Where this user's programs keep what can be made again."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if (said := os.environ.get(name)) and Path(said).is_absolute():
            return Path(said)
    try:
        return Path.home() / ".cache"
    except RuntimeError as error:
        raise Failure("there is no home folder to keep a journal in", "set XDG_CACHE_HOME") from error
