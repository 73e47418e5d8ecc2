"""What is kept of a catalog from run to run, so that what has not changed is neither read nor parsed again."""

from dataclasses import dataclass, field

from prodops_cli.trees.drawer import Drawer
from prodops_cli.trees.shelf import Shelf
from prodops_cli.trees.signature import Signatures


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made of contents, and what stands in the files of the work tree; without a drawer, nothing lasts."""

    drawer: Drawer | None = None
    shelf: Shelf = field(default_factory=Shelf)
    signatures: Signatures = field(default_factory=Signatures)

    @property
    def lasts(self) -> bool:
        """Whether another run will know what this one has learnt."""
        return self.drawer is not None

    def keep(self) -> None:
        """Writes what this run has learnt, and takes it out of memory."""
        if self.drawer:
            self.shelf.keep(self.drawer)
            self.signatures.keep(self.drawer)
        self.shelf.clear()
