"""What people type of users is read by the declared types, and refused where no user can be so."""

from datetime import date
from fractions import Fraction

import pytest

from prodops_cli.encounters.asked.spoken import audience, client
from prodops_cli.failure import Misuse
from prodops_cli.overlap.audiences.condition import OneOf
from prodops_cli.overlap.audiences.value import ClientValue
from prodops_cli.overlap.audiences.version import Version
from tests.encounters.written import encounters

KNOWN = encounters(
    """
attributes:
  country: {values: [DE, FR, FR-75], parents: {FR-75: FR}}
  app: {type: version}
  size: {type: number}
  since: {type: date}
  paid: {type: bool}
  segment: {many: true}
"""
).trials.attributes


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("country=DE", "DE"),
        ("country=FR-75", "FR-75"),
        ("country=", None),
        ("app=6.10", Version((6, 10))),
        ("size=1.5", Fraction(3, 2)),
        ("since=2026-01-31", date(2026, 1, 31)),
        ("paid=true", True),
        ("paid=no", False),
        ("segment=new", ("new",)),
        ("segment=new, lapsed", ("new", "lapsed")),
        ("segment=", ()),
    ],
)
def test_a_user(said: str, value: ClientValue) -> None:
    assert client([said], KNOWN) == {said.partition("=")[0]: value}


@pytest.mark.parametrize(
    ("said", "value"), [("a=1.50", Fraction(3, 2)), ("a=true", True), ("a=1a", "1a"), ("a=b=c", "b=c")]
)
def test_where_nothing_is_declared_the_value_tells(said: str, value: ClientValue) -> None:
    assert client([said], {}) == {"a": value}


@pytest.mark.parametrize(
    ("said", "sentence", "hint"),
    [
        ("cuontry=DE", "there is no attribute `cuontry`", "did you mean `country`?"),
        ("xyz=DE", "there is no attribute `xyz`", "there are app, country, paid, segment, since, size"),
        ("country=FR-74", "no user has the country `FR-74`", "did you mean `FR-75`?"),
        ("country=DE,FR", "a user has one country", "ask for DE or FR, one by one"),
        ("country", "`country` says nothing of a user", "write attribute=value, such as country=DE"),
        ("=DE", "`=DE` says nothing of a user", "write attribute=value, such as country=DE"),
        ("app=6.x", "`6.x` is no app", "write a version such as 6.4"),
        ("app=6.*", "a user has one app", "write it without a star, such as 6.4"),
        ("size=big", "`big` is no size", "write a number such as 12"),
        ("since=2026-02-30", "`2026-02-30` is no since", "write a day such as 2026-09-07"),
        ("paid=maybe", "`maybe` is no paid", "write true or false"),
    ],
)
def test_what_no_user_can_be_is_refused(said: str, sentence: str, hint: str) -> None:
    with pytest.raises(Misuse) as refused:
        client([said], KNOWN)
    assert (refused.value.sentence, refused.value.hint) == (sentence, hint)


def test_nothing_is_said_twice() -> None:
    with pytest.raises(Misuse):
        client(["country=DE", "country=FR"], KNOWN)


def test_an_audience() -> None:
    (constraint,) = audience(["country=DE,FR"], KNOWN).constraints
    assert constraint.conditions == (OneOf(frozenset(("DE", "FR"))),)
    with pytest.raises(Misuse):
        audience(["country="], KNOWN)
