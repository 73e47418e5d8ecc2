"""The weekly digest: what product leaders read on Monday morning."""

from typing import TypedDict

from prodops_cli.phrases import count, day, weekday
from prodops_cli.reports.front.ahead import Happening, ahead
from prodops_cli.reports.front.decide import Decide, decide, decisions
from prodops_cli.reports.front.learned import Learned, decided, launched, learned
from prodops_cli.reports.front.watch import Watch, watch
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.goals import goals_at_risk
from prodops_cli.reports.matters.matter import Matter
from prodops_cli.reports.sections import (
    changes,
    experiments,
    expiring,
    feedback,
    goals,
    health,
    launches,
    metrics,
    renewals,
    results,
    spend,
)
from prodops_cli.reports.sections import (
    decisions as needs,
)
from prodops_cli.reports.words.unread import unread


class Title(TypedDict):
    """What the report is of."""

    week: int | None
    """None for a period that is no week."""
    days: str
    organisation: str
    """Its name; it may be empty."""
    today: str
    """The day from which it is seen."""


class Made(TypedDict):
    """From what it was made, so that it can be made again."""

    commit: str
    """Empty for the work tree."""
    base: str
    documents: str


class Weekly(TypedDict):
    """The weekly digest: the first screen, then the sections. A section is none where the catalog has no such thing."""

    title: Title
    counts: list[str]
    """`3 decisions`, `2 results`."""
    decide: Decide
    learned: Learned
    watch: Watch
    ahead: list[Happening]
    unread: str
    """Which files could not be read; empty where all could."""
    decisions: needs.Decisions
    experiments: experiments.Experiments | None
    results: results.Results | None
    metrics: metrics.Metrics | None
    launches: launches.Launches | None
    goals: goals.Goals | None
    feedback: feedback.Heard | None
    renewals: renewals.Renewals | None
    spend: spend.Spend | None
    expiring: expiring.Expiring
    changes: changes.Changes
    health: health.Health
    made: Made


def context(edition: Edition) -> Weekly:
    """What it says: the first screen, then the sections; one that is None is left out."""
    matters = decisions(edition)
    return {
        "title": title(edition),
        "counts": counts(edition, matters),
        "decide": decide(matters),
        "learned": learned(edition),
        "watch": watch(edition),
        "ahead": ahead(edition),
        "unread": unread(edition),
        "decisions": needs.context(edition),
        "experiments": experiments.context(edition),
        "results": results.context(edition),
        "metrics": metrics.context(edition),
        "launches": launches.context(edition),
        "goals": goals.context(edition),
        "feedback": feedback.context(edition),
        "renewals": renewals.context(edition),
        "spend": spend.context(edition),
        "expiring": expiring.context(edition),
        "changes": changes.context(edition),
        "health": health.context(edition),
        "made": made(edition),
    }


def title(edition: Edition) -> Title:
    """The week, its days, whose it is, and the day from which it is seen."""
    period = edition.period
    year = f" {period.last.year}"
    return {
        "week": period.number,
        "days": f"{day(period.first, period.last)} – {day(period.last, period.last)}{year}",
        "organisation": edition.catalog.settings.catalog.name or "",
        "today": f"{weekday(edition.today, edition.today)} {edition.today.year}",
    }


def counts(edition: Edition, matters: tuple[Matter, ...]) -> list[str]:
    """`3 decisions`, `2 results`, `1 goal at risk`; nothing of what there is none of."""
    said = (
        (len(matters), "decision", ""),
        (len(decided(edition)), "result", ""),
        (len(launched(edition)), "launch", "launches"),
        (len(goals_at_risk(edition)), "goal at risk", "goals at risk"),
    )
    return [count(number, noun, plural) for number, noun, plural in said if number]


def made(edition: Edition) -> Made:
    """From what it was made, so that it can be made again."""
    origin = edition.origin
    return {
        "commit": origin.commit[:10] if origin.commit else "",
        "base": origin.base[:10] if origin.base else "",
        "documents": count(len(edition.catalog.entities), "document"),
    }
