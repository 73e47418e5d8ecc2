"""Reading a catalog for those who look things up in it: what can't be read is said, and the rest is told."""

import sys

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen
from prodops_cli.cli.failures import tell
from prodops_cli.failure import WRONG_USAGE, Failure
from prodops_cli.lint.request import Request, SettingsRefused
from prodops_cli.outputs.choose import load
from prodops_cli.outputs.look import Look
from prodops_cli.phrases import count
from prodops_cli.pipeline import opened
from prodops_cli.trees.tree import Tree


def read(tree: Tree, request: Request, seen: Seen | None = None) -> Catalog:
    """The catalog of a tree. Raises Failure where nothing is in it, SettingsRefused."""
    catalog = opened(tree, request, seen)
    if not catalog.files:
        raise Failure(
            f"there is no document in the {tree.name}",
            "begin one with `prodops new owner ID`; docs/kinds.md shows what goes into each",
        )
    return catalog


def say_unread(catalog: Catalog) -> None:
    """Says on stderr how many files nothing is known of."""
    files = len(set(catalog.files) - {entity.document.source.path for entity in catalog.entities})
    if files:
        sys.stderr.write(f"{count(files, 'file')} could not be read: `prodops lint` says why\n")


def refuse(refused: SettingsRefused, doing: str) -> int:
    """Shows what is wrong with the settings."""
    sys.stderr.writelines(f"{line}\n" for line in load("text")(refused.verdict, Look()))
    return tell(f"nothing was {doing}", "mend prodops.yaml first", WRONG_USAGE)
