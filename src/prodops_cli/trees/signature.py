"""Signatures: by which one sees, without reading it, that a file is the one that was read before."""

import json
import os
from time import time_ns
from typing import Final

from prodops_cli.trees.digest import blob_id
from prodops_cli.trees.drawer import Drawer

NAME: Final = "files"
REST: Final = 2_000_000_000
"""Nanoseconds for which a file was at rest before it was read; what is younger may yet change within one tick."""


def signature(found: os.stat_result) -> str:
    """What a system says of a file, of which something changes with every change: size, times, and which file it is."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_dev}"


class Signatures:
    """The digests of files by their paths; each holds as long as the file's signature is the same.

    `before` is what another run has learnt; what this run has not come by is forgotten.
    """

    def __init__(self, before: dict[str, list[str]] | None = None) -> None:
        self.before = before or {}
        self.now: dict[str, list[str]] = {}

    def digest(self, path: str, entry: os.DirEntry[str]) -> str:
        """Git's name for what stands in a file; empty where nobody knows. Raises OSError for one that is gone."""
        row = self.before.get(path)
        if row is None or row[0] != signature(entry.stat(follow_symlinks=False)):
            return ""
        self.now[path] = row
        return row[1]

    def learn(self, path: str, found: os.stat_result, data: bytes) -> None:
        """Remembers what was read from a file, if it was at rest by then."""
        if max(found.st_mtime_ns, found.st_ctime_ns) < time_ns() - REST:
            self.now[path] = [signature(found), blob_id(data)]

    def keep(self, drawer: Drawer) -> None:
        """Writes what this run knows, if that is news; one that has not looked at any file has none."""
        if self.now and self.now != self.before:
            drawer.put(NAME, json.dumps(self.now, separators=(",", ":")).encode())
            self.before = dict(self.now)


def signatures_in(drawer: Drawer) -> Signatures:
    """What another run knew."""
    return Signatures(json.loads(drawer.get(NAME) or b"{}"))
