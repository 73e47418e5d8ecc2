"""A step: what is to happen to one file of a tree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """The bytes of a file before and after; None where there is no file.

    `moved_from` is the path that a new file had before: its mode bits go with it.
    """

    path: str
    before: bytes | None
    after: bytes | None
    moved_from: str = ""
    mode: int | None = None

    @property
    def undone(self) -> "Step":
        """The way back."""
        return Step(self.path, self.after, self.before, mode=self.mode)
