"""What is measured is a healthy catalog: finding fault is other work than people's catalogs give."""

import runpy
from pathlib import Path

import pytest

from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree

CATALOGS = runpy.run_path(str(Path(__file__).parent.parent / "benchmarks" / "catalogs.py"))


@pytest.mark.parametrize("size", [20, 200])
def test_nothing_is_wrong_with_a_catalog_that_is_measured(size: int) -> None:
    """By any rule, also one that only gives notice."""
    tree = MemoryTree({path: text.encode() for path, text in CATALOGS["documents"](size)})
    verdict = lint(tree, Request(CATALOGS["TODAY"]))
    assert [finding.problem.message for finding in verdict.findings] == []
    assert sum(number for _, number in verdict.scope.entities) == size
