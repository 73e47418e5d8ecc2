"""The plan of an experiment: what each primary metric needs, how long that takes, and what the planned time gives."""

from dataclasses import dataclass
from datetime import timedelta, tzinfo
from math import inf
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.overlap.windows.instant import end_of, instant
from prodops_cli.sizing.answer import Answer, Setting, answer
from prodops_cli.sizing.division import Division, division
from prodops_cli.sizing.lack import Lack
from prodops_cli.sizing.level import level
from prodops_cli.sizing.question import question
from prodops_cli.sizing.supply import supply
from prodops_cli.statistics.supply import whole_weeks

SIZED: Final = ("ab_test", "multivariate", "bandit", "holdout", "switchback")
"""Types of experiments whose units are divided between variants to be compared."""
NO_METRIC: Final = Lack(("metrics", "primary"), "what decides", "[{metric: orders, baseline: 0.1, mde: 5%}]")


@dataclass(frozen=True, slots=True)
class Plan:
    """How an experiment is sized: what holds for all of it, and an answer for each primary metric."""

    experiment: Experiment
    setting: Setting
    answers: tuple[Answer, ...]

    @property
    def is_sized(self) -> bool:
        """Whether there is a sample size at all: whether its units are divided between variants to be compared."""
        return self.experiment.type in SIZED

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """All that is missing, of the experiment and of its metrics."""
        of_metrics = (lack for each in self.answers for lack in each.question.lacks)
        return (*(() if self.answers else (NO_METRIC,)), *self.setting.lacks, *of_metrics)

    @property
    def days(self) -> float | None:
        """The days that all primary metrics need, in whole weeks; infinite where there never are enough units.

        None where it can't be told of one of them.
        """
        known = [each.days for each in self.answers if each.days is not None]
        if not known or len(known) < len(self.answers):
            return None
        return inf if inf in known else whole_weeks(max(known))


def days_needed(experiment: Experiment, catalog: Catalog) -> int | None:
    """For how many days an experiment has to run to see the effects that it looks for, in whole weeks.

    None where something for it isn't written, where there never are enough units, and for rollouts and synthetic
    controls, which have no sample size.
    """
    found = plan(experiment, catalog)
    return int(found.days) if found.is_sized and found.days not in (None, inf) else None


def plan(experiment: Experiment, catalog: Catalog) -> Plan:
    """All that can be told of an experiment's size, and all that is missing for it."""
    uses = (experiment.metrics and experiment.metrics.primary) or ()
    divided = division(experiment)
    treatments = len(divided.arms) if isinstance(divided, Division) else 1
    setting = Setting(
        divided,
        level(experiment.analysis, len(uses) * treatments),
        supply(experiment, catalog),
        joining(experiment, catalog.settings.zone),
    )
    questions = (question(experiment, index, use, catalog.get(Metric, use.metric)) for index, use in enumerate(uses))
    return Plan(experiment, setting, tuple(answer(each, setting) for each in questions))


def joining(experiment: Experiment, zone: tzinfo) -> float | None:
    """For how many days units join: as long as it runs, or until its enrollment ends."""
    length, begun = experiment.length(zone), experiment.actual_start or experiment.start
    if length is None or begun is None:
        return None
    if experiment.enrollment_end is not None:
        length = min(length, end_of(experiment.enrollment_end, zone) - instant(begun, zone))
    return max(length / timedelta(1), 0.0)
