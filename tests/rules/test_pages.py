"""Every rule's page is its test: what its carets say is found, and nothing else."""

import pytest

from prodops_cli import rules
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import Example, Expected, examples
from prodops_cli.lint.rule import Rule
from tests.rules.examples import applied, found_in, shown

RULES = rules_in(rules)
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.title}") for rule in RULES for example in examples(rule)
]
FIXES = [
    pytest.param(rule, before, after, id=rule.name)
    for rule in RULES
    for before, after in zip(examples(rule), examples(rule)[1:], strict=False)
    if after.is_fixed
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_finds_what_the_carets_say(rule: Rule[object], example: Example) -> None:
    assert found_in(rule, example) == example.expected


@pytest.mark.parametrize(("rule", "before", "after"), FIXES)
def test_fixes_as_shown(rule: Rule[object], before: Example, after: Example) -> None:
    assert applied(rule, before) == shown(after)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_page_is_complete(rule: Rule[object]) -> None:
    titles = [example.title for example in examples(rule)]
    assert any(title.startswith("Bad") for title in titles)
    assert any(title.startswith(("Good", "Fixed")) for title in titles)
    assert rule.summary.endswith(".")


def test_a_caret_that_is_off_by_one_fails() -> None:
    rule = next(rule for rule in RULES if rule.name == "unknown-reference")
    bad = examples(rule)[0]
    (expected,) = bad.expected
    moved = Expected(expected.path, expected.line, expected.column + 1, expected.end + 1, expected.message)
    assert found_in(rule, bad) != (moved,)
