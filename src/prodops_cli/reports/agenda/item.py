"""An item of the agenda: one test, one owner, one question."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

MOST: Final = 8
"""How many of a sort one meeting can talk about; the others stand in the weekly."""


@dataclass(frozen=True, slots=True)
class Item:
    """A test, what there is to know of it, and what its owner is asked; `on` is the day by which it sorts."""

    test: Experiment
    on: date
    fact: str
    question: str


class Asked(TypedDict):
    """One test, one owner, one question."""

    test: Link
    who: str
    fact: str
    """What there is to know."""
    question: str


class Topic(TypedDict):
    """All questions of a sort, the most pressing first."""

    name: str
    items: list[Asked]
    more: int


def topic(name: str, items: list[Item], edition: Edition) -> Topic:
    """A heading with its questions."""
    ordered = sorted(items, key=lambda item: (item.on, item.test.id))
    return {
        "name": name,
        "items": [asked(each, edition) for each in ordered[:MOST]],
        "more": max(len(ordered) - MOST, 0),
    }


def asked(item: Item, edition: Edition) -> Asked:
    """One question, to one person: of a team, its lead."""
    people = edition.people
    return {
        "test": edition.links.named(item.test),
        "who": people.person(item.test.owner) or people.who(item.test.owner),
        "fact": item.fact,
        "question": item.question,
    }
