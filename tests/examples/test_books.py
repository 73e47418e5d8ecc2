"""The books of both examples, word for word, and whether all that they lead to within themselves is there."""

import re
from functools import cache
from pathlib import Path

import pytest

from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.rendering.report import report
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TANGLED
from tests.reports import editions

GOLDEN = Path(__file__).parent / "books"
BOOKS = ("experiments", "feedback", "goals", "launches", "metrics", "owners", "scorecard", "tools")
CATALOGS = pytest.mark.parametrize("root", [ACME, TANGLED], ids=lambda root: root.name)


@cache
def seen(root: Path) -> Edition:
    """A catalog on the examples' day, whatever its history is."""
    return editions.seen(WorkTree(root))


@CATALOGS
@pytest.mark.parametrize("name", BOOKS)
def test_is_as_it_was_agreed(name: str, root: Path, regen: bool) -> None:
    text = report(name).text(seen(root))
    golden = GOLDEN / f"{name}-{root.name}.md"
    if regen:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@CATALOGS
@pytest.mark.parametrize("name", BOOKS)
def test_leads_to_what_is_there(name: str, root: Path) -> None:
    text = report(name).text(seen(root))
    anchors = re.findall(r'<a id="([^"]*)">', text)
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## ([^<\n]+)$", text, re.MULTILINE)}
    assert len(anchors) == len({*anchors}), "each thing is told once"
    assert {*re.findall(r"^\[\d+\]: #(.+)$", text, re.MULTILINE)} <= {*anchors} | headings
    assert all((root / path).is_file() for path in re.findall(r"^\[\d+\]: ([^#:\n]+)$", text, re.MULTILINE))
