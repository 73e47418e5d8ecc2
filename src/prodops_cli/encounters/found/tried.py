"""What was tried before: the experiments that are over and decided, by what they changed and what decided them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.experiment import Experiment

AGAIN = ("iterate", "rerun")
"""Outcomes that ask for another try."""


@dataclass(frozen=True, slots=True)
class Tried:
    """By surface and primary metric, the first to be decided first."""

    by: Mapping[tuple[str, str], tuple[Experiment, ...]]

    def before(self, experiment: Experiment) -> tuple[Experiment, ...]:
        """The experiments that changed one surface of this one for one of its primary metrics."""
        found = {each.id: each for key in keys(experiment) for each in self.by.get(key, ())}
        return tuple(each for id, each in found.items() if id != experiment.id)


def tried(catalog: Catalog) -> Tried:
    """Those of a catalog whose decision asked for no other try."""
    found: defaultdict[tuple[str, str], list[Experiment]] = defaultdict(list)
    for each in sorted(catalog.all(Experiment), key=lambda each: (decided_on(each), each.id)):
        if not each.is_live and each.decision and each.decision.outcome not in (None, *AGAIN):
            for key in keys(each):
                found[key].append(each)
    return Tried({key: tuple(experiments) for key, experiments in found.items()})


def keys(experiment: Experiment) -> Iterator[tuple[str, str]]:
    """Each surface with each primary metric."""
    for metric in experiment.judged_by("primary"):
        for surface in experiment.surfaces or ():
            yield surface, metric


def decided_on(experiment: Experiment) -> date:
    """The day of the decision."""
    return (experiment.decision and experiment.decision.date) or date.min
