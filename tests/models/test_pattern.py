"""Patterns of ids: what fits, and which piece does not."""

import pytest

from prodops_cli.models.pattern import parse_pattern

WORDS = {"area": ("checkout", "search", "check_out"), "measure": ("rate", "count", "p95", "rate_p95")}
METRIC = "{area}_{object}_{measure}"
TRIAL = "{quarter}-{area}-*"


@pytest.mark.parametrize(
    ("pattern", "id", "fits"),
    [
        (METRIC, "checkout_conversion_rate", True),
        (METRIC, "checkout_conversion_rates", False),
        (METRIC, "checkout_rate", False),
        (METRIC, "check_out_conversion_rate", True),
        (METRIC, "checkout_latency_rate_p95", True),
        (METRIC, "checkout_cart_conversion_rate", False),
        (METRIC, "checkout-conversion-rate", False),
        (TRIAL, "2026q3-checkout-one-page", True),
        (TRIAL, "2026q5-checkout-one-page", False),
        (TRIAL, "2026q3-checkout", False),
        ("{year}-{n}", "2026-12", True),
        ("{year}-{n}", "26-12", False),
        ("*", "anything_at-all", True),
        ("*-test", "one-page-test", True),
        ("*-test", "one-page-tests", False),
        ("exp-*", "exp-1", True),
        ("plain", "plain", True),
        ("", "plain", False),
        ("{area", "{area", True),
    ],
)
def test_fits(pattern: str, id: str, fits: bool) -> None:
    assert parse_pattern(pattern, WORDS).fits(id) is fits


@pytest.mark.parametrize(
    ("pattern", "id", "misfits"),
    [
        (METRIC, "chekout_conversion_rate", [("area", "chekout", "checkout")]),
        (METRIC, "checkout_conversion_rates", [("measure", "rates", "rate")]),
        (METRIC, "checkout_cart_conversion_rate", [("object", "cart_conversion", "")]),
        (METRIC, "chekout_conversion_cuont", [("area", "chekout", "checkout"), ("measure", "cuont", "count")]),
        (METRIC, "checkout_conversion_rate_mobile", [("measure", "rate_mobile", "")]),
        (METRIC, "serch_cart_size_count", [("area", "serch", "search"), ("object", "cart_size", "")]),
        (METRIC, "checkout_rate", []),
        (TRIAL, "2026-q3-checkout-x", [("quarter", "2026-q3", "")]),
        (TRIAL, "2026q3-chekout-one-page", [("area", "chekout", "checkout")]),
        (TRIAL, "one", []),
        (METRIC, "checkout_conversion_rate", []),
    ],
)
def test_misfits(pattern: str, id: str, misfits: list[tuple[str, str, str]]) -> None:
    found = parse_pattern(pattern, WORDS).misfits(id)
    assert [(misfit.token.name, misfit.text, misfit.near) for misfit in found] == misfits


def test_a_vocabulary_comes_before_what_is_built_in() -> None:
    pattern = parse_pattern("{quarter}-*", {"quarter": ("winter",)})
    assert pattern.fits("winter-sale")
    assert not pattern.fits("2026q3-sale")


def test_many_stars_are_quick() -> None:
    pattern = parse_pattern("*a*b*c*d*e*f*g*h*{area}", WORDS)
    assert not pattern.fits("abcdefgh" * 10)
    assert pattern.misfits("abcdefgh" * 10)
