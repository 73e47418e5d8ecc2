"""Every field of every kind has an aspect, and just one."""

import pytest

from prodops_cli.models.aspects import BY_KIND, EVERY_KIND, aspect, aspects
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.shape import annotation_at, annotations


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_one_aspect(kind: str) -> None:
    said = [key for table in (EVERY_KIND, BY_KIND[kind]) for keys in table.values() for key in keys.split()]
    assert sorted(set(said)) == sorted(said)
    assert set(annotations(KINDS[kind])) - {key for key in said if "." not in key} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_with_an_aspect_is_one_of_the_kind(kind: str) -> None:
    others = {"owner"} if kind == "owner" else set()
    for key in aspects(kind).keys() - others - {"status"}:
        assert annotation_at(KINDS[kind], tuple(key.split("."))) is not None, key


@pytest.mark.parametrize(
    ("kind", "keys", "said"),
    [
        ("metric", ("definition", "expression"), "calculation"),
        ("metric", ("source", "dataset"), "calculation"),
        ("metric", ("source", "dashboard"), "governance"),
        ("goal", ("key_results", "target"), "interpretation"),
        ("goal", ("key_results", "current"), "figures"),
        ("tool", ("name",), "text"),
        ("tool", (), "text"),
    ],
)
def test_the_nearest_key_says_it(kind: str, keys: tuple[str, ...], said: str) -> None:
    assert aspect(kind, keys) == said
