"""The files of a revision: blobs, taken out of git many at a time."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import PurePosixPath

from prodops_cli.trees.plumbing import Plumbing, partial_clone
from prodops_cli.trees.tree import LARGEST, missing, too_large

FEW = 64  # blobs that are read along with one that is asked for; each further step in order takes eight times as many
MANY = 4096
MEMORY = 4 * LARGEST  # bytes that are held at a time


class Blobs:
    """A tree's blobs by path, read ahead: one at a time, they take git ten times as long.

    Whoever reads in order reads all of them with a handful of commands; whoever jumps about reads a few too many.
    """

    def __init__(self, git: Plumbing, ids: Mapping[str, str]) -> None:
        self.ids = ids
        self._git = git
        self._paths = tuple(ids)
        self._places = {path: place for place, path in enumerate(ids)}
        self._ahead = range(0)
        self._held: Mapping[str, bytes] = {}

    def read(self, path: str) -> bytes:
        """The bytes at a path. Raises FileNotFoundError where there are none, OSError for more than `LARGEST`."""
        if path not in self.ids:
            raise missing(path)
        if path not in self._held:
            self._read_ahead(path)
        return self._held[path]

    def _read_ahead(self, path: str) -> None:
        place = self._places[path]
        in_order = self._ahead.start < place <= self._ahead.stop
        self._ahead = range(place, place + (min(MANY, 8 * len(self._ahead)) if in_order else FEW))
        alike = PurePosixPath(path).suffix
        paths = [near for near in self._paths[place : self._ahead.stop] if near.endswith(alike)]
        sizes = tuple(_sizes(self._git, [self.ids[near] for near in paths]))
        if sizes[0] > LARGEST:
            raise too_large(path, sizes[0])
        few = zip(paths, sizes, accumulate(sizes), strict=True)
        fits = [near for near, size, total in few if size <= LARGEST and total <= MEMORY]
        self._held = dict(zip(fits, _contents(self._git, [self.ids[near] for near in fits]), strict=True))


def _sizes(git: Plumbing, names: Sequence[str]) -> Iterator[int]:
    for line in git.run("cat-file", "--batch-check", "--buffer", lines=names).text.splitlines():
        name, _, size = line.rpartition(" ")
        if size == "missing":
            raise partial_clone(f"it lacks {name}")
        yield int(size)


def _contents(git: Plumbing, names: Sequence[str]) -> Iterator[bytes]:
    output = git.run("cat-file", "--batch", "--buffer", lines=names).output
    start = 0
    for _ in names:
        head = output.index(b"\n", start)
        stop = head + 1 + int(output[start:head].rpartition(b" ")[2])
        yield output[head + 1 : stop]
        start = stop + 1
