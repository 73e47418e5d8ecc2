"""Fixes rewrite texts, and two that want the same place clash."""

import pytest

from prodops_cli.documents.edit import ClashingEdits
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Create, Fix, Move, Operation, Replace
from prodops_cli.fixes.rewrite import rewritten


def fixed(*operations: Operation) -> dict[str, str]:
    """The files `a` and `b` after one fix."""
    return rewritten({"a": "12345", "b": "x"}, [Fix("", operations)])


A, B = Source("a", "12345", ""), Source("b", "x", "")


@pytest.mark.parametrize(
    ("operations", "after"),
    [
        ((), {"a": "12345", "b": "x"}),
        ((Replace(A, Span(1, 2), "-"), Replace(A, Span(4, 5), "")), {"a": "1-34", "b": "x"}),
        ((Replace(A, Span(0, 5), ""), Move("a", "c")), {"c": "", "b": "x"}),
        ((Move("a", "b"), Move("b", "a")), {"b": "12345", "a": "x"}),
        ((Create("c", "new"), Replace(B, Span(1, 1), "y")), {"a": "12345", "b": "xy", "c": "new"}),
    ],
)
def test_fixes(operations: tuple[Operation, ...], after: dict[str, str]) -> None:
    assert fixed(*operations) == after


@pytest.mark.parametrize(
    "operations",
    [
        (Replace(A, Span(0, 2), ""), Replace(A, Span(1, 3), "")),
        (Move("a", "b"),),
        (Move("a", "c"), Move("b", "c")),
        (Create("a", ""),),
        (Move("a", "c"), Create("c", "")),
    ],
)
def test_nothing_is_lost(operations: tuple[Operation, ...]) -> None:
    with pytest.raises(ClashingEdits):
        fixed(*operations)
