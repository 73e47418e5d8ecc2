"""Acme is clean, what is wrong with the tangled catalog is known, and no rule looks at nothing in both."""

from pathlib import Path

import pytest

from prodops_cli import rules
from prodops_cli.catalog.load import load
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.subjects import subjects
from prodops_cli.outputs.formats.concise import line
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TANGLED, TODAY, on_disk

GOLDEN = Path(__file__).parent / "tangled.txt"

SEE_NOTHING = {
    "alias-bomb": "is an attack, and nobody's mistake",
    "skipped-file": "needs a link, which not every system can check out, or a name that nobody meant",
    "too-deep": "is an attack, and nobody's mistake",
    "too-large": "would make the example sixteen megabytes larger",
    "unknown-kind": "needs `catalog.include`: every folder of the examples says what is in it",
    "unused-allow": "looks at what the other rules have said, and none has run here",
    "unreadable-file": "needs a file that the system doesn't hand out, which git can't keep",
}
"""Rules that have nothing to look at in either catalog, and why that is well."""


def test_acme_is_clean() -> None:
    verdict = on_disk(ACME)
    assert [line(finding) for finding in verdict.findings] == []


def test_acme_needs_no_exception() -> None:
    assert [line(finding) for finding in on_disk(ACME).allowed] == []


def test_tangled_has_the_known_findings(regen: bool) -> None:
    found = "".join(f"{line(finding)}\n" for finding in on_disk(TANGLED).findings)
    if regen:
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_every_line_says_what_to_do() -> None:
    assert [line(finding) for finding in on_disk(TANGLED).findings if "; " not in line(finding)] == []


@pytest.fixture(scope="module")
def seen() -> frozenset[str]:
    """The rules that have something to look at in one of the catalogs, or in what changed between them."""
    acme, tangled = (load(WorkTree(root)) for root in (ACME, TANGLED))
    contexts = (Context(acme, TODAY), Context(tangled, TODAY, base=acme))
    return frozenset(
        rule.name
        for rule in rules_in(rules)
        if any(True for context in contexts for _ in subjects(rule.subject, context))
    )


@pytest.mark.parametrize("rule", [rule.name for rule in rules_in(rules) if rule.name not in SEE_NOTHING])
def test_no_rule_looks_at_nothing(rule: str, seen: frozenset[str]) -> None:
    assert rule in seen


@pytest.mark.parametrize("rule", SEE_NOTHING)
def test_every_exception_is_still_needed(rule: str, seen: frozenset[str]) -> None:
    assert rule in {rule.name for rule in rules_in(rules)}
    assert rule not in seen
