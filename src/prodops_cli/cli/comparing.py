"""Comparing: which two trees a difference is between."""

from pathlib import Path
from typing import NamedTuple

from prodops_cli.cli.opening import Opened, opened
from prodops_cli.cli.since import AUTO, base_of, called
from prodops_cli.failure import Misuse
from prodops_cli.lint.request import Base
from prodops_cli.trees.revision import Repository


class Sides(NamedTuple):
    """What is compared, with what, and the commit of the former; None for the work tree."""

    head: Opened
    base: Base
    commit: str | None


def sides(directory: Path, base: str | None, head: str | None) -> Sides:
    """The work tree with where it left the base; of two revisions, exactly those. Raises Failure, Misuse."""
    place = opened(directory, head)
    if head is None:
        return Sides(place, base_of(place, AUTO if base is None else base, None), None)
    if base is None or base == AUTO:
        raise Misuse("with two revisions, both are named", "try `prodops diff main HEAD`")
    repository = Repository.of(place.root, kept=place.tree.kept)
    commit = repository.resolve(base)
    return Sides(place, Base(repository.tree(commit), commit, called(commit, base)), repository.resolve(head))
