"""Catalog health by team, never by person: what a person owns counts for their teams."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, TypedDict

from prodops_cli.findings import About, Finding
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.overlap.instant import FOREVER
from prodops_cli.reports.material.edition import Edition

NO_TEAM: Final = "No team"
COLUMNS: Final = ("error", "warning", "notice")


class TeamRow(TypedDict):
    """The figures of one team."""

    team: str
    owned: int
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
    twice: bool
    """Whether anything counts for two teams."""
    files: int


def context(edition: Edition) -> Health:
    """A row for each team that owns something, and the sums, in which everything counts once."""
    owned = edition.catalog.all(Owned)
    late = [entity for entity in owned if is_review_overdue(entity, edition)]
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in owned:
        count(counts, teams_of(entity.owner, edition), "owned")
    for entity in late:
        count(counts, teams_of(entity.owner, edition), "late")
    for finding in edition.verdict.findings:
        count(counts, teams_of_finding(finding, edition), finding.severity.name)
    sums = Counter(finding.severity.name for finding in edition.verdict.findings)
    sums += Counter(owned=len(owned), late=len(late))
    named = sorted(counts, key=lambda team: (team == NO_TEAM, team))
    return {
        "teams": [row(team, counts[team]) for team in named],
        "all": row("All", sums),
        "twice": any(sum(each[key] for each in counts.values()) > sums[key] for key in ("owned", *COLUMNS)),
        "files": len(edition.catalog.files),
    }


def count(counts: defaultdict[str, Counter[str]], teams: Iterator[str], key: str) -> None:
    """Adds one to a column of some teams."""
    for team in teams:
        counts[team][key] += 1


def row(team: str, counts: Counter[str]) -> TeamRow:
    """The figures of one team."""
    return {
        "team": team,
        "owned": counts["owned"],
        "late": counts["late"],
        "error": counts["error"],
        "warning": counts["warning"],
        "notice": counts["notice"],
    }


def teams_of(owner: str | None, edition: Edition) -> Iterator[str]:
    """The teams that something counts for."""
    teams = edition.people.teams(owner)
    yield from (team.title for team in teams) if teams else (NO_TEAM,)


def teams_of_finding(finding: Finding, edition: Edition) -> Iterator[str]:
    """The teams of what a finding is about; an owner's document is the owner's."""
    return teams_of(owner_of(finding.about), edition)


def owner_of(about: About | None) -> str | None:
    """Who is to mend it."""
    if about is None:
        return None
    return about.id if about.kind == "owner" else about.owner


def is_review_overdue(entity: Entity, edition: Edition) -> bool:
    """Whether its owner has not said for too long that it is still true."""
    last = entity.reviewed or entity.created
    settings = edition.catalog.settings
    every = entity.review_every or {str(kind): every for kind, every in settings.review_every.items()}.get(entity.kind)
    if last is None or every is None or not getattr(entity, "is_live", True):
        return False
    until = every.after(last, edition.zone)
    return until < FOREVER and until.astimezone(edition.zone).date() < edition.today
