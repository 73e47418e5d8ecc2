"""The published schemas say what validation says."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from prodops_cli.catalog.load import load
from prodops_cli.failure import Misuse
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.schema import schema
from prodops_cli.trees.memory import MemoryTree
from tests.documents.written import ACME
from tests.models.judging import MODELS, document_of, validated, whole

WRONG: tuple[tuple[str, str], ...] = (
    *((kind, "zodiac: virgo\n") for kind in MODELS),
    *((kind, "name: 12\n") for kind in KINDS),
    *((kind, "tags: a\n") for kind in KINDS),
    ("owner", "type: robot\n"),
    ("owner", "email:\n"),
    ("owner", "handles: {myspace: a}\n"),
    ("owner", "review_every: 90\n"),
    ("owner", "review_every: P1DT\n"),
    ("tool", "cost: {amount: many}\n"),
    ("tool", "seats: {purchased: -1}\n"),
    ("metric", "direction: up\n"),
    ("goal", "confidence: 80\n"),
    ("goal", "period: spring\n"),
    ("launch", "tier: 5\n"),
    ("layer", "reserved: [[0]]\n"),
    ("experiment", "traffic: 250\n"),
    ("experiment", "traffic: a\n"),
    ("experiment", "variants: [{weight: 1}]\n"),
    ("experiment", "audience: {platform: web}\n"),
    ("experiment", "metrics: {primary: [5]}\n"),
    ("experiment", "hypothesis: [a]\n"),
    ("experiment", "exposures: {a: 1.5}\n"),
    ("prodops", "version: 2\n"),
    ("prodops", "naming: {metrik: a}\n"),
    ("prodops", "vocabulary: {area: checkout}\n"),
)
RIGHT: tuple[tuple[str, str], ...] = (
    *((kind, "x-note: {a: [b]}\n") for kind in MODELS),
    *((kind, f"kind: {kind}\n") for kind in KINDS),
    ("owner", "review_every: P1Y2M3W4DT5H6M7S\n"),
    ("goal", "period: {start: 2026-10-01, end: 2026-12-31}\n"),
    ("experiment", "traffic: 12.5 %\n"),
    ("experiment", "start: 2026-10-01\nend: 2026-10-02T09:00:00Z\n"),
    ("experiment", "audience: {platform: [web], beta: true, version: {gte: '1.2'}, any_of: [{a: [1]}]}\n"),
    ("experiment", "metrics: {primary: [a, {metric: b, mde: 5%}]}\nhypothesis: b\n"),
)


@cache
def validator(kind: str) -> Draft202012Validator:
    """The validator of a kind's schema."""
    return Draft202012Validator(json.loads(schema(kind)))


def errors(kind: str, value: Any) -> list[str]:
    """What a kind's schema says of a value."""
    return [error.message for error in validator(kind).iter_errors(value)]


@pytest.mark.parametrize("kind", MODELS)
def test_each_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_smallest_document(kind: str) -> None:
    value = document_of(whole(kind, "id: x\n")).value
    assert errors(kind, value) == []
    assert errors(kind, [value, value]) == []
    assert validated(kind, whole(kind, "id: x\n")).mistakes == ()
    assert errors(kind, {"id": "x"}) != [] or len(KINDS[kind].smallest) == 0


def test_acme() -> None:
    found = load(MemoryTree({path.relative_to(ACME).as_posix(): path.read_bytes() for path in ACME.rglob("*.yaml")}))
    assert errors("prodops", found.settings_document.value) == []
    for entity in found.entities:
        assert errors(entity.kind, entity.document.value) == [], entity.id


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_what_both_refuse(kind: str, text: str) -> None:
    written = whole(kind, text)
    assert errors(kind, document_of(written).value) != []
    assert validated(kind, written).mistakes != ()


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_what_both_take(kind: str, text: str) -> None:
    written = whole(kind, text)
    assert errors(kind, document_of(written).value) == []
    own = "".join(line for line in written.splitlines(keepends=True) if not line.startswith(("x-", "kind:")))
    assert validated(kind, own or "{}").mistakes == ()


def test_another_schema() -> None:
    with pytest.raises(Misuse, match="there is no kind `metrc`"):
        schema("metrc")
