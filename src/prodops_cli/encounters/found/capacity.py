"""How full layers are, from today on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from prodops_cli.encounters.days import when
from prodops_cli.encounters.found.clash import BucketClash
from prodops_cli.encounters.found.surfaces import Surfaces
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.layers.capacity import Use, worst
from prodops_cli.phrases import listing, percent


@dataclass(frozen=True, slots=True)
class Demand:
    """What is needed of a layer all through a stretch, and which part of it each member needs.

    `ways` are members that have not begun, each with a day: if it alone started then, there would be enough.
    """

    use: Use
    members: tuple[tuple[Experiment, Fraction], ...]
    kept: Fraction
    days: str
    ways: tuple[tuple[Experiment, date], ...] = ()

    @property
    def share(self) -> str:
        """`110%`; `at least 110%` where the search for more was given up."""
        need = self.use.need
        return f"{'' if need.least == need.at_most else 'at least '}{percent(float(need.least))}"

    @property
    def remedy(self) -> str:
        """What can be done; what runs already can't start later."""
        ways = [f"start {each.id} on {first.isoformat()}" for each, first in self.ways]
        are_running = all(each.is_exposing for each, _ in self.members)
        other = "end one of them early" if are_running else "start some of them later"
        return f"give them less traffic, or {listing(ways, 'or') or other}"

    @property
    def parts(self) -> str:
        """`a 60%, b 50% and 5% that nobody may take`."""
        said = [f"{each.id} {percent(float(part))}" for each, part in self.members]
        return listing([*said, *([f"{percent(float(self.kept))} reserved"] if self.kept else [])])


def demands(trials: Trials, surfaces: Surfaces, clashes: tuple[BucketClash, ...]) -> Mapping[str, tuple[Demand, ...]]:
    """By layer: every stretch in which more is needed than there is; where there is none, the one of the highest need.

    What is over because two were given the same buckets is told as such, and not here.
    """
    clashing = [{each.earlier.id, each.later.id} for each in clashes]
    return {id: tuple(worst_of(id, trials, surfaces, clashing)) for id in trials.layers.by_id}


def worst_of(id: str, trials: Trials, surfaces: Surfaces, clashing: list[set[str]]) -> Iterator[Demand]:
    """The stretches of one layer that are worth a word."""
    layers = trials.layers
    cut = (replace(use, when=left) for use in layers.uses(id) if (left := use.when.intersection(trials.ahead)))
    for use in worst([use for use in cut if not any(pair <= set(use.need.members) for pair in clashing)]):
        members = tuple(
            (trials.experiments[each], layers.by_id[id].needed(trials.live[each])) for each in use.need.members
        )
        ways = tuple(ways_out(use, trials, surfaces)) if use.over else ()
        yield Demand(use, members, layers.by_id[id].kept, when(use.when, trials.zone, trials.today), ways)


def ways_out(use: Use, trials: Trials, surfaces: Surfaces) -> Iterator[tuple[Experiment, date]]:
    """The members that could start later, each with the first day from which there is room for all."""
    for id in use.need.members:
        if trials.layers.would_fit(trials.live[id], use.when) and (found := surfaces.free_from(id)):
            yield trials.experiments[id], found
