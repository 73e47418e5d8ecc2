"""What is a change between two catalogs, and what is only another way to write the same."""

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.changes.between import changes_between
from prodops_cli.trees.memory import MemoryTree

HEAD = "id: a\nname: A\nowner: x\n"
TEST = HEAD + "type: ab_test\nstatus: draft\n"
GOAL = HEAD + "period: 2026-Q3\n"

SAME: tuple[tuple[str, str, str], ...] = (
    ("comments", HEAD, f"# Note.\n{HEAD}# End.\n"),
    ("order of keys", HEAD, "owner: x\nname: A\nid: a\n"),
    ("quotes", HEAD, "id: 'a'\nname: \"A\"\nowner: >-\n  x\n"),
    ("flow", HEAD, "{id: a, name: A, owner: x}"),
    ("line ends", HEAD, HEAD.replace("\n", "\r\n")),
    ("a kind that the folder says", HEAD, f"kind: experiment\n{HEAD}"),
    ("keys of one's own", HEAD, f"{HEAD}x-note: b\n"),
    ("percents", "traffic: 25\n", "traffic: 25%\n"),
    ("numbers", "metrics: {primary: [{metric: m, mde: 0.05}]}\n", "metrics: {primary: [{metric: m, mde: 5%}]}\n"),
    ("shorthands", "metrics: {primary: [m]}\n", "metrics: {primary: [{metric: m}]}\n"),
    ("texts and parts", "hypothesis: b\n", "hypothesis: {text: b}\n"),
    ("durations", "duration: 14d\n", "duration: P2W\n"),
    ("conditions", "audience: {platform: [web]}\n", "audience: {platform: {in: [web]}}\n"),
    ("order of attributes", "audience: {b: true, a: [c]}\n", "audience: {a: [c], b: true}\n"),
    ("order of lists", "goals: [b, c]\nsurfaces: [d, e]\n", "goals: [c, b]\nsurfaces: [e, d]\n"),
    ("order of items", "variants: [{key: c}, {key: t, weight: 1}]\n", "variants: [{weight: 1, key: t}, {key: c}]\n"),
    ("order of choices", "audience: {any_of: [{a: [b]}, {c: [d]}]}\n", "audience: {any_of: [{c: [d]}, {a: [b]}]}\n"),
    ("white space of texts", "learnings: a b\nhypothesis: a b\n", 'learnings: "a  b\\n"\nhypothesis: "a\\nb"\n'),
    ("aliases", "goals: [b]\nexcludes: [b]\n", "goals: &g [b]\nexcludes: *g\n"),
)
BUCKETS = (("layer", "buckets"), [[0, 5]], [[5, 0]])
OTHER: tuple[tuple[str, str, list[tuple[tuple[str | int, ...], object, object]]], ...] = (
    ("status: draft\n", "status: running\n", [(("status",), "draft", "running")]),
    ("", "salt: b\n", [(("salt",), None, "b")]),
    ("salt: b\n", "", [(("salt",), "b", None)]),
    ("traffic: 25%\n", "traffic: 50\n", [(("traffic",), "25%", 50)]),
    ("goals: [b]\n", "goals: [b, c]\n", [(("goals",), ["b"], ["b", "c"])]),
    (
        "analysis: {alpha: 0.05, power: 0.8}\n",
        "analysis: {alpha: 0.1, power: 0.8}\n",
        [(("analysis", "alpha"), 0.05, 0.1)],
    ),
    (
        "variants: [{key: c, weight: 1}, {key: t, weight: 1}]\n",
        "variants: [{key: c, weight: 1}, {key: t, weight: 3}]\n",
        [(("variants", "t", "weight"), 1, 3)],
    ),
    (
        "variants: [{key: c}]\n",
        "variants: [{key: c}, {key: t}]\n",
        [(("variants", "t"), None, {"key": "t"})],
    ),
    (
        "metrics: {primary: [m]}\n",
        "metrics: {primary: [n]}\n",
        [(("metrics", "primary", "m"), "m", None), (("metrics", "primary", "n"), None, "n")],
    ),
    (
        "metrics: {primary: [m]}\n",
        "metrics: {primary: [{metric: m, mde: 5%}]}\n",
        [(("metrics", "primary", "m", "mde"), None, "5%")],
    ),
    (
        "metrics: {primary: [m]}\n",
        "metrics: {primary: [{metric: n}]}\n",
        [(("metrics", "primary", "m"), "m", None), (("metrics", "primary", "n"), None, {"metric": "n"})],
    ),
    ("hypothesis: b\n", "hypothesis: c\n", [(("hypothesis",), "b", "c")]),
    (
        "hypothesis: b\n",
        "hypothesis: {change: c}\n",
        [(("hypothesis", "text"), "b", None), (("hypothesis", "change"), None, "c")],
    ),
    (
        "exposures: {a: 1, b: 2}\n",
        "exposures: {a: 1, b: 3, c: 4}\n",
        [(("exposures", "b"), 2, 3), (("exposures", "c"), None, 4)],
    ),
    ("audience: {a: [b]}\n", "audience: {a: [c]}\n", [(("audience", "a"), ["b"], ["c"])]),
    ("audience: {a: [b]}\n", "audience: {a: [b], d: true}\n", [(("audience", "d"), None, True)]),
    ("audience: {a: {gte: 1}}\n", "audience: {a: {gte: 1, lt: 5}}\n", [(("audience", "a", "lt"), None, 5)]),
    ("audience: {a: [1]}\n", "audience: {a: [true]}\n", [(("audience", "a"), [1], [True])]),
    (
        "audience: {any_of: [{a: [b]}]}\n",
        "audience: {any_of: [{a: [c]}]}\n",
        [(("audience", "any_of", 0, "a"), ["b"], ["c"])],
    ),
    (
        "layer: {id: l, buckets: [[0, 5]]}\n",
        "layer: {id: l, buckets: [[0, 6]]}\n",
        [(("layer", "buckets"), [[0, 5]], [[0, 6]])],
    ),
    ("layer: {id: l}\n", "", [(("layer",), {"id": "l"}, None)]),
    ("layer: {id: l, buckets: [[0, 5]]}\n", "layer: {id: l, buckets: [[5, 0]]}\n", [BUCKETS]),
    ("salt: a b\n", "salt: a  b\n", [(("salt",), "a b", "a  b")]),
    ("audience: {a: [b c]}\n", "audience: {a: [b  c]}\n", [(("audience", "a"), ["b c"], ["b  c"])]),
    (
        "results: [{metric: m, ci: [0, 1]}]\n",
        "results: [{metric: m, ci: [1, 0]}]\n",
        [(("results", "m", "ci"), [0, 1], [1, 0])],
    ),
    (
        "variants: [{key: c}, {key: t}]\n",
        "variants: [{key: t}]\n",
        [(("variants", "c"), {"key": "c"}, None)],
    ),
)


def catalog(**files: str) -> Catalog:
    """A catalog of experiments and goals by path, with `__` for `/`."""
    texts = {"prodops.yaml": ""} | {f"{path.replace('__', '/')}.yaml": text for path, text in files.items()}
    return load(MemoryTree({path: text.encode() for path, text in texts.items()}))


def of_test(text: str) -> Catalog:
    """A catalog of one experiment."""
    rest = (
        ""
        if "name" in text
        else "".join(line for line in TEST.splitlines(keepends=True) if line.split(":")[0] not in text)
    )
    return catalog(experiments__a=text + rest)


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_other_forms_are_no_change(before: str, after: str) -> None:
    assert list(changes_between(of_test(before), of_test(after))) == []


@pytest.mark.parametrize(("before", "after", "fields"), OTHER)
def test_the_deepest_fields(
    before: str, after: str, fields: list[tuple[tuple[str | int, ...], object, object]]
) -> None:
    (change,) = changes_between(of_test(before), of_test(after))
    assert change.sort == "changed"
    assert [(field.address, field.before, field.after) for field in change.fields] == fields


def test_a_period_changes_as_it_is_written() -> None:
    (change,) = changes_between(catalog(goals__a=GOAL), catalog(goals__a=GOAL.replace("Q3", "Q4")))
    assert [(field.address, field.before, field.after) for field in change.fields] == [
        (("period",), "2026-Q3", "2026-Q4")
    ]


def test_added_removed_and_moved() -> None:
    base = catalog(
        experiments__a=TEST,
        goals__b=GOAL.replace("id: a", "id: b").replace("A", "B"),
        goals__c=GOAL.replace("id: a", "id: c"),
    )
    head = catalog(
        experiments__old__a=TEST, goals__c=GOAL.replace("id: a", "id: c"), goals__d=GOAL.replace("id: a", "id: d")
    )
    assert [(change.sort, change.entity.kind, change.entity.id) for change in changes_between(base, head)] == [
        ("moved", "experiment", "a"),
        ("removed", "goal", "b"),
        ("added", "goal", "d"),
    ]
    assert list(changes_between(head, head)) == []


def test_a_moved_file_with_another_field_is_changed() -> None:
    (change,) = changes_between(catalog(goals__a=GOAL), catalog(goals__b__a=f"{GOAL}level: team\n"))
    assert (change.sort, [field.address for field in change.fields]) == ("changed", [("level",)])


METRIC = """
id: orders
name: Orders
owner: x
description: How many orders there were.
status: active
direction: increase
definition:
  language: sql
  expression: |
    select count(*) from orders -- all
    where state = 'Paid'
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("select count(*)", "SELECT  count( * )"),
        ("-- all", "-- every one"),
        ("How many orders", "How many  orders"),
        ("    where", "\n    where"),
    ],
)
def test_the_same_query_in_another_layout(before: str, after: str) -> None:
    assert list(changes_between(catalog(metrics__m=METRIC), catalog(metrics__m=METRIC.replace(before, after)))) == []


@pytest.mark.parametrize(("before", "after"), [("'Paid'", "'paid'"), ("from orders", "from Orders")])
def test_another_query(before: str, after: str) -> None:
    (change,) = changes_between(catalog(metrics__m=METRIC), catalog(metrics__m=METRIC.replace(before, after)))
    assert [(field.address, field.aspect) for field in change.fields] == [(("definition", "expression"), "calculation")]


def test_places_lead_into_both_texts() -> None:
    before = "variants: [{key: c}, {key: t, weight: 1}]\n" + TEST
    after = "variants: [{key: t, weight: 2}, {key: c}]\n" + TEST
    (change,) = changes_between(catalog(experiments__a=before), catalog(experiments__a=after))
    (field,) = change.fields
    assert (field.address, field.keys) == (("variants", "t", "weight"), ("variants", "weight"))
    assert (field.old, field.new) == (("variants", 1, "weight"), ("variants", 0, "weight"))


def test_what_cannot_be_read_is_not_removed() -> None:
    broken = catalog(experiments__a=f"{TEST}x: [")
    assert list(changes_between(catalog(experiments__a=TEST), broken)) == []
    assert list(changes_between(broken, catalog(experiments__a=TEST))) == []


def test_renamed_is_who_says_nearly_the_same() -> None:
    base = catalog(metrics__orders=METRIC, metrics__other=METRIC.replace("orders", "refunds").replace("Orders", "R"))
    text = METRIC.replace("id: orders", "id: orders_paid").replace("name: Orders", "name: Paid orders")
    (change,) = changes_between(base, catalog(metrics__b=text, metrics__other=base_text(base, "refunds")))
    assert change.sort == "renamed"
    assert (change.before and change.before.id, change.key) == ("orders", ("metric", "orders_paid"))
    assert [field.address for field in change.fields] == [("id",), ("name",)]


def base_text(base: Catalog, id: str) -> str:
    """The text of a metric."""
    return base.named["metric", id].document.source.text


def test_who_says_something_else_is_another() -> None:
    after = METRIC.replace("orders", "visits").replace("Orders", "Visits").replace("Paid", "seen").replace("many", "x")
    sorts = [change.sort for change in changes_between(catalog(metrics__a=METRIC), catalog(metrics__b=after))]
    assert sorts == ["removed", "added"]
