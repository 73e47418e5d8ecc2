"""Changes by properties: another form is none, both ways mirror each other, and every edit is found where it is."""

import copy
import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.changes.between import changes_between
from prodops_cli.changes.change import Change
from prodops_cli.models.entity import Entity
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.worktree import WorkTree
from tests.effort import examples
from tests.examples.catalogs import ACME, TANGLED

CATALOGS = {root.name: load(WorkTree(root)) for root in (ACME, TANGLED)}
EDITS: tuple[tuple[str, tuple[str, ...], Any], ...] = (
    ("metric", ("definition", "expression"), "select 42"),
    ("metric", ("window",), "99d"),
    ("metric", ("direction",), "neutral"),
    ("metric", ("description",), "Something else."),
    ("metric", ("target", "value"), 987654),
    ("experiment", ("traffic",), 3.5),
    ("experiment", ("salt",), "pepper"),
    ("experiment", ("analysis", "alpha"), 0.033),
    ("tool", ("data", "classification"), "public"),
    ("tool", ("cost", "amount"), 987654),
    ("goal", ("confidence",), 0.123),
    ("owner", ("email",), "somebody@example.com"),
)


def written(documents: dict[str, list[Any]], settings_text: str) -> Catalog:
    """A catalog of documents by path, in flow style."""
    files = {path: "---\n".join(f"{json.dumps(each)}\n" for each in found) for path, found in documents.items()}
    return load(MemoryTree({"prodops.yaml": settings_text.encode()} | {k: v.encode() for k, v in files.items()}))


def documents_of(catalog: Catalog) -> dict[str, list[Any]]:
    """A catalog's documents by path."""
    found: dict[str, list[Any]] = {}
    for entity in catalog.entities:
        found.setdefault(entity.document.source.path, []).append(copy.deepcopy(entity.document.value))
    return found


def again(catalog: Catalog, documents: dict[str, list[Any]]) -> Catalog:
    """The same catalog with other documents."""
    return written(documents, catalog.settings_document.source.text)


def said(change: Change) -> tuple[object, ...]:
    """A change, to be compared."""
    return change.sort, change.key, tuple((field.address, field.before, field.after) for field in change.fields)


def mirrored(change: Change) -> tuple[object, ...]:
    """What the way back should say."""
    sort = {"added": "removed", "removed": "added"}.get(change.sort, change.sort)
    former = change.before or change.after
    fields = sorted((str(field.address), str(field.after), str(field.before)) for field in change.fields)
    return sort, former and (former.kind, former.id), fields


def forward(change: Change) -> tuple[object, ...]:
    """A change with its fields in a fixed order."""
    fields = sorted((str(field.address), str(field.before), str(field.after)) for field in change.fields)
    return change.sort, change.key, fields


def shuffled(value: Any, random: Random) -> Any:
    """The same mappings with their keys in another order."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key], random) for key in keys}
    return [shuffled(item, random) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", CATALOGS)
def test_with_itself_there_is_nothing(name: str) -> None:
    assert list(changes_between(CATALOGS[name], CATALOGS[name])) == []


@pytest.mark.parametrize("name", CATALOGS)
@examples(3)
@given(seed=st.integers(0, 1000))
def test_another_form_is_no_change(name: str, seed: int) -> None:
    catalog = CATALOGS[name]
    other = again(catalog, {path: shuffled(found, Random(seed)) for path, found in documents_of(catalog).items()})
    assert [said(change) for change in changes_between(catalog, other)] == []


def test_the_way_back_mirrors_the_way_there() -> None:
    there = changes_between(CATALOGS["acme"], CATALOGS["tangled"])
    back = changes_between(CATALOGS["tangled"], CATALOGS["acme"])
    assert sorted(map(str, map(mirrored, there))) == sorted(map(str, map(forward, back)))


@examples(12)
@given(data=st.data())
def test_every_edit_is_found_where_it_is(data: st.DataObject) -> None:
    catalog = CATALOGS["acme"]
    kind, keys, value = data.draw(st.sampled_from(EDITS))
    documents = documents_of(catalog)
    of_kind = [each for found in documents.values() for each in found if path_kind(catalog, each) == kind]
    document = data.draw(st.sampled_from(of_kind))
    if not put(document, keys, value):
        return
    (change,) = changes_between(catalog, again(catalog, documents))
    assert change.key == (kind, document["id"])
    (field,) = change.fields
    assert keys[: len(field.address)] == field.address
    after = change.after
    assert isinstance(after, Entity)
    assert field.after == value or keys != field.address


def path_kind(catalog: Catalog, document: dict[str, Any]) -> str:
    """The kind of a document, by what the catalog knows."""
    return next(each.kind for each in catalog.entities if each.document.value == document)


def put(document: dict[str, Any], keys: tuple[str, ...], value: Any) -> bool:
    """Writes a value where it is another than before; whether it was."""
    *way, last = keys
    for key in way:
        document = document.setdefault(key, {})
    if document.get(last) == value:
        return False
    document[last] = value
    return True
