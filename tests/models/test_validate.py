"""Validation tells everything that is wrong at its own address, and keeps everything that is right."""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address, Value
from prodops_cli.documents.source import Source
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mistakes import WrongType
from prodops_cli.models.validate import validate, without
from prodops_cli.models.wanted import OTHER
from tests.documents.written import FILES, TEXTS
from tests.models.judging import MODELS, document_of, told, validated, whole

OFTEN = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])

A_LIST = "a list, such as [a, b]"
A_MAPPING = "a mapping, such as {key: value}"
NOTHING = "a value, or remove the key"
MISTAKES: tuple[tuple[str, str, list[tuple[Address, str]]], ...] = (
    # Keys.
    ("owner", "ownr: x\n", [(("ownr",), "unknown, near nothing")]),
    ("tool", "nmae: A\nownr: x\n", [(("nmae",), "unknown, near nothing"), (("ownr",), "unknown, near nothing")]),
    ("owner", "handles: {githb: a}\n", [(("handles", "githb"), "unknown, near github")]),
    (
        "experiment",
        "variants:\n  - {weigt: 1}\n",
        [(("variants", 0, "weigt"), "unknown, near weight"), (("variants", 0, "key"), "missing")],
    ),
    ("experiment", "decision: {}\n", [(("decision", "outcome"), "missing")]),
    ("experiment", "audience: {platform: {gtee: 1}}\n", [(("audience", "platform", "gtee"), "unknown, near gte")]),
    (
        "experiment",
        "audience: {any_of: [{a: {inn: [b]}}]}\n",
        [(("audience", "any_of", 0, "a", "inn"), "unknown, near in")],
    ),
    # Nothing.
    ("owner", "email:\n", [(("email",), NOTHING)]),
    ("owner", "tags: [a, ~]\nhandles: {github: }\n", [(("tags", 1), NOTHING), (("handles", "github"), NOTHING)]),
    ("metric", "status:\n", [(("status",), NOTHING)]),
    # Sorts of values.
    ("owner", "name: [A]\n", [(("name",), "text")]),
    ("owner", "name: 2.10\n", [(("name",), "2.10 is a number")]),
    ("owner", "name: true\n", [(("name",), "true is true or false")]),
    ("owner", "tags: [12, a, 0x1F]\n", [(("tags", 0), "12 is a number"), (("tags", 2), "0x1F is a number")]),
    ("owner", "tags: a\n", [(("tags",), A_LIST)]),
    ("owner", "tags: {a: b}\n", [(("tags",), A_LIST)]),
    ("owner", "handles: a\n", [(("handles",), A_MAPPING)]),
    ("owner", "external: [a]\n", [(("external",), A_MAPPING)]),
    ("owner", "external: {a: 1}\n", [(("external", "a"), "1 is a number")]),
    ("owner", 'active: "yes"\n', [(("active",), "true or false")]),
    ("owner", "type: robot\n", [(("type",), "one of person team")]),
    ("owner", "type: [person]\n", [(("type",), "one of person team")]),
    ("owner", "left: soon\n", [(("left",), "a day such as 2026-11-22")]),
    ("owner", "left: 2026-02-30\n", [(("left",), "impossible: day is out of range for month")]),
    ("launch", "tier: 5\n", [(("tier",), "4 or less")]),
    ("launch", "tier: 0\n", [(("tier",), "1 or more")]),
    ("launch", "tier: 1.5\n", [(("tier",), "a whole number")]),
    ("metric", "target: {value: .inf}\n", [(("target", "value"), "a number")]),
    ("metric", "target: {value: many}\n", [(("target", "value"), "a number")]),
    ("goal", "confidence: 80\n", [(("confidence",), "a share from 0 to 1, such as 0.25")]),
    ("goal", "period: spring\n", [(("period",), "a quarter such as 2026-Q4, or {start: 2026-10-01, end: 2026-12-31}")]),
    ("goal", "period: {start: 2026-10-01}\n", [(("period", "end"), "missing")]),
    ("experiment", "exposures: {a: -1}\n", [(("exposures", "a"), "0 or more")]),
    ("experiment", "exposures: {'[key]': -1}\n", [(("exposures", "[key]"), "0 or more")]),
    ("experiment", "layer: {id: a, buckets: [[0]]}\n", [(("layer", "buckets", 0), "a list of at least 2 items")]),
    ("experiment", "layer: {id: a, buckets: [[0, 1, 2]]}\n", [(("layer", "buckets", 0), "a list of at most 2 items")]),
    ("experiment", "layer: {id: a, buckets: [[0, b]]}\n", [(("layer", "buckets", 0, 1), "a whole number")]),
    # Shorthands.
    ("experiment", "hypothesis: 5\n", [(("hypothesis",), "text, or a mapping such as {text: …}")]),
    ("experiment", "hypothesis: {change: 5}\n", [(("hypothesis", "change"), "5 is a number")]),
    (
        "experiment",
        "metrics: {primary: [a, 5]}\n",
        [(("metrics", "primary", 1), "text, or a mapping such as {metric: …}")],
    ),
    ("experiment", "metrics: {primary: a}\n", [(("metrics", "primary"), A_LIST)]),
    (
        "experiment",
        "audience: {platform: web}\n",
        [(("audience", "platform"), "a list such as [a, b], true or false, or a mapping such as {in: …}")],
    ),
    (
        "experiment",
        "audience: {platform: [web, {a: b}]}\n",
        [(("audience", "platform", 1), "a text, a number, true or false")],
    ),
    ("experiment", "audience: {platform: {in: web}}\n", [(("audience", "platform", "in"), A_LIST)]),
    # Settings.
    ("prodops", "version: 2\n", [(("version",), "1 or less")]),
    ("prodops", "naming: {metrik: a}\n", [(("naming", "metrik"), f"one of {' '.join(KINDS)}")]),
    ("prodops", "catalog: {timezone: Paris}\n", [(("catalog", "timezone"), "a time zone such as Europe/Paris or UTC")]),
    ("prodops", "vocabulary: {area: checkout}\n", [(("vocabulary", "area"), A_LIST)]),
    ("prodops", "surfaces: {a: {ownr: b}}\n", [(("surfaces", "a", "ownr"), "unknown, near owner")]),
    ("prodops", "rules: {a: }\n", [(("rules", "a"), NOTHING)]),
)


@pytest.mark.parametrize(("kind", "text", "mistakes"), MISTAKES)
def test_each_mistake_at_its_address(kind: str, text: str, mistakes: list[tuple[Address, str]]) -> None:
    assert [told(mistake) for mistake in validated(kind, whole(kind, text)).mistakes] == mistakes


def test_a_misspelt_required_key_is_told_once() -> None:
    told_of = [told(mistake) for mistake in validated("tool", "id: a\nname: A\nownr: x\nstatsu: trial\n").mistakes]
    assert told_of == [(("ownr",), "unknown, near owner"), (("statsu",), "unknown, near status")]


def test_all_mistakes_of_a_document_are_told_and_the_rest_is_kept() -> None:
    text = """
id: checkout
name: 12
ownr: anna
owner: ben
status: runing
surfaces: [checkout, 5, ~, checkout.payment]
variants:
  - {key: a, weight: 1}
  - {key: b, weight: x}
traffic: 250%
audience: {platform: web, country: [FR]}
layer: {id: web, buckets: [[0, 5], [6], [7, x]]}
start: 2026-02-30
end: 2026-03-30
exposures: {a: 5, b: -1}
metrics: {primary: [orders, 7, {metric: revenue, mde: 5%}]}
"""
    model, mistakes = validated("experiment", text)
    assert {mistake.address for mistake in mistakes} == {
        *(("name",), ("ownr",), ("status",), ("surfaces", 1), ("surfaces", 2), ("variants", 1, "weight"), ("traffic",)),
        *(("audience", "platform"), ("layer", "buckets", 1), ("layer", "buckets", 2, 1), ("start",)),
        *(("exposures", "b"), ("metrics", "primary", 1), ("type",)),
    }
    assert model is not None
    assert model.model_dump(exclude_none=True, by_alias=True) == {
        "id": "checkout",
        "owner": "ben",
        "surfaces": ("checkout", "checkout.payment"),
        "variants": ({"key": "a", "weight": 1}, {"key": "b"}),
        "audience": {"country": {"in": ("FR",)}},
        "layer": {"id": "web", "buckets": ((0, 5),)},
        "end": date(2026, 3, 30),
        "exposures": {"a": 5},
        "metrics": {"primary": ({"metric": "orders"}, {"metric": "revenue", "mde": 0.05})},
    }


@pytest.mark.parametrize(
    ("value", "wrong", "left"),
    [
        ({"a": 1, "b": 2}, [("a",)], {"b": 2, "a": None}),
        ({"a": None, "b": 2}, [("a",)], {"b": 2}),
        ({"b": 2}, [("a",)], {"b": 2, "a": None}),
        ({"a": list(range(12))}, [("a", index) for index in range(11)], {"a": [11]}),
        ({"a": [{"b": 1, "c": 2}]}, [("a", 0, "b")], {"a": [{"c": 2, "b": None}]}),
        ({"a": [{"b": 1}]}, [("a", 0, "b"), ("a", 0)], {"a": []}),
        ({"a": 1}, [], {"a": 1}),
    ],
)
def test_without(value: Value, wrong: list[Address], left: Value) -> None:
    assert without(value, wrong) == left


@pytest.mark.parametrize(("items", "mistakes"), [("12, 13", 4), ("~", 2), ("a, [b]", 2)])
def test_what_an_alias_repeats_is_mended_in_both_places(items: str, mistakes: int) -> None:
    model, found = validated("feedback", whole("feedback", f"tags: &a [{items}]\nthemes: *a\n"))
    assert model is not None
    assert len(found) == mistakes


def test_many_mistakes_take_little_time() -> None:
    begun = time.process_time()
    text = "id: a\n" + "".join(f"key{number}: 1\n" for number in range(20_000)) + f"tags: [{'1,' * 20_000}]\n"
    _, mistakes = validated("owner", text)
    assert len(mistakes) == 40_002
    assert time.process_time() - begun < 10


FIELDS = sorted(
    {key for model in MODELS.values() for key in (field.alias or name for name, field in model.model_fields.items())}
)
NAMES = st.sampled_from([*FIELDS, "platform", "[key]", "metric", "key", "gte", "in", "any_of", "buckets", "primary"])
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 200)
    | st.floats()
    | TEXTS
    | st.sampled_from(["5%", "90d", "2026-11-22"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | TEXTS, inner, max_size=5),
    max_leaves=25,
)


@OFTEN
@given(st.sampled_from(sorted(KINDS)), st.dictionaries(NAMES | TEXTS, ANYTHING, max_size=8))
def test_anything_is_validated(kind: str, value: dict[str, Value]) -> None:
    document = Document(Source("x.yaml", "", ""), 0, None, value)
    model, mistakes = validate(document, value | {"id": "a"}, KINDS[kind])
    assert model is not None
    assert len({mistake.address for mistake in mistakes}) == len(mistakes)
    assert OTHER not in [mistake.wanted for mistake in mistakes if isinstance(mistake, WrongType)]
    assert all(mistake.place().span == (0, 0) for mistake in mistakes)


@OFTEN
@given(st.sampled_from([data.decode() for data in FILES]), st.data())
def test_a_real_document_with_one_wrong_value(text: str, data: st.DataObject) -> None:
    lines = text.splitlines(keepends=True)
    index = data.draw(st.integers(0, len(lines) - 1))
    start, colon, _ = lines[index].partition(": ")
    wrong = data.draw(st.sampled_from(["12", "true", "x", "[x]", "{x: y}", "", "2026-02-30", ".inf", "'5'", "[[x]]"]))
    lines[index] = f"{start}{colon}{wrong}\n" if colon else lines[index]
    try:
        document = document_of("".join(lines))
    except Exception:  # noqa: BLE001
        return
    for model in KINDS.values():
        if isinstance(document.value, dict):
            value = {key: part for key, part in document.value.items() if key != "kind"} | {"id": "a"}
            made, mistakes = validate(document, value, model)
            assert made is not None
            assert all(0 <= mistake.place().span.stop <= len(document.source.text) for mistake in mistakes)
