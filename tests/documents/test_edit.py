"""Edits change what they say, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.edit import ClashingEdits, Edit, edited
from prodops_cli.documents.source import Span

EDITS: tuple[tuple[list[tuple[int, int, str]], str], ...] = (
    ([], "abcdef"),
    ([(1, 3, "X")], "aXdef"),
    ([(3, 3, "X")], "abcXdef"),
    ([(0, 0, "X"), (6, 6, "Y")], "XabcdefY"),
    ([(4, 6, ""), (0, 2, "")], "cd"),
    ([(1, 3, "X"), (3, 5, "Y")], "aXYf"),
    ([(1, 3, "X"), (1, 3, "X")], "aXdef"),
    ([(2, 2, "Y"), (2, 2, "X")], "abXYcdef"),
    ([(2, 2, "X"), (2, 4, "Y"), (4, 4, "Z")], "abXYZef"),
)
CLASHES: tuple[list[tuple[int, int, str]], ...] = (
    [(1, 3, "X"), (2, 4, "Y")],
    [(1, 3, "X"), (1, 3, "Y")],
    [(0, 6, "X"), (2, 3, "Y")],
    [(0, 6, "X"), (3, 3, "Y")],
    [(5, 7, "X")],
    [(3, 2, "X")],
    [(-1, 2, "X")],
)


def made(edits: list[tuple[int, int, str]]) -> list[Edit]:
    return [Edit(Span(start, stop), text) for start, stop, text in edits]


@pytest.mark.parametrize(("edits", "after"), EDITS)
def test_edits(edits: list[tuple[int, int, str]], after: str) -> None:
    assert edited("abcdef", made(edits)) == after
    assert edited("abcdef", made(edits[::-1])) == after


@pytest.mark.parametrize("edits", CLASHES)
def test_clashes(edits: list[tuple[int, int, str]]) -> None:
    for order in (edits, edits[::-1]):
        with pytest.raises(ClashingEdits):
            edited("abcdef", made(order))


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.text(max_size=3)), max_size=10), st.randoms())
def test_what_is_outside_of_edits_stays(text: str, cuts: list[tuple[int, str]], random: object) -> None:
    offsets = sorted({min(offset, len(text)) for offset, _ in cuts})
    news = dict(zip(offsets[::2], (new for _, new in cuts), strict=False))
    edits = [Edit(Span(start, stop), news[start]) for start, stop in zip(offsets[::2], offsets[1::2], strict=False)]
    after = edited(text, reversed(edits))
    end = 0
    for span, new in edits:
        kept = text[end : span.start]
        assert after.startswith(kept + new)
        after = after.removeprefix(kept + new)
        end = span.stop
    assert after == text[end:]
