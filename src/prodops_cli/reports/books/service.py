"""Service: what is done for a goal, and what is done for none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypedDict

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day
from prodops_cli.reports.books.cover import by_name
from prodops_cli.reports.books.entry import Book, cited
from prodops_cli.reports.books.register import outcome
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.sections.experiments import dates

BOOK: Final[Book] = "goals"


class Standing(TypedDict):
    """Something that serves a goal, and how it stands."""

    thing: Link
    how: str


class ServiceRow(TypedDict):
    """What of a sort serves a goal."""

    name: str
    things: list[Standing]


class Idle(TypedDict):
    """Something ahead that serves no goal."""

    thing: Link
    sort: str
    who: str
    names: list[str]
    """Goals that there are none of."""


@dataclass(frozen=True, slots=True)
class Service:
    """What names a goal: tests and launches that are ahead or out, what customers said, goals below it."""

    tests: list[Experiment] = field(default_factory=list)
    launches: list[Launch] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)

    @property
    def is_ahead(self) -> bool:
        """Whether anything is still to come of it: words of customers alone are no work."""
        return any(each.is_live for each in (*self.tests, *self.launches, *self.goals))

    @property
    def was_there(self) -> bool:
        """Whether anything was ever done."""
        return bool(self.tests or self.launches or self.goals)


def services(edition: Edition) -> Mapping[str, Service]:
    """By goal."""
    found: defaultdict[str, Service] = defaultdict(Service)
    for each in edition.catalog.entities:
        match each:
            case Experiment(goals=goals) if each.status != "cancelled":
                for id in dict.fromkeys(goals or ()):
                    found[id].tests.append(each)
            case Launch(goals=goals) if each.status != "cancelled":
                for id in dict.fromkeys(goals or ()):
                    found[id].launches.append(each)
            case Feedback(goals=goals):
                for id in dict.fromkeys(goals or ()):
                    found[id].feedback.append(each)
            case Goal(parent=str(parent)):
                found[parent].goals.append(each)
            case _:
                pass
    return found


def served(service: Service, edition: Edition) -> list[ServiceRow]:
    """What serves a goal, line by line: what it is, which, and how each stands."""
    lines: list[ServiceRow] = [
        line(
            "Goals below it", [(goal, (goal.status or "active").replace("_", " ")) for goal in service.goals], edition
        ),
        line("Tests", [(test, stands(test, edition)) for test in service.tests], edition),
        line("Launches", [(launch, goes_out(launch, edition)) for launch in service.launches], edition),
        line("Feedback", [(feedback, feedback.status or "new") for feedback in service.feedback], edition),
    ]
    return [each for each in lines if each["things"]]


def line(name: str, found: Sequence[tuple[Entity, str]], edition: Edition) -> ServiceRow:
    """One line."""
    said = {id(entity): how for entity, how in found}
    ordered = by_name(entity for entity, _ in found)
    return {
        "name": name,
        "things": [{"thing": cited(each, edition, BOOK), "how": said[id(each)]} for each in ordered],
    }


def stands(test: Experiment, edition: Edition) -> str:
    """`running, 17 Aug to 13 Sep`; `Shipped, 1 Sep`."""
    if not test.is_live:
        return outcome(test, edition)
    when = dates(test, edition)
    return f"{test.status or 'draft'}{'' if when == '–' else f', {when}'}"


def goes_out(launch: Launch, edition: Edition) -> str:
    """`out since 1 Sep`, `10 Sep`."""
    if launch.actual_date is not None:
        return f"out since {day(launch.actual_date, edition.today)}"
    return day(launch.target_date, edition.today) if launch.target_date else (launch.status or "planned")


def names_one(each: Experiment | Launch, catalog: Catalog) -> bool:
    """Whether it names a goal that there is, even if that can't be read."""
    return any(catalog.is_known("goal", id) for id in each.goals or ())


def serving_none(edition: Edition) -> list[Idle]:
    """The tests and launches that are ahead and name no goal that there is."""
    ahead: list[Experiment | Launch] = [*edition.catalog.all(Experiment), *edition.catalog.all(Launch)]
    found = [each for each in ahead if each.is_live and not names_one(each, edition.catalog)]
    return [
        {
            "thing": cited(each, edition, BOOK),
            "sort": "test" if isinstance(each, Experiment) else "launch",
            "who": edition.people.who(each.owner),
            "names": [*(each.goals or ())],
        }
        for each in by_name(found)
    ]
