"""Setting keys: the value stands there afterwards, and everything else is as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.load import load
from prodops_cli.documents.compose import compose
from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Value, plain
from prodops_cli.failure import Misuse
from prodops_cli.fixes.assign import Assignment, assigned, step_of
from prodops_cli.fixes.sameness import comments
from prodops_cli.models.entity import Entity
from prodops_cli.trees.memory import MemoryTree
from tests.effort import examples
from tests.fixes.catalogs import tree
from tests.fixes.test_properties import owners

PATH = "experiments/a.yaml"


def entity(files: dict[str, str]) -> Entity:
    """The entity of a catalog of one."""
    (found,) = load(tree(files)).entities
    return found


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ("id: a\nstatus: draft # yet\n", "status=running", "id: a\nstatus: running # yet\n"),
        ("id: a\nend: 2026-01-01", "start=2025-12-01", "id: a\nstart: 2025-12-01\nend: 2026-01-01"),
        ("id: a # x\r\nend: 2026-01-01\r\n", "name=A", "id: a # x\r\nname: A\r\nend: 2026-01-01\r\n"),
        ("status: draft\n", "name=A", "name: A\nstatus: draft\n"),
        ("id: a\nname:\n", "name=A", "id: a\nname: A\n"),
        ("id: a\nname: # who\n", "name=A", "id: a\nname: A # who\n"),
        (
            "id: a\nhypothesis: |\n  It\n\n  helps.\n\nend: 2026-01-01\n",
            "start=2025-12-01",
            "id: a\nhypothesis: |\n  It\n\n  helps.\nstart: 2025-12-01\n\nend: 2026-01-01\n",
        ),
        (
            "id: a\ndescription: >\n  x\n# below\nname: A\n",
            "description=y",
            "id: a\ndescription: y\n# below\nname: A\n",
        ),
        ("{id: a, end: 2026-01-01}\n", "start=2025-12-01", "{id: a, start: 2025-12-01, end: 2026-01-01}\n"),
        ("{end: 2026-01-01}\n", "start=2025-12-01", "{start: 2025-12-01, end: 2026-01-01}\n"),
        ("id: a\ncontract: {}\n", "contract.notice=2d", "id: a\ncontract: {notice: 2d}\n"),
        ("id: a\n", "contract.notice=2d", "id: a\ncontract: {notice: 2d}\n"),
        ("id: a\nname: A\n", "tags=b", "id: a\nname: A\ntags: [b]\n"),
        ("id: a\nname: A\n", "tags=[b, c]", "id: a\nname: A\ntags: [b, c]\n"),
        ("id: a\nname: A\n", "name=no", 'id: a\nname: "no"\n'),
        ("id: a\nname: A\n", "name=[x] # y", 'id: a\nname: "[x] # y"\n'),
        ("id: a\nname: A\n", "name={x}", 'id: a\nname: "{x}"\n'),
        ("id: a\nname: A\n", "x-own=1.10", "id: a\nname: A\nx-own: 1.10\n"),
        ("- id: a\n  name: A\n", "tags=b", "- id: a\n  name: A\n  tags: [b]\n"),
        (
            "id: a\nvariants:\n  - key: b # c\n    weight: 1\n  - {key: c}\n",
            "variants.c.weight=3",
            "id: a\nvariants:\n  - key: b # c\n    weight: 1\n  - {key: c, weight: 3}\n",
        ),
        ("id: a\nvariants: [{key: b, weight: 1}]\n", "variants.0.weight=2", "id: a\nvariants: [{key: b, weight: 2}]\n"),
        ("id: a\nname: A\ntags: [b]\n", "name=", "id: a\ntags: [b]\n"),
        ("{id: a, name: A, tags: [b]}\n", "name=", "{id: a, tags: [b]}\n"),
        ("{name: A, id: a}\n", "name=", "{id: a}\n"),
        ("- name: A\n  id: a\n", "name=", "- id: a\n"),
        ("id: a\n", "name=", "id: a\n"),
        ("id: a\nstatus: draft # yet\n", "x-own=1", "id: a\nstatus: draft # yet\nx-own: 1\n"),
        ("- id: a # x\n  status: draft\t# yet\n", "x-own=1", "- id: a # x\n  status: draft\t# yet\n  x-own: 1\n"),
        (
            "id: a\ncontract:\n  renewal: 2026-01-01 # x\nlinks: [b] # y",
            "contract.notice=2d",
            "id: a\ncontract:\n  renewal: 2026-01-01 # x\n  notice: 2d\nlinks: [b] # y",
        ),
        ("{id: a, name}\n", "name=A", "{id: a, name: A}\n"),
        ("id: a\ntags:\n  - b\n  - c\nname: A\n", "tags=", "id: a\nname: A\n"),
    ],
)
def test_where_it_is_written(before: str, said: str, after: str) -> None:
    found = assigned(
        entity({PATH if "contract" not in before + said else "tools/a.yaml": before}), [Assignment.of(said)]
    )
    assert found.text == after


@pytest.mark.parametrize(
    ("before", "said", "why"),
    [
        ("id: a\n", "nme=x", "no key of the kind experiment"),
        ("id: a\n", "name.x=y", "no key of the kind experiment"),
        ("id: a\nvariants: [{key: b}]\n", "variants.c.weight=1", "names no item `c`"),
        ("id: a\nvariants: [{key: b}]\n", "variants.9.weight=1", "names no item `9`"),
        ("id: a\nvariants: [{key: b}]\n", "variants.b=", "only keys can be unset"),
        ("id: a\nname: A # who\n", "name=", "a comment be lost"),
        ("id: a\ncontract: {notice: 1d}\n", "contract.notice=", "the only key"),
        ("id: a\ntags:\n  - b # c\n  - e\n", "tags=[d]", "a comment be lost"),
        ("id: a\ncontract: x\n", "contract.notice=1d", "has no parts"),
        ("id: a\nx-own: &x {b: 1}\ncontract: *x\n", "contract.notice=1d", "written elsewhere"),
        ("id: a\n", "status", "sets nothing"),
        ("id: a\n", "=x", "sets nothing"),
        ("id: a\n", "id=b", "known by"),
        ("id: a\n? name\n: A\ntags: [b]\n", "name=", "something stands before `name`"),
        ("id: a\nname: 'A'#close\n", "name=B", "more would change with it"),
        ("id: a\n", "kind=metric", "known by"),
        ("id: a\n", "name=\x07", "can't be written"),
    ],
)
def test_what_cannot_be_set(before: str, said: str, why: str) -> None:
    with pytest.raises(Misuse) as refused:
        assigned(entity({PATH if "contract" not in before + said else "tools/a.yaml": before}), [Assignment.of(said)])
    assert why in refused.value.sentence


VALUES = (
    "x",
    "no",
    "1.5",
    "2026-01-01",
    "[a, b]",
    "a: b",
    "# c",
    "'",
    '"',
    "{",
    "é 🚀",
    "- x",
    "&a",
    "*a",
    "!x",
    "|",
    "",
    "x\ny",
)


@examples(40)
@given(
    owners(), st.sampled_from(("name", "type", "tags", "description", "handles.slack", "left")), st.sampled_from(VALUES)
)
def test_nothing_else_changes(data: bytes, key: str, value: str) -> None:
    catalog = MemoryTree({"prodops.yaml": b"", "owners/anna.yaml": data})
    (anna,) = load(catalog).entities
    before = anna.document.source
    try:
        after = assigned(anna, [Assignment(key, value)])
    except Misuse:
        return
    old, new = (plain(compose(source).roots[0]) for source in (before, after))
    top = key.partition(".")[0]
    assert {name: said for name, said in mapping(old).items() if name != top} == {
        name: said for name, said in mapping(new).items() if name != top
    }
    assert (top in mapping(new)) == bool(value)
    assert not comments(before, compose(before).roots) - comments(after, compose(after).roots)
    again = Document(after, 0, None, new)
    same = assigned(anna.placed(again), [Assignment(key, value)])
    assert not step_of(MemoryTree({after.path: after.text.encode()}), same)


def mapping(value: Value) -> dict[str, Value]:
    """A document's keys."""
    assert isinstance(value, dict)
    return value
