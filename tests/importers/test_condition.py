"""Conditions of GrowthBook's, as audiences: what one can say, and what stays in their words."""

import json
from typing import Final

import pytest

from prodops_cli.documents.node import Value
from prodops_cli.importers.sources.growthbook import condition
from prodops_cli.importers.values.condition import audience
from prodops_cli.models.audience import Audience
from prodops_cli.models.shape import annotations

SAID: Final[dict[str, dict[str, Value]]] = {
    "{}": {},
    '{"country": "DE"}': {"country": ["DE"]},
    '{"country": {"$in": ["DE", "FR"]}}': {"country": ["DE", "FR"]},
    '{"country": {"$nin": ["DE"]}}': {"country": {"not_in": ["DE"]}},
    '{"browser": {"$ne": "ie"}}': {"browser": {"not_in": ["ie"]}},
    '{"premium": true}': {"premium": True},
    '{"premium": {"$ne": true}}': {"premium": {"not_in": [True]}},
    '{"beta": {"$exists": false}}': {"beta": {"exists": False}},
    '{"beta": null}': {"beta": {"exists": False}},
    '{"beta": {"$ne": null}}': {"beta": {"exists": True}},
    '{"age": {"$gte": 18, "$lt": 65}}': {"age": {"gte": 18, "lt": 65}},
    '{"since": {"$gt": "2026-01-01"}}': {"since": {"gt": "2026-01-01"}},
    '{"app": {"$vgte": "2.1.0", "$vlt": "3.0.0"}}': {"app": {"gte": "2.1.0", "lt": "3.0.0"}},
    '{"$and": [{"a": 1}, {"$and": [{"b": 2}]}]}': {"a": [1], "b": [2]},
    '{"$and": [{"a": {"$gt": 1}}, {"a": {"$lt": 3}}]}': {"a": {"gt": 1, "lt": 3}},
    '{"a": 1, "$or": [{"b": 2}, {"c": true}]}': {"a": [1], "any_of": [{"b": [2]}, {"c": True}]},
    '{"$or": [{"b": 2}, {"c": {"$size": 1}}]}': {
        "any_of": [{"b": [2]}, {"targeting": {"opaque": '{"c": {"$size": 1}}'}}]
    },
}

NOT_SAID: Final = (
    '{"app": {"$gte": "2.1.0"}}',
    '{"app": {"$vgte": "2.1"}}',
    '{"id": {"$inGroup": "grp_1"}}',
    '{"email": {"$regex": "@acme"}}',
    '{"tags": {"$elemMatch": {"$eq": "a"}}}',
    '{"tags": ["a"]}',
    '{"a": {"$in": []}}',
    '{"a": {"$in": [null]}}',
    '{"a": {"$gt": true}}',
    '{"a": {"$eq": 1, "$in": [1]}}',
    '{"a": {}}',
    '{"a.b": 1}',
    '{"any_of": 1}',
    '{"$not": {"a": 1}}',
    '{"$nor": [{"a": 1}]}',
    '{"$and": "a"}',
    '{"$or": [{"a": 1}, {}]}',
    '{"$or": []}',
)


@pytest.mark.parametrize("said", SAID)
def test_what_an_audience_can_say_it_says(said: str) -> None:
    assert audience(json.loads(said)) == SAID[said]


@pytest.mark.parametrize("said", NOT_SAID)
def test_what_it_can_not_say_stays_in_their_words(said: str) -> None:
    assert audience(json.loads(said)) == {"targeting": {"opaque": said}}


def test_what_can_be_said_is_said_beside_what_can_not() -> None:
    found = audience(json.loads('{"a": 1, "b": {"$size": 1}, "$or": [{"c": 1}], "$and": [{"a": 2}]}'))
    rest = '{"$and": [{"b": {"$size": 1}}, {"a": 2}]}'
    assert found == {"a": [1], "targeting": {"opaque": rest}, "any_of": [{"c": [1]}]}


@pytest.mark.parametrize("said", ["{", "[1", "nonsense", "[" * 100_000])
def test_what_is_no_json_stays_as_it_is(said: str) -> None:
    assert condition(said) == {"targeting": {"opaque": said}}


def test_the_audience_has_no_other_keys_of_its_own() -> None:
    assert annotations(Audience).keys() == {"any_of"}
