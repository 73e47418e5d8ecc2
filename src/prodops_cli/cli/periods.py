"""Periods as people ask for them: a week, or from a day or a revision to another."""

from dataclasses import dataclass
from datetime import date, tzinfo

from prodops_cli.cli.options import DAY, day
from prodops_cli.failure import Failure, Misuse
from prodops_cli.reports.material.period import Period, WeekStart, span, week
from prodops_cli.trees.revision import Repository


@dataclass(frozen=True, slots=True)
class Asked:
    """Which period is asked for: a week, or since a day or revision, until another one or today."""

    week: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period; the commits at its ends, where they were named."""

    period: Period
    base: str | None = None
    commit: str | None = None


def stretch(asked: Asked, today: date, starts: WeekStart, zone: tzinfo, repository: Repository | None) -> Stretch:
    """The period that is meant. Raises Misuse for one that can't be, Failure for a revision that names no commit."""
    if asked.since is None:
        if asked.until is not None:
            raise Misuse("`--until` says where a period ends, and nothing where it begins", "add --since")
        return Stretch(week(asked.week or "last", today, starts))
    if asked.week is not None:
        raise Misuse("`--since` and `--week` exclude each other", "name one of them")
    first, base = end(asked.since, zone, repository)
    last, commit = (today, None) if asked.until is None else end(asked.until, zone, repository)
    return Stretch(span(first, last, today), base, commit)


def end(said: str, zone: tzinfo, repository: Repository | None) -> tuple[date, str | None]:
    """The day that is meant; the commit, where it is one's. Raises Misuse, Failure."""
    if DAY.fullmatch(said):
        return day(said), None
    if repository is None:
        raise Failure(f"`{said}` is no day, and there is no git history to find it in", "write it as 2026-09-07")
    commit = repository.resolve(said)
    return repository.date(commit).astimezone(zone).date(), commit
