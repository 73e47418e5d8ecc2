"""The shelf: what was made of contents, by their digests; in sixteen files, of which each is read when it is needed."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.trees.drawer import Drawer

NAME: Final = "values-"
ROOM: Final = 16 * 1024 * 1024
"""Bytes of one file: what was not used for the longest time leaves it."""
LARGEST: Final = 1024 * 1024
"""Bytes of one line; what is larger is made again each time."""


class Shelf:
    """One line of bytes for each digest. Without a drawer, it lasts as long as the process."""

    def __init__(self, drawer: Drawer | None = None) -> None:
        self.drawer = drawer
        self.parts: dict[str, dict[bytes, bytes]] = {}
        self.used: set[bytes] = set()
        self.changed: set[str] = set()

    def get(self, digest: str) -> bytes | None:
        """What was made of a content; None where nobody knows."""
        key = digest.encode()
        found = self._part(digest[:1]).get(key)
        if found is not None:
            self.used.add(key)
        return found

    def put(self, digest: str, made: bytes) -> None:
        """Keeps what was made of a content: one line."""
        if len(made) <= LARGEST:
            key = digest.encode()
            self._part(digest[:1])[key] = made
            self.used.add(key)
            self.changed.add(digest[:1])

    def keep(self, drawer: Drawer) -> None:
        """Writes what is new."""
        for name in self.changed:
            drawer.put(f"{NAME}{name}", b"\n".join(self._lines(self.parts[name])))

    def clear(self) -> None:
        """Holds nothing in memory any more."""
        self.parts.clear()
        self.changed.clear()

    def _part(self, name: str) -> dict[bytes, bytes]:
        if name not in self.parts:
            data = self.drawer.get(f"{NAME}{name}") if self.drawer is not None and name else None
            rows = (line.partition(b" ") for line in data.split(b"\n")) if data else ()
            self.parts[name] = {digest: made for digest, _, made in rows}
        return self.parts[name]

    def _lines(self, part: dict[bytes, bytes]) -> Iterator[bytes]:
        """As much as there is room for: what this run has used comes first, then what stood first before."""
        room = ROOM
        for digest, made in sorted(part.items(), key=lambda each: each[0] not in self.used):
            room -= len(digest) + len(made) + 2
            if room < 0:
                return
            yield digest + b" " + made
