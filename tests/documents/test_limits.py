"""Each limit holds what it says, and not one more."""

import threading
from collections.abc import Callable

import pytest

from prodops_cli.documents import limits
from prodops_cli.documents.refusal import AliasBomb, NotYaml, Refusal, TooDeep, TooLarge
from prodops_cli.documents.scalar import LONGEST_NUMBER
from tests.documents.reading import refusals_of

LAUGHS = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def flat(count: int) -> str:
    return "[" + ",".join(["1"] * count) + "]"


def pairs(count: int) -> str:
    return "".join(f"k{number}: 1\n" for number in range(count))


def flow(levels: int) -> str:
    return "[" * levels + "]" * levels


def braces(levels: int) -> str:
    return "{a: " * levels + "}" * levels


def block(levels: int) -> str:
    return "".join(" " * level + "a:\n" for level in range(levels))


def dashes(levels: int) -> str:
    return "- " * levels + "a"


def aliases(count: int) -> str:
    return "a: &a 1\nb: [" + ",".join(["*a"] * count) + "]"


def expanded(count: int) -> str:
    """A list that is repeated until there are so many nodes: its items, and itself with its items for each alias."""
    items, times = {200_000: (408, 488), 200_001: (9_090, 21)}[count]
    return f"a: &a {flat(items)}\nb: [{','.join(['*a'] * times)}]"


def text(length: int) -> str:
    return "a: '" + "x" * length + "'"


def key(length: int) -> str:
    return "? '" + "x" * length + "'\n: 1"


def number(length: int) -> str:
    return "a: " + "9" * length


def comment(size: int) -> str:
    return "#" * (size - 1) + "\n"


AT_THE_LIMIT: tuple[tuple[Callable[[int], str], int, type[Refusal]], ...] = (
    (comment, 1024 * 1024, TooLarge),
    (flow, 64, TooDeep),
    (braces, 64, TooDeep),
    (block, 64, TooDeep),
    (dashes, 64, TooDeep),
    (flat, 100_000, TooLarge),
    (pairs, 50_000, TooLarge),
    (aliases, 1_000, AliasBomb),
    (expanded, 200_000, AliasBomb),
    (text, 256 * 1024, TooLarge),
    (key, 256 * 1024, TooLarge),
    (number, 40, TooLarge),
)


@pytest.mark.parametrize(("made", "limit", "sort"), AT_THE_LIMIT, ids=lambda value: getattr(value, "__name__", ""))
def test_limits(made: Callable[[int], str], limit: int, sort: type[Refusal]) -> None:
    assert refusals_of(made(limit)) == ()
    (refusal,) = refusals_of(made(limit + 1))
    assert type(refusal) is sort
    assert 0 <= refusal.span.start <= refusal.span.stop <= len(refusal.source.text)


def test_every_limit_is_tried() -> None:
    tried = {limit for _, limit, _ in AT_THE_LIMIT}
    assert {value for name, value in vars(limits).items() if name.isupper()} | {LONGEST_NUMBER} <= tried


@pytest.mark.parametrize(
    "bomb",
    [
        LAUGHS,
        "a: &a [*a]",
        "a: &a {b: *a}",
        "&a [*a]",
        "? &a {b: c}\n: *a",
        "- &a [1, [*a]]",
        "a: [" + ",".join(["&a [1]"] * 9) + ", &a [*a]]",
    ],
)
def test_bombs(bomb: str) -> None:
    (refusal,) = refusals_of(bomb)
    assert isinstance(refusal, AliasBomb | NotYaml)


def test_an_anchor_counts_for_its_own_document() -> None:
    (refusal,) = refusals_of("a: &a 1\n---\nb: *a\n")
    assert isinstance(refusal, NotYaml)
    assert refusal.problem == "no `&a` stands before `*a`"


@pytest.mark.parametrize(
    "deep",
    ["[" * 500_000, "{" * 500_000, "- " * 250_000, "? " * 250_000, "a: " * 9, "[{" * 200_000, "&a " * 9, "!" * 99],
)
def test_a_small_stack_is_enough(deep: str) -> None:
    found: list[tuple[Refusal, ...]] = []
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=lambda: found.append(refusals_of(deep)))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(found[0]) == 1
