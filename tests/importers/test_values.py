"""Values of other people: numbers, days and ids in all the ways in which they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.importers.values.day import day, duration, moment
from prodops_cli.importers.values.fit import Fitting
from prodops_cli.importers.values.number import Sign, currency, number, sign_in
from prodops_cli.importers.values.slug import slug
from prodops_cli.importers.values.unfit import Unfit
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.pattern import is_slug
from prodops_cli.models.shape import annotation_at

NUMBERS = {
    "1234": 1234,
    "1.5": 1.5,
    "1.234": 1.234,
    "1e3": 1000,
    "1.234,56 €": 1234.56,
    "$1,234.56": 1234.56,
    "EUR 12,5": 12.5,
    "1 234,50": 1234.5,
    "1'234.50 CHF": 1234.5,
    "1.234.567": 1234567,
    "12,34,567.8": 1234567.8,
    "(12.50)": -12.5,
    "3-": -3,
    "−3": -3,
}
CURRENCIES = {"1.234,56 €": "EUR", "$5": "USD", "5 CHF": "CHF", "EUR": "EUR", "5": None, "zł 5": "PLN"}
NO_NUMBERS = ("", "€", "many", "=A1*2", "1,234", "1.200 €", "1.2.3,4,5", "1" * 60, "--5")
SLUGS = {
    "Growth Team": "growth-team",
    "Größe & Maß": "grosse-mass",
    "Ærø": "aero",
    "../../etc/passwd": "etc-passwd",
    "a__b": "a_b",
    "A - _ b": "a-b",
    "日本": "",
    "C:\\Windows": "c-windows",
    "x" * 100: "x" * 80,
}
FITS = (
    ("tool", "contract.auto_renew", "Yes", True),
    ("tool", "contract.renewal", "2027-01-02T00:00:00.000Z", "2027-01-02"),
    ("tool", "contract.notice", "60 days", "60d"),
    ("tool", "contract.notice", "1 quarter", "3mo"),
    ("tool", "seats.purchased", "1.200,00", 1200),
    ("tool", "status", "Adopted", "adopted"),
    ("tool", "status", "Loved", "Loved"),
    ("tool", "tags", "Big Data; x", ["big-data", "x"]),
    ("tool", "name", 12, "12"),
    ("tool", "cost.amount", "n/a", None),
    ("tool", "admins", "a;b", ["<owner a>", "<owner b>"]),
    ("metric", "replaced_by", "m", "<same m>"),
    ("experiment", "traffic", "12,5 %", "12.5%"),
    ("experiment", "start", "2026-09-01 10:00:00", "2026-09-01T10:00:00Z"),
    ("experiment", "start", 1788220800000, "2026-09-01T00:00:00Z"),
    ("experiment", "hypothesis", "We think.", "We think."),
    ("experiment", "metrics.primary", ["m"], ["<metric m>"]),
    ("experiment", "layer.buckets", [[0, 5000.0]], [[0, 5000]]),
    ("tool", "x-own", {"a": 1}, {"a": 1}),
)
UNFIT = (
    ("tool", "contract.auto_renew", "perhaps"),
    ("tool", "contract.renewal", "30.10.2027"),
    ("tool", "contract.renewal", True),
    ("tool", "contract.notice", "soon"),
    ("tool", "name", ["a"]),
    ("tool", "vendor", "Figma"),
)


@pytest.mark.parametrize(("text", "meant"), NUMBERS.items())
def test_a_number_is_read(text: str, meant: float) -> None:
    assert number(text) == meant


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_or_two_is_refused(text: str) -> None:
    with pytest.raises(Unfit):
        number(text)


@pytest.mark.parametrize(("text", "code"), CURRENCIES.items())
def test_a_currency_is_found(text: str, code: str | None) -> None:
    assert currency(text) == code


def test_a_column_shows_its_sign() -> None:
    assert sign_in(["1.200 €", "1.234,56 €"]) == ","
    assert number("1.200 €", ",") == 1200
    assert sign_in(["1,5", "1.5"]) is None


@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from([",", "."]),
    st.sampled_from(["{}", "{} €", "$ {}", "USD {}"]),
)
def test_numbers_of_two_decimals_are_read_in_both_ways(value: object, sign: Sign, frame: str) -> None:
    english = f"{value:,.2f}"
    written = english if sign == "." else english.translate(str.maketrans(",.", ".,"))
    assert number(frame.format(written)) == float(str(value))


@pytest.mark.parametrize(("text", "id"), SLUGS.items())
def test_an_id_is_made(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text())
def test_every_id_is_one_or_none(text: str) -> None:
    made = slug(text)
    assert not made or is_slug(made)
    assert slug(made) == made


@pytest.mark.parametrize(("kind", "field", "value", "meant"), FITS)
def test_a_value_is_as_its_field_wants_it(kind: str, field: str, value: object, meant: object) -> None:
    fitting = Fitting(lambda kind, said: f"<{kind} {said}>")
    assert fitting.fit(value, annotation_at(KINDS[kind], tuple(field.split(".")))) == meant  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "field", "value"), UNFIT)
def test_what_a_field_cannot_have_is_refused(kind: str, field: str, value: object) -> None:
    fitting = Fitting(lambda _, said: said)
    with pytest.raises(Unfit):
        fitting.fit(value, annotation_at(KINDS[kind], tuple(field.split("."))))  # type: ignore[arg-type]


def test_days_are_read_as_somebody_says_they_are_written() -> None:
    assert day("30.10.2027", "%d.%m.%Y") == "2027-10-30"
    assert moment("2026-09-01T10:00:00+0200") == "2026-09-01T10:00:00+02:00"
    assert duration("P90D") == "P90D"
    with pytest.raises(Unfit):
        day("2027-10-30", "%d.%m.%Y")
