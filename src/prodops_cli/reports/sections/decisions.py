"""Needs a decision: all that waits for somebody, in full."""

from collections.abc import Iterator
from typing import Final, TypedDict

from prodops_cli.encounters.words import witnessed
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day, listing, percent
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.breaks import breaks, called, happened, owner_of
from prodops_cli.reports.matters.breaks import option as option_for
from prodops_cli.reports.matters.clashes import clashes, in_common, layer
from prodops_cli.reports.matters.clashes import option as clash_option
from prodops_cli.reports.matters.goals import furthest_behind, goals_at_risk, time_left
from prodops_cli.reports.matters.legacies import legacies, parting
from prodops_cli.reports.matters.overdue import overdue
from prodops_cli.reports.matters.overlaps import Overlap, consequence, option, overlaps, spoken
from prodops_cli.reports.matters.renewals import undecided_renewals, unused
from prodops_cli.reports.matters.undecided import undecided
from prodops_cli.reports.words.figures import figure
from prodops_cli.reports.words.results import summary
from prodops_cli.reports.words.uses import resting

KIND_WORDS: Final = {"experiment": "test"}


class OverlapRow(TypedDict):
    """Two experiments that will change one place for the same users."""

    later: Link
    earlier: Link
    who: str
    place: str
    when: str
    example: str
    """A user and a day that both would take."""
    shared: str
    """How many see both; it may be empty."""
    draft: bool
    option: str


class ClashRow(TypedDict):
    """Two experiments that were given the same buckets of a layer."""

    layer: str
    later: Link
    earlier: Link
    who: str
    text: str
    option: str


class BreakRow(TypedDict):
    """Something that was done to metrics on which something rests."""

    metrics: list[Link]
    who: str
    what: str
    uses: str
    option: str


class UndecidedRow(TypedDict):
    """An experiment that has ended, and nobody has said what happens now."""

    experiment: Link
    who: str
    ended: str
    waits: str
    result: str


class OverdueRow(TypedDict):
    """What should have started, ended or gone out."""

    what: Link
    kind: str
    who: str
    due: str
    late: str
    option: str


class LegacyRow(TypedDict):
    """What still belongs to somebody who is gone."""

    giver: Link
    why: str
    to: str
    things: list[Link]


class RenewalRow(TypedDict):
    """A contract that goes on unless somebody says something."""

    tool: Link
    who: str
    by: str
    """The last day for notice."""
    late: bool
    renews: str
    price: str
    unused: str


class GoalRow(TypedDict):
    """A goal that will hardly be reached."""

    goal: Link
    who: str
    left: str
    confidence: str
    behind: str
    """The key result of which the least is done: `36% of 40%`."""
    note: str
    """Of its last check-in."""


class Decisions(TypedDict):
    """All that waits for somebody."""

    overlaps: list[OverlapRow]
    clashes: list[ClashRow]
    breaks: list[BreakRow]
    undecided: list[UndecidedRow]
    overdue: list[OverdueRow]
    legacies: list[LegacyRow]
    renewals: list[RenewalRow]
    goals: list[GoalRow]


def context(edition: Edition) -> Decisions:
    """A table for each sort of matter."""
    return {
        "overlaps": [*overlap_rows(edition)],
        "clashes": [*clash_rows(edition)],
        "breaks": [*break_rows(edition)],
        "undecided": [*undecided_rows(edition)],
        "overdue": [*overdue_rows(edition)],
        "legacies": [*legacy_rows(edition)],
        "renewals": [*renewal_rows(edition)],
        "goals": [*goal_rows(edition)],
    }


def overlap_rows(edition: Edition) -> Iterator[OverlapRow]:
    """One row for each pair."""
    for overlap in overlaps(edition):
        for met in overlap.encounters:
            yield {
                "later": edition.links.named(met.later),
                "earlier": edition.links.named(met.earlier),
                "who": listing([*dict.fromkeys(edition.people.who(each.owner) for each in (met.later, met.earlier))]),
                "place": spoken(sorted(met.same or met.nested)),
                "when": met.when,
                "example": witnessed(met.verdict.witness, met.zone, met.today),
                "shared": consequence((met,)),
                "draft": not (met.later.is_scheduled and met.earlier.is_scheduled),
                "option": option(Overlap(met.later, (met,)), edition.today),
            }


def clash_rows(edition: Edition) -> Iterator[ClashRow]:
    """One row for each pair."""
    for clash in clashes(edition):
        yield {
            "layer": layer(clash, edition),
            "later": edition.links.named(clash.later),
            "earlier": edition.links.named(clash.earlier),
            "who": listing([*dict.fromkeys(edition.people.who(each.owner) for each in (clash.later, clash.earlier))]),
            "text": in_common(clash, edition),
            "option": clash_option(clash, "other buckets"),
        }


def break_rows(edition: Edition) -> Iterator[BreakRow]:
    """One row for each thing that was done to metrics on which something rests."""
    for each in breaks(edition):
        yield {
            "metrics": [edition.links.named(change.entity) for change in each.metrics if change.after]
            or [{"name": called(each), "link": ""}],
            "who": edition.people.who(owner_of(each)),
            "what": happened(each, edition),
            "uses": resting(each.uses),
            "option": option_for(each),
        }


def undecided_rows(edition: Edition) -> Iterator[UndecidedRow]:
    """One row for each experiment."""
    for each in undecided(edition):
        last = each.last_day(edition.zone)
        yield {
            "experiment": edition.links.named(each),
            "who": edition.people.who(each.owner),
            "ended": day(last, edition.today) if last else "–",
            "waits": count((edition.today - last).days, "day") if last else "–",
            "result": summary(each, edition.catalog) or "no result is written down",
        }


def overdue_rows(edition: Edition) -> Iterator[OverdueRow]:
    """One row for each thing that is late."""
    for each in overdue(edition):
        yield {
            "what": edition.links.named(each.what),
            "kind": KIND_WORDS.get(each.what.kind, each.what.kind),
            "who": edition.people.who(each.what.owner),
            "due": day(each.due, edition.today),
            "late": count((edition.today - each.due).days, "day"),
            "option": each.option,
        }


def legacy_rows(edition: Edition) -> Iterator[LegacyRow]:
    """One row for each who is gone."""
    for legacy in legacies(edition):
        yield {
            "giver": edition.links.named(legacy.owner),
            "why": parting(legacy, edition),
            "to": edition.people.who(legacy.heir.id) if legacy.heir else "–",
            "things": [edition.links.named(thing) for thing in legacy.things],
        }


def renewal_rows(edition: Edition) -> Iterator[RenewalRow]:
    """One row for each contract."""
    for tool, contract, by in undecided_renewals(edition):
        yield {
            "tool": edition.links.named(tool),
            "who": edition.people.who(tool.owner),
            "by": day(by, edition.today),
            "late": by < edition.today,
            "renews": day(contract.renewal, edition.today) if contract.renewal else "–",
            "price": tool.price or "–",
            "unused": unused(tool) or "–",
        }


def goal_rows(edition: Edition) -> Iterator[GoalRow]:
    """One row for each goal at risk."""
    for goal in goals_at_risk(edition):
        result = furthest_behind(goal)
        metric = edition.catalog.get(Metric, result.metric) if result else None
        notes = [each.note for each in goal.check_ins or () if each.note]
        yield {
            "goal": edition.links.named(goal),
            "who": edition.people.who(goal.owner),
            "left": time_left(goal, edition.today) or "–",
            "confidence": percent(goal.confidence) if goal.confidence is not None else "–",
            "behind": f"{figure(result.current, metric)} of {figure(result.target, metric)}" if result else "–",
            "note": notes[-1] if notes else "–",
        }
