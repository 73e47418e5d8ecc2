"""One cause is one finding, and its repair leaves nothing else wrong."""

from datetime import date

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.changes.version import next_id
from prodops_cli.findings import Finding
from prodops_cli.fixes.plan import plan
from prodops_cli.lint.request import Base, Request
from prodops_cli.pipeline import compare, lint
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TODAY

PUSH = "metrics/mobile/mobile_push_rate.yaml"
METRIC = (
    "id: {id}\nname: {id}\nowner: anna\ndescription: Something that is counted.\nstatus: active\ndirection: increase\n"
    "definition: {{language: sql, expression: 'select {id} from dw.orders where x > {id}'}}\n"
    "source: {{dataset: dw.orders}}\n"
)


def catalog(files: dict[str, str]) -> MemoryTree:
    """A tree in memory."""
    return MemoryTree({"prodops.yaml": b""} | {path: said.encode() for path, said in files.items()})


def test_a_table_that_is_renamed_in_forty_metrics_is_one_cause() -> None:
    before = {f"metrics/m{number}.yaml": METRIC.format(id=f"m{number}") for number in range(40)}
    after = {path: text.replace("dw.orders", "mart.orders") for path, text in before.items()}
    after["metrics/m7.yaml"] = after["metrics/m7.yaml"].replace("source: {dataset: mart.orders}\n", "")
    found = compare(catalog(after), Base(catalog(before), "0" * 40, "main"), Request(date(2025, 6, 15)))
    said = {finding.rule: finding.problem for finding in found.verdict.findings}
    assert set(said) == {"metric-redefined"}
    assert len(found.verdict.findings) == 2
    together = max(found.context.effects.redefinitions, key=lambda each: len(each.ids))
    assert len(together.ids) == 39
    assert "m7" not in together.ids


@pytest.mark.parametrize(
    ("id", "taken", "said"),
    [
        ("orders", [], "orders_v2"),
        ("orders", ["orders_v2", "orders_v3"], "orders_v4"),
        ("orders_v2", ["orders_v2"], "orders_v3"),
        ("order-rate", [], "order-rate-v2"),
    ],
)
def test_the_next_version(id: str, taken: list[str], said: str) -> None:
    known = load(catalog({f"metrics/{each}.yaml": METRIC.format(id=each) for each in taken}))
    assert next_id(id, known) == said


def test_the_old_one_is_put_back_and_the_new_one_stands_beside_it() -> None:
    base = WorkTree(ACME)
    text = base.read(PUSH)
    head = Overlay(base, {PUSH: text.replace(b"tool: snowflake", b"tool: mixpanel")})
    request = Request(TODAY, base=Base(base, "0" * 40, "main"))

    def judge(tree: Tree) -> tuple[Finding, ...]:
        return lint(tree, request).findings

    made = plan(head, judge(head), judge, unsafe=True)
    assert [finding.rule for finding in made.fixed] == ["metric-redefined-while-running"]
    steps = {step.path: step.after for step in made.steps}
    assert steps[PUSH] == text
    assert b"tool: mixpanel" in (steps[PUSH.replace(".yaml", "_v2.yaml")] or b"")
    assert plan(head, judge(head), judge).steps == ()
