"""The book of experiments: a calendar, what each tries and what came of it, and what was tried where."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count
from prodops_cli.reports.books.cover import Cover, cover, heading
from prodops_cli.reports.books.entry import Book, cited
from prodops_cli.reports.books.register import Shelf, outcome, register
from prodops_cli.reports.charts.chart import Gantt
from prodops_cli.reports.charts.gantt import MOST_BARS, Frame, gantt
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.sections.experiments import dates, order, overlap_marks, visible

BOOK: Final[Book] = "experiments"
BEFORE: Final = timedelta(weeks=4)
AFTER: Final = timedelta(weeks=12)


class Mark(TypedDict):
    """An experiment, and when it runs or how it ended."""

    test: Link
    said: str


class Spot(TypedDict):
    """A place where something is or was tried."""

    name: str
    ahead: list[Mark]
    before: list[Mark]


class Register(TypedDict):
    """The calendar, the register, and the places."""

    cover: Cover
    summary: list[str]
    """`19 run`, `8 are planned`."""
    calendar: Gantt | None
    left_out: int
    """How many the calendar has no room for."""
    shelves: list[Shelf]
    places: list[Spot]


def context(edition: Edition) -> Register:
    """The calendar, the register, and the places."""
    shelves, places = [*register(edition)], [*by_place(edition)]
    frame = Frame(edition.today - BEFORE, edition.today + AFTER)
    shown = sorted(visible(edition, frame), key=lambda each: order(each, edition))
    names = ("Calendar", *(shelf["name"] for shelf in shelves), *(("By place",) if places else ()))
    return {
        "cover": cover(edition, "Experiments", [heading(name) for name in names] if shelves else []),
        "summary": summary(edition),
        "calendar": gantt(shown[:MOST_BARS], edition, frame, overlap_marks(edition)) if shown else None,
        "left_out": max(len(shown) - MOST_BARS, 0),
        "shelves": shelves,
        "places": places,
    }


def summary(edition: Edition) -> list[str]:
    """`19 run`, `8 are planned`; nothing of what there is none of."""
    found = edition.catalog.all(Experiment)
    running, planned = sum(each.is_exposing for each in found), sum(each.status == "scheduled" for each in found)
    said = ((running, "runs", "run"), (planned, "is planned", "are planned"))
    return [count(number, one, many) for number, one, many in said if number]


def by_place(edition: Edition) -> Iterator[Spot]:
    """Each place where anything is or was tried: what is there now, what comes, what was tried before."""
    here: defaultdict[str, list[Experiment]] = defaultdict(list)
    for each in edition.catalog.all(Experiment):
        for surface in dict.fromkeys(each.surfaces or ()):
            here[surface].append(each)
    for surface, found in sorted(here.items()):
        found.sort(key=lambda each: (each.first_day(edition.zone) or date.max, each.id))
        yield {
            "name": surface,
            "ahead": [
                {"test": cited(each, edition, BOOK), "said": dated(each, edition)} for each in found if each.is_live
            ],
            "before": [
                {"test": cited(each, edition, BOOK), "said": outcome(each, edition)}
                for each in reversed(found)
                if not each.is_live
            ],
        }


def dated(experiment: Experiment, edition: Edition) -> str:
    """When it runs."""
    said = dates(experiment, edition)
    return "without a date yet" if said == "–" else said
