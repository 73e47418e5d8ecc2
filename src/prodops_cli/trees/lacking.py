"""What a work tree lacks of a catalog: files that a sparse checkout leaves out, and submodules that nobody fetched."""

from dataclasses import dataclass
from pathlib import Path

from prodops_cli.trees.revision import Repository

SUBMODULE = "160000"
LEFT_OUT = "S"


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many files are left out, and the folders of submodules that hold nothing, seen from the repository's top."""

    files: int = 0
    submodules: tuple[str, ...] = ()


def lacking(root: Path) -> Lacking:
    """What the index has at or below a catalog's root, and the work tree has not. Raises Failure."""
    repository = Repository.of(root)
    below = ("--", repository.folder) if repository.folder else ()
    rows = repository.git.run("ls-files", "-t", "--stage", "-z", *below).text.split("\0")[:-1]
    found = [(about.split(" "), path) for about, _, path in (row.partition("\t") for row in rows)]
    return Lacking(
        files=sum(tag == LEFT_OUT for (tag, *_), _ in found),
        submodules=tuple(
            path for (_, mode, *_), path in found if mode == SUBMODULE and is_empty(repository.git.top / path)
        ),
    )


def is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing, or isn't there."""
    return not folder.is_dir() or not any(folder.iterdir())
