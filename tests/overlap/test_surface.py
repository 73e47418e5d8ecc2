"""Surfaces and what they contain."""

import pytest

from prodops_cli.overlap.surface import above, contains, shared


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ("checkout", "checkout", True),
        ("checkout", "checkout.payment", True),
        ("checkout", "checkout.payment.cards", True),
        ("checkout", "checkoutx", False),
        ("checkout.payment", "checkout", False),
        ("checkout", "pricing", False),
    ],
)
def test_a_parent_contains_its_children(parent: str, child: str, expected: bool) -> None:
    assert contains(parent, child) is expected


def test_the_parents_are_above_nearest_first() -> None:
    assert above("a.b.c") == ("a.b", "a")
    assert above("a") == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (["checkout"], ["checkout"], ("checkout",)),
        (["checkout"], ["checkout.payment"], ("checkout.payment",)),
        (["checkout.payment", "home"], ["checkout", "home"], ("checkout.payment", "home")),
        (["checkout"], ["checkoutx"], ()),
        ([], ["checkout"], ()),
    ],
)
def test_what_two_share_is_the_narrower(a: list[str], b: list[str], expected: tuple[str, ...]) -> None:
    assert shared(a, b) == expected
    assert shared(b, a) == expected
