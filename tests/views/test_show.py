"""A page about one entity: fields as YAML has them, names beside ids, and who uses it."""

import pytest

from prodops_cli.failure import Misuse
from tests.views.catalogs import catalog, portrait, shown


def section(lines: list[str], title: str) -> list[str]:
    """The lines below a title."""
    rest = lines[lines.index(title) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("status: draft", ["status: draft"]),
        ("start: 2026-09-07", ["start: 2026-09-07"]),
        ("traffic: 50%", ["traffic: 50%"]),
        ("tags: ['true', '1.10', 'a, b', c]", ['tags: ["true", "1.10", "a, b", c]']),
        ("salt: '#growth'", ['salt: "#growth"']),
        ("salt: 'a: b'", ['salt: "a: b"']),
        ("salt: ''", ['salt: ""']),
        ("salt: 'a, b'", ["salt: a, b"]),
        ("goals: []\ntags: [x]", ["tags: [x]", "goals: []"]),
        ("goals: [grow, shrink]", ["goals: [grow, shrink]  # Grow, no goal is called that"]),
        ("learnings: |\n  One.\n  Two.", ["learnings:", "  One.", "  Two."]),
        ("metrics: {primary: [m, {metric: m}]}", ["metrics: {primary: [m, {metric: m}]}  # M, M"]),
    ],
)
def test_fields(written: str, told: list[str]) -> None:
    some = catalog(experiment__a=f"name: A\nowner: x\n{written}", goal__grow="name: Grow", metric__m="name: M")
    assert section(shown(some, "experiment", "a"), "owner x, whom nobody knows") == []
    body = shown(some, "experiment", "a")[4:]
    assert body[: body.index("")] == [f"  {line}" for line in told]


def test_what_does_not_fit_stands_below() -> None:
    some = catalog(experiment__a="name: A\nvariants: [{key: control, role: control}, {key: new, weight: 1}]")
    assert shown(some, "experiment", "a", 36)[4:10] == [
        "  variants:",
        "    - {key: control, role: control}",
        "    - {key: new, weight: 1}",
        "",
        "Used by",
        "  nothing",
    ]


def test_who_uses_it() -> None:
    some = catalog(
        metric__m="name: M",
        experiment__a="metrics: {primary: [m], guardrail: [m]}",
        experiment__b="metrics: {primary: [{metric: m}]}\nstatus: completed",
        experiment__c="metrics: {secondary: [m]}",
        goal__g="key_results: [{metric: m}, {metric: m}]",
    )
    assert section(shown(some, "metric", "m"), "Used by") == [
        "  3 experiments (primary in 2, guardrail in 1, secondary in 1): a, c, b",
        "  1 goal (key results): g",
    ]


def test_an_owner_who_left_is_told() -> None:
    some = catalog(owner__ana="name: Ana\ntype: person\nleft: 2026-05-03", goal__g="owner: ana")
    assert shown(some, "goal", "g")[2] == "owner ana: Ana, left on 3 May"


@pytest.mark.parametrize(
    ("kind", "id", "hint"),
    [
        ("goal", "grw", "did you mean `grow`?"),
        ("goal", "one", "there is one among other kinds: `prodops show metric one`"),
        ("goal", "zzz", "`prodops list KIND` says what there is"),
    ],
)
def test_what_is_not_there(kind: str, id: str, hint: str) -> None:
    with pytest.raises(Misuse) as refused:
        portrait(catalog(goal__grow="name: Grow", metric__one="name: One"), kind, id)
    assert refused.value.hint == hint
