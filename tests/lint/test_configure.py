"""What settings may say of rules, and what they are told where they may not."""

import pytest

from prodops_cli import rules
from prodops_cli.findings import Severity
from prodops_cli.lint.configure import Misconfigured, configured
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.rule import Rule
from tests.lint.rehearsal import context

RULES = rules_in(rules)


@pytest.mark.parametrize(
    ("said", "message", "written"),
    [
        (
            "rules: {unknown-referenc: off}",
            "there is no rule `unknown-referenc`; did you mean `unknown-reference`?",
            "unknown-referenc",
        ),
        ("rules: {zzz: off}", "there is no rule `zzz`; `prodops explain` lists them", "zzz"),
        ("rules: {overdue: loud}", "`loud` is no severity; write error, warning, notice or off", "loud"),
        ("rules: {overdue: 3}", "`3` is no severity; write error, warning, notice or off", "3"),
        ("rules: {overdue: [error]}", "`['error']` is no severity; write error, warning, notice or off", "[error]"),
        ("rules: {yaml-syntax: off}", "`yaml-syntax` can't be switched off: what it finds could not be read", "off"),
        ("rules: {overdue: {severity: loud}}", "`loud` is no severity; write error, warning or notice", "loud"),
        ("rules: {bad-weights: {weight: 3}}", "`bad-weights` has no option `weight`; it has none", "weight"),
        (
            "per_path: [{paths: ['a/**'], ignore: [overdu]}]",
            "there is no rule or family `overdu`; did you mean `overdue`?",
            "overdu",
        ),
    ],
)
def test_refuses(said: str, message: str, written: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        configured(RULES, context({"prodops.yaml": said}).catalog)
    (finding,) = refused.value.findings
    place = finding.problem.place
    assert finding.problem.message == message
    assert place.source.text[place.span.start : place.span.stop] == written


@pytest.mark.parametrize(
    ("said", "is_on", "severity"),
    [
        ("", True, None),
        ("rules: {overdue: off}", False, None),
        ("rules: {overdue: error}", True, Severity.error),
        ("rules: {overdue: {severity: notice}}", True, Severity.notice),
        ("rules: {overdue: {}}", True, None),
    ],
)
def test_takes(said: str, is_on: bool, severity: Severity | None) -> None:
    (overdue,) = (
        each for each in configured(RULES, context({"prodops.yaml": said}).catalog) if each.rule.name == "overdue"
    )
    assert (overdue.is_on, overdue.severity) == (is_on, severity)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.options], ids=lambda rule: rule.name)
def test_options_keep_their_type(rule: Rule[object]) -> None:
    for name, default in rule.options.items():
        wrong = "true" if not isinstance(default, bool) else "'yes'"
        said = f"rules: {{{rule.name}: {{{name}: {wrong}}}}}"
        with pytest.raises(Misconfigured):
            configured(RULES, context({"prodops.yaml": said}).catalog)
