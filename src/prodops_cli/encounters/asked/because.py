"""Why two experiments can't meet, and why nobody can tell whether they do, in one clause."""

from datetime import date
from typing import assert_never
from zoneinfo import ZoneInfo

from prodops_cli.encounters.asked.comparison import Comparison
from prodops_cli.encounters.asked.conditions import asked_of
from prodops_cli.encounters.days import day_before
from prodops_cli.encounters.words import local
from prodops_cli.overlap.audiences.doubt import MixedKinds, OpaqueText, TooManyBranches, UndeclaredValue
from prodops_cli.overlap.collide import Disjoint
from prodops_cli.overlap.doubt import Doubt, OtherPlaces, Undated, Unpacked, Unplaced
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.window import Backwards, NoEnd, NoStart, Overdue, TimeDoubt
from prodops_cli.phrases import day, listing

MOST_PLACES = 6
MOVES = "; a user may move from one to the other"
"""Said where an attribute that divides them does not stay as it is."""


def apart(pair: Comparison, verdict: Disjoint, zone: ZoneInfo, today: date) -> str:
    """What keeps them apart: `a takes platform web, and b platform ios`."""
    return listing([dimension(by, pair, zone, today) for by in verdict.by]) + (MOVES if verdict.unstable else "")


def dimension(by: str, pair: Comparison, zone: ZoneInfo, today: date) -> str:
    """How one dimension divides them."""
    one, other = pair.trials
    name, _, attribute = by.partition(".")
    match name:
        case "time":
            return in_time(pair, zone, today)
        case "audience" if attribute:
            whom = [asked_of(each.audience, attribute) for each in pair.trials]
            return f"{one.id} takes {whom[0]}, and {other.id} {whom[1]}"
        case "buckets":
            return f"they have other buckets of the layer {layer(pair)}"
        case "layer":
            return f"the layer {layer(pair)} gives each of them users of its own"
        case "exclusion":
            one, other = (one, other) if other.id in one.excludes else (other, one)
            return f"{one.id} excludes the users of {other.id}"
        case "holdout":
            one, other = (one, other) if one.holdout == other.id else (other, one)
            return f"{one.id} leaves out the users of the holdout {other.id}"
        case "geo":
            return f"{ground(one, other)}, and {ground(other, one)}"
        case _:
            return "they take other users"


def ground(trial: Trial, other: Trial) -> str:
    """Where a trial is: `a treats FR and BE`, `b takes country DE`."""
    if trial.places:
        compared = f", and compares with {named(trial.places.compared)}" if trial.places.compared else ""
        return f"{trial.id} treats {named(trial.places.treated)}{compared}"
    return f"{trial.id} takes {asked_of(trial.audience, other.places.attribute if other.places else '')}"


def named(places: frozenset[str]) -> str:
    """Places by name; of many, some."""
    more = len(places) - MOST_PLACES
    names = sorted(places)
    return listing(names if more <= 0 else [*names[:MOST_PLACES], f"{more:,} more"])


def in_time(pair: Comparison, zone: ZoneInfo, today: date) -> str:
    """The end of the one and the start of the other; their hours, too, where both are on one day."""
    first, second = sorted(pair.trials, key=lambda each: each.window.possible.stop)
    stop, start = first.window.possible.stop, second.window.possible.start
    ends, starts = day_before(stop, zone), local(start, zone)
    hours = [f" at {at.astimezone(zone):%H:%M}" if ends >= starts else "" for at in (stop, start)]
    return f"{first.id} ends on {day(ends, today)}{hours[0]}, and {second.id} starts on {day(starts, today)}{hours[1]}"


def layer(pair: Comparison) -> str:
    """The layer that both are in."""
    return listing(pair.shared("layer"))


def unsure(doubt: Doubt, zone: ZoneInfo, today: date) -> str:
    """Why nobody can tell: `nobody wrote when b starts`."""
    match doubt:
        case Undated(trial, why):
            return undated(trial, why, zone, today)
        case OpaqueText(attribute, text):
            return f"`{text}` ({attribute}) is another system's expression"
        case UndeclaredValue(attribute, value):
            return f"`{value}` is no declared value of {attribute}"
        case MixedKinds(attribute, kinds):
            return f"what is asked of {attribute} is {listing(kinds)}, which don't compare"
        case TooManyBranches():
            return "there are too many alternatives in any_of"
        case Unpacked(layer):
            return f"the layer {layer} has not given both of them buckets"
        case Unplaced(trial):
            return f"nobody wrote which places {trial} treats"
        case OtherPlaces((one, other)):
            return f"nobody said which {one} lies in which {other}"
        case _:
            assert_never(doubt)


def undated(id: str, why: TimeDoubt, zone: ZoneInfo, today: date) -> str:
    """What nobody knows of an experiment's days."""
    match why:
        case NoStart():
            return f"nobody wrote when {id} starts"
        case NoEnd():
            return f"nobody wrote when {id} ended"
        case Backwards():
            return f"{id} ends before it starts"
        case Overdue(since):
            return f"{id} should have ended on {day(day_before(since, zone), today)} and still runs"
        case _:
            assert_never(why)


def settled(doubt: Doubt) -> str:
    """What to do, so that one can tell."""
    match doubt:
        case Undated(trial, why):
            return dated(trial, why)
        case OpaqueText(attribute):
            return f"say it in values of {attribute}, or ask its owners"
        case UndeclaredValue(attribute):
            return f"correct the value, or declare it in attributes.{attribute} of prodops.yaml"
        case MixedKinds(attribute):
            return f"declare the type of {attribute} in prodops.yaml"
        case TooManyBranches():
            return "write fewer alternatives"
        case Unpacked(layer):
            return f"give both of them buckets of {layer}"
        case Unplaced(trial):
            return f"write the places of {trial}"
        case OtherPlaces((one, other)):
            return f"write in parents of prodops.yaml how {one} and {other} belong together"
        case _:
            assert_never(doubt)


def dated(id: str, why: TimeDoubt) -> str:
    """What to write of an experiment's days."""
    match why:
        case NoStart():
            return f"write when {id} starts"
        case NoEnd():
            return f"write when {id} ended"
        case Backwards():
            return f"correct the days of {id}"
        case Overdue():
            return f"end {id}, or write its new end"
        case _:
            assert_never(why)
