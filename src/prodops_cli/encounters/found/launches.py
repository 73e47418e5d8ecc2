"""Launches: what goes out under a running test, or so close to another launch that nobody can tell them apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from prodops_cli.encounters.audience import audience
from prodops_cli.encounters.days import day_before
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.overlap.audiences.audience import EVERYONE
from prodops_cli.overlap.candidates import Span, crossings, pairs
from prodops_cli.overlap.collide import Overlapping, collide
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.instant import FOREVER, end_of, instant
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Window


@dataclass(frozen=True, slots=True)
class Disturbance:
    """The tests in the middle of which a launch goes out, and the first day from then on on which it disturbs none."""

    tests: tuple[Experiment, ...]
    surfaces: tuple[str, ...]
    free_from: date | None


@dataclass(frozen=True, slots=True)
class Collision:
    """Two launches that change one surface for the same users within few days; `later` is still to come."""

    earlier: Launch
    later: Launch
    surfaces: tuple[str, ...]

    @property
    def days(self) -> int:
        """How many days are between them."""
        return abs(((self.later.day or date.max) - (self.earlier.day or date.max)).days)


@dataclass(frozen=True)
class Launches:
    """The launches of a catalog as the overlap engine sees them: from their day on, for their audience."""

    trials: Trials

    @cached_property
    def named(self) -> Mapping[str, Launch]:
        """Those that have a day and a surface, by id, but for those that were put off or cancelled."""
        found = {each.id: each for each in reversed(self.trials.catalog.all(Launch))}
        return {id: each for id, each in sorted(found.items()) if each.day and each.surfaces and not each.is_off}

    @cached_property
    def made(self) -> Mapping[str, Trial]:
        """They as trials, by id: changed for good, from their day on."""
        return {id: self.trials.alone(self._made(each)) for id, each in self.named.items()}

    def _made(self, launch: Launch) -> Trial:
        out = Stretch(instant(launch.day or date.max, self.trials.zone), FOREVER)
        known, said = self.trials.attributes, launch.audience
        whom = audience(said, launch, known, ("audience",)) if said else EVERYONE
        return Trial(f"launch {launch.id}", Window(out, out), whom, launch.surfaces or ())

    @cached_property
    def disturbed(self) -> Mapping[str, Disturbance]:
        """By launch that is still to come: the tests that it disturbs."""
        found: dict[str, Disturbance] = {}
        for id, rivals in self.rivals().items():
            day = self.named[id].day
            if day and (tests := self.under_way(rivals, day)):
                common = {surface for each in tests for surface in shared(self.made[id].surfaces, each.surfaces)}
                experiments = tuple(self.trials.named[each.id] for each in tests)
                found[id] = Disturbance(experiments, tuple(sorted(common)), self.free_from(rivals, day))
        return found

    def rivals(self) -> Mapping[str, list[Trial]]:
        """By launch that is still to come: the tests on its surfaces, of its users, that run then or later."""
        ahead = [id for id, each in self.named.items() if self.is_to_come(each)]
        tests = [each for id, each in self.trials.changing.items() if self.trials.named[id].must_decide]
        spans = [Span(self.made[id].window.possible, upwards(self.made[id])) for id in ahead]
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        near = set(crossings(spans, [Span(test.window.possible, downwards(test)) for test in tests]))
        for one, other in sorted(near):
            id, test = ahead[one], tests[other]
            meets = isinstance(collide(self.made[id], test, self.trials.attributes), Overlapping)
            if meets and not is_its_own(self.named[id], self.trials.named[test.id]):
                found[id].append(test)
        return found

    def is_to_come(self, launch: Launch) -> bool:
        """Whether its day can still be moved."""
        return launch.is_ahead and launch.target_date is not None and launch.target_date >= self.trials.today

    def under_way(self, tests: list[Trial], day: date) -> list[Trial]:
        """The tests that began before a day and run on it."""
        at = instant(day, self.trials.zone)
        sure = ((each, each.window.sure) for each in tests)
        return [each for each, window in sure if window and window.start < at < window.stop]

    def free_from(self, tests: list[Trial], day: date) -> date | None:
        """The first day from a day on that is in the middle of none of the tests; None where no end is in sight."""
        while running := self.under_way(tests, day):
            stop = max(each.window.possible.stop for each in running)
            if stop >= FOREVER:
                return None
            day = day_before(stop, self.trials.zone) + timedelta(days=1)
        return day

    def collisions(self, within: int) -> Iterator[Collision]:
        """The launches on one surface, less than so many days from each other, unless one is to wait for the other."""
        made = tuple(self.made.items())
        spans = [Span(self.first_days(self.named[id], within), each.surfaces) for id, each in made]
        for one, other in pairs(spans, above):
            earlier, later = sorted((self.named[made[at][0]] for at in (one, other)), key=in_order)
            a, b = (self.made[each.id] for each in (earlier, later))
            meets = isinstance(collide(a, b, self.trials.attributes), Overlapping)
            if self.is_to_come(later) and meets and not is_agreed(earlier, later):
                yield Collision(earlier, later, shared(a.surfaces, b.surfaces))

    def first_days(self, launch: Launch, within: int) -> Stretch:
        """The days after a launch in which another one is close to it."""
        day = launch.day or date.max
        last = min(day.toordinal() + max(within, 1) - 1, date.max.toordinal())
        return Stretch(instant(day, self.trials.zone), end_of(date.fromordinal(last), self.trials.zone))


def upwards(launch: Trial) -> tuple[str, ...]:
    """The keys under which a launch finds what it disturbs: its surfaces, and what contains them."""
    return (
        *(f"= {name}" for name in launch.surfaces),
        *(f"^ {name}" for each in launch.surfaces for name in above(each)),
    )


def downwards(test: Trial) -> tuple[str, ...]:
    """The keys under which a test is found: by launches on its surfaces, on what contains them, and within them."""
    names = (name for each in test.surfaces for name in (each, *above(each)))
    return (*(f"= {name}" for name in names), *(f"^ {name}" for name in test.surfaces))


def is_its_own(launch: Launch, experiment: Experiment) -> bool:
    """Whether an experiment tries what goes out."""
    decision = experiment.decision
    return experiment.id in (launch.experiments or ()) or (decision is not None and decision.rolled_out_in == launch.id)


def is_agreed(earlier: Launch, later: Launch) -> bool:
    """Whether somebody has said which of the two comes first."""
    return earlier.id in (later.depends_on or ()) or later.id in (earlier.depends_on or ())


def in_order(launch: Launch) -> tuple[date, str]:
    """By day, then by id."""
    return launch.day or date.max, launch.id
