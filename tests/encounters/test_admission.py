"""What is said of a user who is only half known holds for each user that it could be."""

from itertools import product

import pytest

from prodops_cli.encounters.asked.admission import admission
from prodops_cli.encounters.asked.spoken import client
from prodops_cli.encounters.audience import audience_of
from prodops_cli.overlap.audiences.clients import admits
from prodops_cli.overlap.audiences.truth import Truth
from tests.encounters.written import Encounters, encounters

SETTINGS = """
attributes:
  country: {values: [DE, FR, FR-75], parents: {FR-75: FR}}
  platform: {values: [web, ios]}
  app: {type: version}
"""
COUNTRIES, PLATFORMS, APPS = ("DE", "FR-75", "FR"), ("web", "ios"), ("", "5.1", "6.4")
AUDIENCES = (
    "{}",
    "{country: [DE]}",
    "{country: [FR]}",
    "{country: [FR-75]}",
    "{country: {not_in: [FR-75]}}",
    "{country: {not_in: [FR]}, platform: [ios]}",
    "{app: {min: '6.0'}}",
    "{app: {exists: false}, country: [DE, FR]}",
    "{any_of: [{country: [DE]}, {platform: [web], app: {max: 5.*}}]}",
    "{platform: {opaque: x}}",
)
SAID = [
    [f"{name}={value}" for name, value in zip(("country", "platform", "app"), values, strict=True) if value is not None]
    for values in product((None, *COUNTRIES), (None, *PLATFORMS), (None, *APPS))
]


def made(audience: str) -> Encounters:
    return encounters(SETTINGS, a=f"status: running | start: 2026-03-01 | audience: {audience}")


def could_be(said: list[str], whole: list[str]) -> bool:
    """Whether a user is one of those of whom this is said: who is in FR-75 is in FR."""
    known = dict(each.split("=") for each in whole)
    return all(
        known[name] == value or (value == "FR" and known[name] == "FR-75")
        for name, value in (each.split("=") for each in said)
    )


WHOLE = [said for said in SAID if len(said) == 3]


@pytest.mark.parametrize("text", AUDIENCES)
def test_holds_for_each_user_that_it_could_be(text: str) -> None:
    found = made(text).trials
    audience = audience_of(found.experiments["a"], found.attributes)
    truths = {tuple(whole): admits(audience, client(whole, found.attributes), found.attributes) for whole in WHOLE}
    for said in SAID:
        answer = admission(audience, client(said, found.attributes), found.attributes)
        possible = {truths[tuple(whole)] for whole in WHOLE if could_be(said, whole)}
        assert answer.truth is Truth.UNKNOWN or possible == {answer.truth}, (said, answer, possible)
        assert bool(answer.only_if) == (answer.truth is Truth.UNKNOWN)


def test_what_it_depends_on() -> None:
    found = made("{any_of: [{country: [DE], app: {min: 6.*}}, {platform: [web]}, {country: [FR]}]}").trials
    audience = audience_of(found.experiments["a"], found.attributes)
    answer = admission(audience, client(["country=DE"], found.attributes), found.attributes)
    assert answer.only_if == "app 6 or more or platform web"
