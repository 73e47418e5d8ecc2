"""Usage: what rests on a metric now, directly or through metrics that are calculated from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.findings import Severity
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric

State: TypeAlias = Literal["running", "ended", "in its period"]
RECENTLY: Final = timedelta(90)
"""For how long after its end an experiment's result is still talked about."""
IMPORTANCE: Final = ("primary", "guardrail", "secondary", "key result")


class Use(NamedTuple):
    """Who rests on a metric, in which role, and why that matters now.

    `path` are the metrics between, from the one that is meant to the one that is named; empty where it is named itself.
    """

    mention: Mention
    role: str
    state: State
    until: date | None
    path: tuple[str, ...] = ()

    @property
    def level(self) -> Severity:
        """How bad it is if the metric says something else: while it runs, nobody can tell what a result is of."""
        return Severity.error if self.state == "running" else Severity.warning


@dataclass(frozen=True, slots=True)
class Usage:
    """What rests on the metrics of a catalog on a day."""

    catalog: Catalog
    today: date

    def of(self, metric: Entity) -> tuple[Use, ...]:
        """Who rests on a metric, each once, what matters most first."""
        found: dict[tuple[str, str], Use] = {}
        for use in sorted(self._all(metric), key=weight):
            found.setdefault((use.mention.by.kind, use.mention.by.id), use)
        return tuple(found.values())

    def _all(self, metric: Entity) -> Iterator[Use]:
        """Every use, the shortest way to it first; a circle of metrics is gone through once."""
        seen = {metric.id}
        ways: list[tuple[Entity, tuple[str, ...]]] = [(metric, ())]
        for each, path in ways:
            for mention in self.catalog.mentions(each):
                if is_part(mention):
                    if mention.by.id not in seen:
                        seen.add(mention.by.id)
                        ways.append((mention.by, (*path, mention.by.id)))
                elif use := self._use(mention, path):
                    yield use

    def _use(self, mention: Mention, path: tuple[str, ...]) -> Use | None:
        by, address, zone = mention.by, mention.reference.address, self.catalog.settings.zone
        if isinstance(by, Experiment) and address[0] == "metrics":
            last = by.last_day(zone)
            if by.is_exposing:
                return Use(mention, str(address[1]), "running", last, path)
            if by.status == "completed" and last and last <= self.today <= last + RECENTLY:
                return Use(mention, str(address[1]), "ended", last, path)
        if isinstance(by, Goal) and address[0] == "key_results" and is_pursued(by, self.today):
            return Use(mention, "key result", "in its period", by.lives_until, path)
        return None


def is_pursued(goal: Goal, today: date) -> bool:
    """Whether people work towards a goal on a day: it is in its period, and no draft."""
    start = goal.period.start if goal.period else None
    return goal.is_live_on(today) and goal.status != "draft" and start is not None and start <= today


def is_part(mention: Mention) -> bool:
    """Whether a metric is calculated from what it names there."""
    return isinstance(mention.by, Metric) and mention.reference.address[0] in ("inputs", "definition")


def weight(use: Use) -> tuple[int, int, int, str, str]:
    """Sorts by what matters most, then by the shortest way, then by role and id."""
    return -use.level, len(use.path), IMPORTANCE.index(use.role), use.mention.by.kind, use.mention.by.id
