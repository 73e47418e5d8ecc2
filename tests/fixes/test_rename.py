"""Renaming: everything that named the old id names the new one, and nothing is wrong that was not before."""

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.failure import Misuse
from prodops_cli.fixes.outcome import worse
from prodops_cli.fixes.rename import renamed, still
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME
from tests.fixes.catalogs import TODAY, tree


def test_all_of_acme_can_be_renamed() -> None:
    below = WorkTree(ACME)
    catalog = load(below)
    before = lint(below, Request(TODAY)).findings
    firsts = {each.kind: each for each in catalog.entities if catalog.mentions(each)}
    for each in firsts.values():
        steps = renamed(below, catalog, each, "renamed-for-good")
        after = Overlay(below, {step.path: step.after for step in steps})
        assert not worse(before, lint(after, Request(TODAY)).findings)
        mentions = load(after).mentions(load(after).named[each.kind, "renamed-for-good"])
        assert len(mentions) == len(catalog.mentions(each))


@pytest.mark.parametrize("new", ["2026", "no", "null", "1e3", "0x10", "12_30", "true", "a-b"])
def test_an_id_stays_text(new: str) -> None:
    files = {"owners/anna.yaml": "id: anna\nname: Anna\ntype: person\n"}
    catalog = load(tree(files))
    steps = renamed(tree(files), catalog, catalog.entities[0], new)
    (after,) = load(Overlay(tree(files), {step.path: step.after for step in steps})).entities
    assert after.id == new
    assert not after.doubtful
    assert {step.path for step in steps} == {"owners/anna.yaml", f"owners/{new}.yaml"}


def test_what_cannot_be() -> None:
    files = {"owners/all.yaml": "- {id: a, name: A, type: person}\n- {id: b, name: B, type: person}\n"}
    catalog = load(tree(files))
    for new in ("b", "a", "B", "a b", "../x", ""):
        with pytest.raises(Misuse):
            renamed(tree(files), catalog, catalog.entities[0], new)


def test_a_file_that_is_there_is_not_written_over() -> None:
    files = {"owners/a.yaml": "id: a\nname: A\ntype: person\n", "owners/b.yaml": "id: [\n"}
    catalog = load(tree(files))
    with pytest.raises(Misuse, match="there is a file `owners/b"):
        renamed(tree(files), catalog, catalog.entities[0], "b")


def test_where_a_word_still_stands() -> None:
    files = {"a.yaml": "x: orders\ny: my-orders orders_2\n# orders.\n", "b.yaml": ""}
    assert list(still(tree(files), ("a.yaml", "b.yaml", "gone.yaml"), "orders")) == ["a.yaml:1", "a.yaml:3"]
