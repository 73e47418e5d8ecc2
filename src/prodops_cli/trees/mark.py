"""Marks: by which one sees, without reading it, that a file is not what it was."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Mark(NamedTuple):
    """When a file was written, how large it is, and which file it is at all."""

    written: int
    size: int
    file: int


def marks(root: Path, paths: Iterable[str]) -> Mapping[str, Mark | None]:
    """The marks of files below a root; None for what can't be looked at, or isn't there."""
    return {path: mark(root / path) for path in paths}


def mark(path: Path) -> Mark | None:
    """The mark of one file, or of a link itself."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    return Mark(found.st_mtime_ns, found.st_size, found.st_ino)
