"""Do you need product operations? The signs that there is more to keep together than people do on the side."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.people import People
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count

Things = tuple[str, ...]
"""What they are called, in the order in which one tells them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something of which there can be too much to do on the side: `many` of it are a sign."""

    one: str
    plural: str
    many: int
    found: Callable[[Catalog, date], Things]

    def said(self, number: int) -> str:
        """`12 tests that run or are planned`."""
        return count(number, self.one, self.plural)


def teams(catalog: Catalog, day: date) -> Things:
    """The teams that there are."""
    return tuple(each.title for each in catalog.all(Owner) if each.type == "team" and each.is_live_on(day))


def at_once(catalog: Catalog, day: date) -> Things:
    """The tests that run or are planned."""
    return tuple(each.title for each in tests(catalog, day))


def crowded(catalog: Catalog, day: date) -> Things:
    """The surfaces that tests of several teams change; who changes a surface changes its parts."""
    by_surface = owners_by(
        catalog, ((surface, each) for each in tests(catalog, day) for surface in each.surfaces or ())
    )
    everybody = {
        surface: set[str]().union(
            *(by_surface.get(each, ()) for each in accumulate(surface.split("."), "{}.{}".format))
        )
        for surface in by_surface
    }
    return tuple(sorted(surface for surface, owners in everybody.items() if len(owners) > 1))


def contested(catalog: Catalog, day: date) -> Things:
    """The metrics by which the tests of several teams are decided."""
    found = ((id, each) for each in tests(catalog, day) for id in each.judged_by("primary"))
    by_metric = owners_by(catalog, ((metric.title, each) for id, each in found if (metric := catalog.get(Metric, id))))
    return tuple(sorted(name for name, owners in by_metric.items() if len(owners) > 1))


def tools(catalog: Catalog, day: date) -> Things:
    """The tools in use."""
    return tuple(each.title for each in catalog.all(Tool) if each.is_live_on(day))


def metrics(catalog: Catalog, day: date) -> Things:
    """The metrics in use."""
    return tuple(each.title for each in catalog.all(Metric) if each.is_live_on(day))


def tests(catalog: Catalog, day: date) -> Iterable[Experiment]:
    """What runs, is paused or is planned."""
    return (each for each in catalog.all(Experiment) if each.is_scheduled and each.is_live_on(day))


def owners_by(catalog: Catalog, uses: Iterable[tuple[str, Experiment]]) -> Mapping[str, set[str]]:
    """The teams whose tests have to do with something, by its name; a person without a team is one."""
    people = People(catalog)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, test in uses:
        found[name].add(people.team(test.owner) or people.person(test.owner))
    return found


SIGNS: Final = (
    Sign("team", "teams", 4, teams),
    Sign("test that runs or is planned", "tests that run or are planned", 6, at_once),
    Sign("surface on which several teams test", "surfaces on which several teams test", 1, crowded),
    Sign("metric by which several teams decide", "metrics by which several teams decide", 1, contested),
    Sign("metric in use", "metrics in use", 30, metrics),
    Sign("tool in use", "tools in use", 12, tools),
)
SOMEBODYS_JOB: Final = 3
"""From how many signs on it is more than people do on the side."""


def answer(signs: int) -> str:
    """What so many signs come to."""
    if signs >= SOMEBODYS_JOB:
        return "Yes: this is somebody's job."
    return "On the side still does; name somebody who does it." if signs else "Not yet."
