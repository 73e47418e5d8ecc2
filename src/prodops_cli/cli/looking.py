"""Where a lint looks, and what of it is asked for: the work tree, a revision, the index, or an unsaved buffer."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from prodops_cli.cli.opening import Opened, opened, staged, with_buffer
from prodops_cli.cli.overlooked import overlooked
from prodops_cli.escape import terminal
from prodops_cli.failure import Misuse
from prodops_cli.phrases import count
from prodops_cli.trees.worktree import may_lack_files

BUFFER = Path("-")


@dataclass(frozen=True, slots=True)
class Where:
    """What the options say: a revision, the index, or the path that standard input is the text of."""

    revision: str | None = None
    index: bool = False
    buffer: Path | None = None

    @classmethod
    def wanted(cls, paths: list[Path], revision: str | None, index: bool, buffer: Path | None) -> "Where":
        """What is asked for. Raises Misuse where that is several things at once."""
        if (BUFFER in paths) != (buffer is not None):
            raise Misuse(
                "`-` and --stdin-path belong together: the text is read from standard input, the path says what it is",
                "try `prodops lint - --stdin-path experiments/checkout.yaml`",
            )
        if buffer is not None and len(paths) > 1:
            raise Misuse("an unsaved buffer is linted alone", "leave out the other paths")
        chosen = {"--rev": revision is not None, "--staged": index, "--stdin-path": buffer is not None}
        if sum(chosen.values()) > 1:
            both = " and ".join(f"`{name}`" for name, is_chosen in chosen.items() if is_chosen)
            raise Misuse(f"{both} exclude each other", "name one of them")
        return cls(revision, index, buffer)

    @property
    def unwritable(self) -> str:
        """What it is called that can't be written to, because it is no file; empty for the work tree."""
        if self.revision is not None:
            return "a revision"
        return "the index" if self.index else "an unsaved buffer" if self.buffer else ""

    def opened(self, directory: Path) -> Opened:
        """The catalog to look at. Raises Failure, Misuse."""
        if self.buffer is not None:
            return with_buffer(opened(directory, None), self.buffer)
        return staged(directory) if self.index else opened(directory, self.revision)

    def remarks(self, catalog: Opened) -> Iterator[str]:
        """What is not read, or lacks in the work tree, so that nobody takes what is not seen for what is not wrong."""
        if self.unwritable:
            return
        yield from overlooked(catalog.root)
        if not may_lack_files(catalog.root):
            return
        from prodops_cli.trees.lacking import lacking  # git is opened only where it may have something to tell

        found = lacking(catalog.root)
        if found.files:
            it = "it" if found.files == 1 else "them"
            not_here = f"{count(found.files, 'file')} of the catalog {'is' if found.files == 1 else 'are'} not here"
            yield f"{not_here}: this sparse checkout leaves {it} out; `prodops lint --rev HEAD` reads {it}"
        for folder in found.submodules:
            yield f"the submodule `{terminal(folder)}` is not here; `git submodule update --init` brings it"

    def paths(self, catalog: Opened, named: list[Path]) -> tuple[str, ...]:
        """What is asked for of it, as the catalog knows it. Raises Misuse for a path outside."""
        return catalog.within([self.buffer] if self.buffer is not None else named)
