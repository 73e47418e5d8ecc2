"""Versions and series of them."""

import pytest

from prodops_cli.overlap.audiences.condition import at_least, at_most, beyond
from prodops_cli.overlap.audiences.version import Series, Version, parse


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("5", Version((5,))),
        ("5.2", Version((5, 2))),
        ("5.2.0", Version((5, 2))),
        ("0", Version(())),
        ("5.2.*", Series((5, 2))),
        ("5.0.*", Series((5, 0))),
    ],
)
def test_a_version_is_read(text: str, parsed: Version | Series) -> None:
    assert parse(text) == parsed


@pytest.mark.parametrize("text", ["", "*", ".*", "5.", ".5", "5.*.2", "v5", "5.2-beta", "-5", "٥", "5.2 ", "5" * 19])
def test_what_is_no_version_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="is not a version"):
        parse(text)


@pytest.mark.parametrize(("low", "high"), [("1", "1.0.1"), ("1.4", "1.4.5"), ("1.9", "1.10"), ("0", "0.0.1")])
def test_versions_are_compared_number_by_number(low: str, high: str) -> None:
    one, other = parse(low), parse(high)
    assert isinstance(one, Version)
    assert isinstance(other, Version)
    assert one < other
    assert (str(one), str(other)) == (low, high)


@pytest.mark.parametrize(
    ("series", "version", "inside"),
    [
        ((5,), (5,), True),
        ((5,), (5, 99), True),
        ((5,), (6,), False),
        ((5, 0), (5, 0, 9), True),
        ((5, 0), (5, 1), False),
        ((5, 2), (5, 1, 9), False),
    ],
)
def test_a_series_holds_what_begins_with_its_numbers(
    series: tuple[int, ...], version: tuple[int, ...], inside: bool
) -> None:
    assert (Version(version) in Series(series)) is inside


def test_a_star_is_the_first_version_below_and_all_of_them_above() -> None:
    series = Series((100, 2))
    assert (at_least(series).at, at_least(series).closed) == (Version((100, 2)), True)
    assert (at_most(series).at, at_most(series).closed) == (Version((100, 3)), False)
    with pytest.raises(ValueError, match=r"100\.2\.\* has a star"):
        beyond(series)
