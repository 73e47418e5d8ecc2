"""Columns: a document becomes a row, and the row the same document."""

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.documents.node import Value
from prodops_cli.models.kinds import KINDS
from prodops_cli.sheets.cell import Form
from prodops_cli.sheets.column import Crossing, column, columns, document, row
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TANGLED


def there_and_back(kind: str, documents: list[dict[str, Value]]) -> list[dict[str, Value]]:
    """The documents as a sheet with headings, read again."""
    shape = columns(KINDS[kind], documents)
    rows = [row(KINDS[kind], each) for each in documents]
    return [document((column(KINDS[kind], one.name), cells.get(one.path, "")) for one in shape) for cells in rows]


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_lose_nothing(kind: str) -> None:
    entities = [each for root in (ACME, TANGLED) for each in load(WorkTree(root)).all(KINDS[kind])]
    written = [dict(entity.document.value) for entity in entities if isinstance(entity.document.value, dict)]
    assert there_and_back(kind, written) == written


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("owner", {"id": "a", "external": {"my.system": "1", "jira": "2", '="x': "3", "": "4"}}),
        ("owner", {"id": "a", "external": {}, "handles": {}, "nonsense": {"a": {"b": 1}}}),
        ("owner", {"id": "a", "handles": "kim", "name": {"first": "Kim"}, "tags": {"a": 1}}),
        ("experiment", {"id": "a", "hypothesis": "[sic] 12", "audience": {"country": ["DE"]}, "metrics": ["x"]}),
        ("experiment", {"id": "a", "hypothesis": {"text": "12", "odd": None}, "exposures": {"a.b": 12}}),
        ("goal", {"id": "a", "period": {"start": "2026-01-01"}, "x-source": {"a": {"b": [1, "1"]}}, "x-b.c": "1"}),
        ("goal", {"id": 12, "name": "", "a.b": 1, "-x": True, "@": [], "x-": None}),
    ],
)
def test_odd_documents_lose_nothing(kind: str, written: dict[str, Value]) -> None:
    assert there_and_back(kind, [written]) == [written]


def test_one_sheet_has_the_columns_of_all_documents_in_the_order_of_the_kind() -> None:
    documents: list[dict[str, Value]] = [
        {"x-b": 1, "status": "trial", "contract": {"notice": "90d"}, "wrong": 1},
        {"contract": {"start": "2026-01-01", "notice": "30d"}, "name": "A", "x-a": 1},
    ]
    names = [each.name for each in columns(KINDS["tool"], documents)]
    assert names == ["id", "name", "status", "contract.start", "contract.notice", "wrong", "x-a", "x-b"]


@pytest.mark.parametrize(
    ("kind", "name", "form"),
    [
        ("tool", "contract.renewal", Form.TEXT),
        ("tool", "contract.notice", Form.TEXT),
        ("tool", "cost.amount", Form.OTHER),
        ("tool", "capabilities", Form.LIST),
        ("tool", "external.jira", Form.TEXT),
        ("tool", "x-cost", Form.OTHER),
        ("tool", "nonsense.of.mine", Form.OTHER),
        ("experiment", "hypothesis", Form.TEXT),
        ("experiment", "start", Form.TEXT),
        ("experiment", "traffic", Form.OTHER),
        ("experiment", "exposures.control", Form.OTHER),
        ("experiment", "audience", Form.OTHER),
    ],
)
def test_the_forms(kind: str, name: str, form: Form) -> None:
    assert column(KINDS[kind], name).form is form


@pytest.mark.parametrize("names", [("hypothesis", "hypothesis.text"), ("hypothesis.text", "hypothesis"), ("id", "id")])
def test_columns_that_cross_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(Crossing):
        document((column(KINDS["experiment"], name), "a") for name in names)
