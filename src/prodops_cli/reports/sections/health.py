"""Catalog health by team, never by person: what a person owns counts for their teams."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypedDict

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.people import People
from prodops_cli.catalog.reviews import is_overdue
from prodops_cli.findings import About, Finding
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.words.gauge import sparkline

NO_TEAM: Final = "No team"
ALL: Final = "All"
LEAST_SPAN: Final = 0.2
"""A line that goes up and down by less looks like less."""
Counts = Mapping[str, Counter[str]]


class TeamRow(TypedDict):
    """The figures of one team, of what is in use."""

    team: str
    owned: int
    good: str
    """How much of it is in order."""
    line: str
    """How that went."""
    late: int
    """How many reviews are overdue."""
    error: int
    warning: int
    notice: int


class Health(TypedDict):
    """How the catalog is, by team."""

    teams: list[TeamRow]
    all: TeamRow
    """In which everything counts once."""
    weeks: int
    """How many weeks before this one the lines show."""
    twice: bool
    """Whether anything counts for two teams."""
    files: int


def context(edition: Edition) -> Health:
    """A row for each team that answers for something, and the sums, in which everything counts once."""
    now = standing(edition.catalog, edition.today)
    past = [standing(each.catalog, each.day) if each.catalog else None for each in edition.history]
    found = findings(edition.verdict.findings, edition.people)
    named = sorted({*now, *found} - {ALL}, key=lambda team: (team == NO_TEAM, team))
    shares = {team: [*(share(each, team) for each in past), share(now, team)] for team in (*named, ALL)}
    known = [each for line in shares.values() for each in line if each is not None]
    low = min([*known, 1 - LEAST_SPAN])
    keys = ("owned", "error", "warning", "notice")
    counted = {team: now.get(team, Counter()) + found.get(team, Counter()) for team in (*named, ALL)}
    return {
        "teams": [row(team, counted[team], shares[team], low) for team in named],
        "all": row(ALL, counted[ALL], shares[ALL], low),
        "weeks": len(past),
        "twice": any(sum(counted[team][key] for team in named) > counted[ALL][key] for key in keys),
        "files": len(edition.catalog.files),
    }


def standing(catalog: Catalog, today: date) -> Counts:
    """By team, and of all: how much that is in use they answer for, what of it is in order, what waits for a review."""
    people = People(catalog)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in catalog.all(Owned):
        if each.is_live_on(today):
            is_late = is_overdue(each, catalog.settings, today)
            is_good = not is_late and is_looked_after(each, catalog, today)
            for team in (ALL, *teams_of(each.owner, people)):
                counts[team]["owned"] += 1
                counts[team]["late"] += is_late
                counts[team]["good"] += is_good
    return counts


def is_looked_after(entity: Owned, catalog: Catalog, today: date) -> bool:
    """Whether its owner is there, and reading has found no mistake in it."""
    owner = catalog.get(Owner, entity.owner)
    return owner is not None and not owner.farewell(today) and not entity.doubtful


def share(counts: Counts | None, team: str) -> float | None:
    """How much of what a team answers for is in order; None where it answers for nothing."""
    found = counts.get(team) if counts else None
    return found["good"] / found["owned"] if found and found["owned"] else None


def findings(found: Iterable[Finding], people: People) -> Counts:
    """How many findings there are of each severity, by team, and of all."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for finding in found:
        for team in (ALL, *teams_of(owner_of(finding.about), people)):
            counts[team][finding.severity.name] += 1
    return counts


def row(team: str, counts: Counter[str], shares: list[float | None], low: float) -> TeamRow:
    """The figures of one team."""
    now = shares[-1]
    return {
        "team": team,
        "good": f"{now:.0%}" if now is not None else "–",
        "line": sparkline(shares, low, 1.0),
        "owned": counts["owned"],
        "late": counts["late"],
        "error": counts["error"],
        "warning": counts["warning"],
        "notice": counts["notice"],
    }


def teams_of(owner: str | None, people: People) -> Iterator[str]:
    """The teams that something counts for."""
    teams = people.teams(owner)
    yield from (team.title for team in teams) if teams else (NO_TEAM,)


def owner_of(about: About | None) -> str | None:
    """Who is to mend it; an owner's document is the owner's."""
    if about is None:
        return None
    return about.id if about.kind == "owner" else about.owner
