"""What reports say of figures, changes, results and people, by tables."""

from datetime import date

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.catalog.people import People
from prodops_cli.documents.node import Value
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.outputs.shorten import first_sentence, shortened
from prodops_cli.outputs.wording import difference, field_name
from prodops_cli.reports.words.figures import figure
from prodops_cli.reports.words.gauge import gauge
from prodops_cli.reports.words.results import summary
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)


def catalog(**files: str) -> MemoryTree:
    """A tree of `folder__name` files."""
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    return MemoryTree({"prodops.yaml": b"version: 1\n"} | named)


@pytest.mark.parametrize(
    ("share", "bar"),
    [
        (-0.4, "░░░░░░░░░░"),
        (0, "░░░░░░░░░░"),
        (0.01, "█░░░░░░░░░"),
        (0.5, "█████░░░░░"),
        (0.99, "█████████░"),
        (1, "██████████"),
        (1.7, "██████████"),
    ],
)
def test_gauge(share: float, bar: str) -> None:
    assert gauge(share) == bar


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, "unit: ms", "–"),
        (0.361, "unit: share", "36.1%"),
        (0.9996, "unit: share", "99.96%"),
        (12.5, "unit: percent", "12.5%"),
        (2480, "unit: ms", "2,480 ms"),
        (1.31, "currency: EUR", "1.31 EUR"),
        (1560000, "", "1,560,000"),
        (0.078, "", "0.078"),
    ],
)
def test_figure(value: float | None, unit: str, said: str) -> None:
    found = load(catalog(metrics__m=f"id: m\n{unit}\n")).get(Metric, "m")
    assert figure(value, found) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("running", "completed", "running → completed"),
        (None, "renew", "set to renew"),
        ("renew", None, "no longer renew"),
        ("2026-09-14", "2027-01-07", "14 Sep → 7 Jan 2027"),
        (True, False, "yes → no"),
        ("x" * 60, "y", "reworded"),
        (None, "y" * 60, "written"),
        ("y" * 60, None, "removed"),
        (["a", "b"], ["b", "c"], "added c; removed a"),
        (["a", "b"], ["b", "a"], "in another order"),
        (["a"], None, "removed"),
        (None, {"a": 1}, "written"),
        ([{"id": "a", "x": 1}], [{"id": "a", "x": 2}], "changed a"),
        ([{"x": 1}, {"x": 2}], [{"x": 1}, {"x": 3}], "changed no. 2"),
        (["a"], ["a", "b", "c", "d", "e", "f", "g"], "added b, c, d, e, f and 1 more"),
        ("a", ["a", "b"], "added b"),
        ({"per_day": 1}, {"per_day": 2, "total": 3}, "added total; changed per day"),
        ("", "x", "empty → x"),
    ],
)
def test_difference(before: Value, after: Value, said: str) -> None:
    assert difference(before, after, TODAY) == said


def test_field_name() -> None:
    assert field_name(("contract", "auto_renew")) == "contract auto renew"
    assert field_name(()) == "own keys"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One. Two.", "One."),
        ("No full stop", "No full stop."),
        ("About 3.5 or so, e.g. this. Then that", "About 3.5 or so, e.g. this."),
        ("Really?  Yes.", "Really?"),
        ("", ""),
        ("two\nlines", "two lines."),
        ("word " * 60, f"{'word ' * 31}word…"),
    ],
)
def test_first_sentence(text: str, said: str) -> None:
    assert first_sentence(text) == said


def test_shortened() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three", 12) == "one two…"
    assert shortened("onetwothree", 5) == "onet…"


METRICS = """\
- {id: orders, name: Orders, owner: a, direction: increase}
- {id: tickets, name: Tickets, owner: a, direction: decrease}
- {id: size, name: Size, owner: a, direction: neutral}
"""


def found(metric: str, variant: str, lift: float, *ci: float) -> str:
    """A result as it is written."""
    return f"{{metric: {metric}, variant: {variant}, lift: {lift}{f', ci: {list(ci)}' if ci else ''}}}"


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ((), ""),
        ((found("orders", "a", 0.034, 0.011, 0.057),), "Orders +3.4% (+1.1% to +5.7%)"),
        (("{metric: orders, lift: -0.01, p_value: 0.01}",), "Orders −1.0%"),
        (("{metric: orders, lift: 0.01, p_value: 0.2}",), "no clear change in Orders +1.0%"),
        (
            (found("orders", "a", 0.01, -1, 1), found("orders", "b", 0.0, -1, 1)),
            "no clear change in Orders in any of 2 variants",
        ),
        (
            (found("orders", "a", 0.01, -1, 1), found("orders", "b", 0.2, 0.1, 1)),
            "Orders +20.0% (+10.0% to +100.0%)",
        ),
        (
            (found("orders", "a", 0.1, 0.1, 0.2), found("tickets", "a", 0.06, 0.01, 0.1)),
            "Orders +10.0% (+10.0% to +20.0%); worse: Tickets +6.0% (+1.0% to +10.0%)",
        ),
        (
            (found("orders", "a", 0.1, 0.1, 0.2), found("tickets", "b", 0.06, 0.01, 0.1)),
            "Orders +10.0% (+10.0% to +20.0%)",
        ),
        ((found("size", "a", 0.1, 0.1, 0.2),), "Size +10.0% (+10.0% to +20.0%)"),
        ((found("nobody-knows", "a", 0.1),), "no clear change in nobody-knows +10.0%"),
    ],
)
def test_summary_of_results(results: tuple[str, ...], said: str) -> None:
    text = f"id: e\nmetrics: {{primary: [orders], guardrail: [tickets]}}\nresults: [{', '.join(results)}]\n"
    all_of_it = load(catalog(metrics__all=METRICS, experiments__e=text))
    experiment = all_of_it.get(Experiment, "e")
    assert experiment is not None
    assert summary(experiment, all_of_it) == said


OWNERS = """\
- {id: grow, name: Growth, type: team, lead: tom}
- {id: pay, name: Payments, type: team, members: [tom, ana]}
- {id: old, name: Old, type: team, status: merged, merged_into: pay}
- {id: tom, name: Tom, type: person, teams: [pay]}
- {id: ana, name: Ana, type: person}
- {id: zoe, name: Zoe, type: person, left: 2026-01-01, successor: ana}
- {id: lee, name: Lee, type: person}
- {id: round, name: Round, type: person, active: false, successor: round}
"""


@pytest.mark.parametrize(
    ("id", "who", "teams"),
    [
        ("grow", "Growth, Tom", ["grow"]),
        ("pay", "Payments", ["pay"]),
        ("old", "Payments", ["pay"]),
        ("tom", "Growth, Tom", ["grow", "pay"]),
        ("ana", "Payments, Ana", ["pay"]),
        ("zoe", "Payments, Ana", ["pay"]),
        ("lee", "Lee", []),
        ("round", "Round", []),
        ("unknown", "unknown", []),
        (None, "nobody", []),
    ],
)
def test_people(id: str | None, who: str, teams: list[str]) -> None:
    people = People(load(catalog(owners__all=OWNERS)))
    assert people.who(id) == who
    assert [team.id for team in people.teams(id)] == teams
