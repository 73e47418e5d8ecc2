"""Backstage: what is written is valid by its rules, and names lead to what is there."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from prodops_cli.catalog.load import load as load_catalog
from prodops_cli.exporters.choose import load
from prodops_cli.exporters.formats.backstage import name, tag
from prodops_cli.exporters.material import Material
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TODAY
from tests.exporters.small import material

BACKSTAGE = load("backstage")
REQUIRED = {"Group": {"type", "children"}, "User": {"memberOf"}, "Component": {"type", "lifecycle", "owner"}}
NAME = re.compile(r"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]", re.ASCII)
TAG = re.compile(r"[a-z0-9+#]+(-[a-z0-9+#]+)*", re.ASCII)


def read(found: Material) -> list[dict[str, Any]]:
    """The documents."""
    return list(YAML(typ="safe", pure=True).load_all(BACKSTAGE.write(found, "").decode()))


@pytest.mark.parametrize("found", [material(), Material(load_catalog(WorkTree(ACME)), TODAY)])
def test_it_is_valid(found: Material) -> None:
    documents = read(found)
    names = {(each["kind"].lower(), each["metadata"]["name"]) for each in documents}
    assert len(names) == len(documents)
    for each in documents:
        assert each["apiVersion"] == "backstage.io/v1alpha1"
        assert each["spec"].keys() >= REQUIRED[each["kind"]]
        assert NAME.fullmatch(each["metadata"]["name"])
        assert all(TAG.fullmatch(word) for word in each["metadata"].get("tags", ()))
        assert all(link["url"].startswith("https://") for link in each["metadata"].get("links", ()))
        for member in each["spec"].get("members", ()):
            assert ("user", member) in names
        for team in (*each["spec"].get("memberOf", ()), *each["spec"].get("children", ())):
            assert ("group", team) in names


def test_what_is_gone_is_not_there_and_its_heir_answers() -> None:
    documents = {each["metadata"]["name"]: each for each in read(material())}
    assert documents.keys() == {"growth", "anna", "broken", "figma", "survey"}
    assert documents["figma"]["spec"]["owner"] == "user:anna"
    assert documents["survey"]["spec"] == {"type": "tool", "lifecycle": "experimental", "owner": "group:nobody"}
    assert documents["growth"]["spec"]["members"] == ["anna"]


def test_a_tool_of_nobody_is_left_out_and_said() -> None:
    files = {"prodops.yaml": b"", "tools/a.yaml": b"{id: a, name: A, status: adopted}"}
    found = Material(load_catalog(MemoryTree(files)), date(2026, 9, 7))
    assert read(found) == []
    assert list(BACKSTAGE.remarks(found)) == ["Left out: 1 tool without an owner; Backstage wants one."]


@given(st.text(min_size=1, max_size=90))
def test_any_id_is_a_name(id: str) -> None:
    assert NAME.fullmatch(name(id))
    assert len(name(id)) <= 63
    assert not tag(id) or TAG.fullmatch(tag(id))


def test_names_stay_apart() -> None:
    ids = ["a" * 63, "a" * 64, "a" * 65, "ä", "ö", "a b", "a-b"]
    assert len({*map(name, ids)}) == len(ids)
    assert name("a" * 63) == "a" * 63
