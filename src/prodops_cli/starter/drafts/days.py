"""Days: when a drafted experiment could run in nobody's way, and which part of its layer it could have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import floor
from typing import Final, NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.encounters.asked.proposal import Proposal, Reply
from prodops_cli.encounters.trials import Trials
from prodops_cli.encounters.words import as_written
from prodops_cli.fixes.assign import Assignment
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.trial import Trial
from prodops_cli.scheduling.schedule import Schedule, schedule
from prodops_cli.scheduling.task import DAY, MOVABLE
from prodops_cli.scheduling.words import help_for, why_not
from prodops_cli.starter.drafts.draft import Draft
from prodops_cli.starter.drafts.placing import quarter_of
from prodops_cli.trees.tree import Tree

USUAL: Final = "2w"
"""For how long a test runs where neither its size nor the others say so."""
DATED: Final = ("start", "end", "duration", "switchback", "synthetic_control")
MOST: Final = 50
"""Percent of a layer that nobody takes without saying so: others want to test, too."""


class Free(NamedTuple):
    """The first days on which an experiment is in nobody's way."""

    start: date
    days: int


@dataclass(frozen=True)
class Days:
    """A drafted experiment among those that there are."""

    draft: Draft
    tree: Tree
    catalog: Catalog
    today: date

    @property
    def are_open(self) -> bool:
        """Whether days can be proposed: none are written, and it is tried on users whom others want as well."""
        is_test = self.draft.model is Experiment and self.draft.said("type") in MOVABLE
        return is_test and bool(self.draft.said("surfaces")) and not any(map(self.draft.said, DATED))

    @cached_property
    def trials(self) -> Trials:
        """Those that there are."""
        return Trials(self.catalog, self.today)

    @property
    def layer(self) -> str | None:
        """The layer that gives it its users."""
        named = self.draft.said("layer.id")
        return named if isinstance(named, str) and named in self.trials.layers.by_id else None

    @cached_property
    def free(self) -> Free | None:
        """The first free days: as many as its sample size needs, or as experiments run here."""
        for first in self.plan.planned:
            return Free(self.plan.clock.day(first.start), -(-first.task.length // DAY))
        return None

    @property
    def hindrance(self) -> str:
        """Why no days are free, and what would help."""
        tasks = self.plan.unplaced
        return "; ".join(f"it {why_not(self.plan, task)}: {help_for(self.plan, task)}" for task in tasks)

    @cached_property
    def plan(self) -> Schedule:
        """The plan for the draft alone."""
        made = self.planned(self.draft.with_answers(self.wishes))
        lacking = [*self.wishes, Assignment("duration", USUAL)]
        return self.planned(self.draft.with_answers(lacking)) if made.lacking else made

    @property
    def wishes(self) -> Iterator[Assignment]:
        """What one would like: the quarter that its id speaks of, if that is to come, and not all of a layer."""
        begin = quarter_of(self.draft.id)
        if begin and begin > self.today:
            yield Assignment("start", (begin + timedelta(-begin.weekday() % 7)).isoformat())
        if self.layer and self.draft.said("traffic") is None:
            yield Assignment("traffic", str(MOST))

    def planned(self, draft: Draft) -> Schedule:
        """A plan for the draft, alone."""
        among = Trials(load(draft.upon(self.tree)), self.today)
        return schedule(among, (among.named[draft.id],), None, None, "greedy")

    @cached_property
    def trial(self) -> Trial:
        """The draft, as the overlap engine sees it."""
        among = Trials(load(self.draft.upon(self.tree)), self.today)
        return among.of(among.named[self.draft.id])

    def reply(self, start: date, days: int, traffic: float) -> Reply:
        """Who is in its way on some days, with a part of the users."""
        trial = self.trial
        return Reply(Proposal(trial.surfaces, start, days, trial.audience, traffic, self.layer), self.trials)

    def share(self, start: date, days: int) -> int:
        """How many percent of the users take part, if nobody said it: not all that is left of a layer then."""
        said = self.draft.said("traffic")
        if isinstance(said, int) or self.layer is None:
            return said if isinstance(said, int) else 100
        return max(1, min(MOST, floor(self.reply(start, days, 1).left * 100)))

    def answers(self, reply: Reply) -> Iterator[Assignment]:
        """What to write for the days of a reply."""
        wanted = reply.proposal
        yield Assignment("start", wanted.start.isoformat())
        yield Assignment("end", (wanted.start + timedelta(wanted.days - 1)).isoformat())
        if wanted.traffic < 100:
            yield Assignment("traffic", f"{wanted.traffic:g}")
        if reply.trial.buckets:
            yield Assignment("layer.buckets", as_written(reply.trial.buckets))
