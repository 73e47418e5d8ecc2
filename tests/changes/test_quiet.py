"""One mistake is told once: where a rule about changes speaks, those are silent that know less of it."""

from datetime import date

import pytest

from prodops_cli import rules
from prodops_cli.catalog.load import load
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2025, 6, 15)
METRIC = "id: orders\nname: Orders\nowner: anna\ndescription: Orders.\nstatus: active\ndirection: increase\n"
TEST = (
    "id: x\nname: X\nowner: anna\ntype: ab_test\nstatus: running\nmetrics: {primary: [orders], secondary: [orders]}\n"
)
ANNA = "id: anna\nname: Anna\ntype: person\n"
TOOL = "id: t\nname: T\nowner: anna\nstatus: adopted\nadmins: [anna, ben]\n"
BASE = {
    "owners/anna.yaml": ANNA,
    "owners/ben.yaml": ANNA.replace("anna", "ben"),
    "metrics/orders.yaml": METRIC,
    "experiments/x.yaml": TEST,
    "tools/t.yaml": TOOL,
}


def found(after: dict[str, str | None], *select: str) -> list[str]:
    """Which rules speak of a change, each as often as it does."""
    head = {path: text for path, text in (BASE | after).items() if text is not None}
    base, now = (load(MemoryTree({"prodops.yaml": b""} | encoded(files))) for files in (BASE, head))
    chosen = selected([Configured(each) for each in rules_in(rules)], select, ())
    return [finding.rule for finding in run(chosen, Context(now, TODAY, base)).findings]


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    """Texts as bytes."""
    return {path: text.encode() for path, text in files.items()}


@pytest.mark.parametrize(
    ("after", "loud", "silent"),
    [
        ({"metrics/orders.yaml": None}, "removed-still-referenced", "unknown-reference"),
        (
            {"metrics/orders.yaml": METRIC.replace("active", "removed") + "removed_on: 2025-06-01\n"},
            "metric-removed-in-use",
            "unusable-metric",
        ),
        ({"tools/t.yaml": TOOL.replace(", ben", "")}, "admins-cut", "too-few-admins"),
    ],
)
def test_one_mistake_is_told_once(after: dict[str, str | None], loud: str, silent: str) -> None:
    assert found(after, loud, silent) == [loud]


def test_who_is_asked_alone_speaks() -> None:
    assert found({"metrics/orders.yaml": None}, "unknown-reference") == ["unknown-reference"] * 2


def test_another_reference_is_told_as_ever() -> None:
    after: dict[str, str | None] = {"experiments/x.yaml": TEST + "goals: [nowhere]\n", "metrics/orders.yaml": None}
    rules_of = sorted(found(after, "unknown-reference", "removed-still-referenced"))
    assert rules_of == [
        "removed-still-referenced",
        "unknown-reference",
    ]
