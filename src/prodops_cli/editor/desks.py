"""The desks: which catalog a file that is open belongs to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.desk import Desk
from prodops_cli.failure import Failure
from prodops_cli.trees.worktree import find_root


class Seat(NamedTuple):
    """A file that is open: the desk that it lies on, and what its catalog calls it."""

    desk: Desk
    path: str


@dataclass
class Desks:
    """By root the catalogs, by address the files that are open; a file of no catalog has no seat."""

    today: Callable[[], date]
    desks: dict[Path, Desk] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    homeless: dict[str, tuple[Path, Buffer]] = field(default_factory=dict)

    def write(self, address: str, file: Path, buffer: Buffer) -> Seat | None:
        """A file is open, and holds this."""
        if address not in self.seats:
            self.homeless[address] = (file, buffer)
            self.seat(address)
        seat = self.seats.get(address)
        if seat:
            seat.desk.write(seat.path, buffer)
        return seat

    def close(self, address: str) -> Seat | None:
        """A file is no longer open."""
        self.homeless.pop(address, None)
        seat = self.seats.pop(address, None)
        if seat:
            seat.desk.close(seat.path)
        return seat

    def open(self, folder: Path) -> None:
        """A folder is open in the editor; if it is a catalog's, it is known before any of its files is."""
        try:
            root = find_root(folder)
        except (Failure, OSError):
            return
        self.desks.setdefault(root, Desk.at(root, self.today))

    def look_again(self) -> None:
        """Something on the disk may have changed, so that there may be a catalog where none was."""
        for desk in self.desks.values():
            desk.look_again()
        for address in tuple(self.homeless):
            self.seat(address)

    def seat(self, address: str) -> None:
        """Finds the desk of a file, if there is one."""
        file, buffer = self.homeless[address]
        try:
            root = find_root(file.parent)
            path = (file.parent.resolve() / file.name).relative_to(root).as_posix()
        except (Failure, OSError, ValueError):
            return
        del self.homeless[address]
        desk = self.desks.setdefault(root, Desk.at(root, self.today))
        desk.write(path, buffer)
        self.seats[address] = Seat(desk, path)

    def addresses(self, desk: Desk) -> dict[str, str]:
        """The files of a desk that are open, as the editor writes their addresses."""
        return {seat.path: address for address, seat in self.seats.items() if seat.desk is desk}
