"""Which rules run."""

import pytest

from prodops_cli import rules
from prodops_cli.failure import Misuse
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.select import selected

RULES = tuple(Configured(rule, is_on=rule.name != "overdue") for rule in rules_in(rules))


@pytest.mark.parametrize(
    ("select", "ignore", "runs", "rests"),
    [
        ((), (), "no-goal", "overdue"),
        (("overdue",), (), "overdue", "no-goal"),
        (("experiments",), (), "no-goal", "overdue"),
        (("experiments",), ("no-goal",), "no-surface", "no-goal"),
        ((), ("experiments",), "unknown-reference", "no-goal"),
    ],
)
def test_selects(select: tuple[str, ...], ignore: tuple[str, ...], runs: str, rests: str) -> None:
    chosen = {each.rule.name for each in selected(RULES, select, ignore) if each.is_on}
    assert runs in chosen
    assert rests not in chosen


@pytest.mark.parametrize(("select", "ignore"), [(("overdu",), ()), ((), ("overdu",))])
def test_refuses_names_that_do_not_exist(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    with pytest.raises(Misuse) as refused:
        selected(RULES, select, ignore)
    assert refused.value.hint == "did you mean `overdue`?"
