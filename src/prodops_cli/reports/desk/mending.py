"""Mending: what is wrong in the documents of an owner, and what to do about each of it."""

from datetime import date
from typing import Final, TypedDict

from prodops_cli.findings import Finding, Severity
from prodops_cli.lint.narrow import answering
from prodops_cli.models.kinds import KINDS
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

MOST: Final = 12
"""How many of each severity are told; a page with more is read by nobody."""
NAMES: Final = {
    Severity.error: "Must be mended",
    Severity.warning: "Should be mended",
    Severity.notice: "Worth a look",
}


class Mistake(TypedDict):
    """What is wrong, and with which things."""

    things: list[Link]
    says: str


class Pile(TypedDict):
    """All that matters as much."""

    name: str
    rows: list[Mistake]
    more: int


def mending(mine: frozenset[str], edition: Edition) -> list[Pile]:
    """What the rules say of what is theirs, the worst first; of what is as bad, what comes up first."""
    found = [each for each in edition.verdict.findings if mine.intersection(answering(each))]
    found.sort(key=coming)
    piles = ((name, told([each for each in found if each.severity is level], edition)) for level, name in NAMES.items())
    return [
        {
            "name": name,
            "rows": pile[:MOST],
            "more": max(len(pile) - MOST, 0),
        }
        for name, pile in piles
        if pile
    ]


def coming(finding: Finding) -> date:
    """The next day on which something happens to what a finding is about."""
    stakes = finding.about.stakes if finding.about else None
    return (stakes.day if stakes else None) or date.max


def told(found: list[Finding], edition: Edition) -> list[Mistake]:
    """What is said of many things is said once."""
    said: dict[str, list[Link]] = {}
    for each in found:
        thing = subject(each, edition)
        things = said.setdefault(each.problem.message, [])
        if thing not in things:
            things.append(thing)
    return [{"things": things, "says": message} for message, things in said.items()]


def subject(finding: Finding, edition: Edition) -> Link:
    """What a finding is about; its file, where that is no entity."""
    about = finding.about
    entity = edition.catalog.get(KINDS[about.kind], about.id) if about else None
    return edition.links.named(entity) if entity else {"name": finding.path, "link": ""}
