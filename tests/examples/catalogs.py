"""The two example catalogs: Acme as it should be, and Acme after a bad quarter."""

from datetime import date
from functools import cache
from pathlib import Path

from prodops_cli.findings import Verdict
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree

TODAY = date(2026, 9, 7)
EXAMPLES = Path(__file__).parents[2] / "examples"
ACME = EXAMPLES / "acme"
TANGLED = EXAMPLES / "tangled"


def judged(tree: Tree) -> Verdict:
    """Everything that is wrong with a catalog on the examples' day."""
    return lint(tree, Request(TODAY))


@cache
def on_disk(root: Path) -> Verdict:
    """Everything that is wrong with a catalog on disk; judged once for all tests."""
    return judged(WorkTree(root))
