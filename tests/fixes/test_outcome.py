"""Where the line is between what would be wrong, which is not written, and what is so."""

import pytest

from prodops_cli import rules
from prodops_cli.findings import Severity
from prodops_cli.fixes.outcome import WRONG_FAMILIES, WRONG_RULES
from prodops_cli.lint.discover import rules_in

KNOWN = {rule.name: rule for rule in rules_in(rules)}


@pytest.mark.parametrize("name", sorted(WRONG_RULES))
def test_it_is_drawn_among_errors(name: str) -> None:
    assert KNOWN[name].severity is Severity.error
    assert KNOWN[name].family not in WRONG_FAMILIES


def test_families_are_called_so() -> None:
    assert {rule.family for rule in KNOWN.values()} >= WRONG_FAMILIES
