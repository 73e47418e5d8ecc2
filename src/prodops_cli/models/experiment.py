"""Experiments: what is being tried, on whom, when."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import Annotated, ClassVar, Final, Literal, TypeAlias

from prodops_cli.models.audience import Audience
from prodops_cli.models.design import Analysis, EligibleUnits, Hypothesis, LayerUse, Metrics, RampStep, Variant
from prodops_cli.models.entity import Owned
from prodops_cli.models.outcome import AcceptedOverlap, Decision, JointResult, Result
from prodops_cli.models.places import Switchback, SyntheticControl
from prodops_cli.models.reference import ExperimentRef, GoalRef
from prodops_cli.models.values import Count, Day, Duration, Moment, Percent, Shorthand, Slug, Surface, Text
from prodops_cli.overlap.windows.instant import FOREVER, end_of, instant

Role: TypeAlias = Literal["primary", "secondary", "guardrail"]
ROLES: Final[tuple[Role, ...]] = ("primary", "secondary", "guardrail")


class Experiment(Owned):
    """An experiment with its design, its dates and what came of it."""

    kind: ClassVar[str] = "experiment"
    folder: ClassVar[str] = "experiments"
    smallest: ClassVar[dict[str, str]] = Owned.smallest | {"type": "ab_test", "status": "draft"}

    type: Literal["ab_test", "multivariate", "bandit", "rollout", "holdout", "switchback", "synthetic_control"] | None
    """How it is designed."""
    status: Literal["draft", "scheduled", "running", "paused", "completed", "cancelled"] | None
    """Where it stands in its life."""
    hypothesis: Annotated[Hypothesis, Shorthand("text", str)] | None = None
    """What one expects; needed before it is scheduled."""
    goals: tuple[GoalRef, ...] | None = None
    """The goals of the company that it serves."""
    metrics: Metrics | None = None
    """What it is judged by."""
    surfaces: tuple[Surface, ...] | None = None
    """What it changes: page, flag, algorithm. A parent contains its children."""
    randomization_unit: Slug | None = None
    """What is assigned: user, account, device, session, region, region_time …"""
    variants: tuple[Variant, ...] | None = None
    """What users may see."""
    traffic: Percent | None = None
    """Percent of eligible units that take part; 100 if nothing is said."""
    ramp: tuple[RampStep, ...] | None = None
    """How it is opened step by step."""
    layer: LayerUse | None = None
    """Its place in shared traffic."""
    audience: Audience | None = None
    """On whom."""
    excludes: tuple[ExperimentRef, ...] | None = None
    """Experiments whose users never take part."""
    requires: tuple[ExperimentRef, ...] | None = None
    """Experiments whose users alone take part."""
    holdout: ExperimentRef | None = None
    """The holdout whose users never take part."""
    salt: Text | None = None
    """What the assignment is seeded with."""
    start: Moment | None = None
    """The planned start."""
    end: Moment | None = None
    """The planned end; a day is covered whole."""
    actual_start: Moment | None = None
    """When it did start."""
    actual_end: Moment | None = None
    """When it did end."""
    enrollment_end: Day | None = None
    """The last day on which units join."""
    duration: Duration | None = None
    """How long it runs, where no end is written."""
    cooldown: Duration | None = None
    """How long its effect goes on after its end."""
    analysis: Analysis | None = None
    """How the results will be read."""
    eligible_units: EligibleUnits | None = None
    """How many could take part."""
    switchback: Switchback | None = None
    """The design of a switchback."""
    synthetic_control: SyntheticControl | None = None
    """The design of a synthetic control."""
    exposures: dict[Text, Count] | None = None
    """How many units saw each variant."""
    exposures_as_of: Day | None = None
    """The day of that count."""
    results: tuple[Result, ...] | None = None
    """What was measured."""
    joint_results: tuple[JointResult, ...] | None = None
    """What was measured together with other experiments."""
    decision: Decision | None = None
    """What was decided."""
    learnings: Text | None = None
    """What the company knows now."""
    accepted_overlaps: tuple[AcceptedOverlap, ...] | None = None
    """Overlaps that people have agreed to."""

    @property
    def is_live(self) -> bool:
        """Whether anything about it can still be changed."""
        return self.status not in ("completed", "cancelled")

    @property
    def is_scheduled(self) -> bool:
        """Whether it is meant to run, or runs: no draft, and not over."""
        return self.status in ("scheduled", "running", "paused")

    @property
    def must_decide(self) -> bool:
        """Whether it is meant to tell what is better: scheduled or running, and neither a rollout nor a holdout."""
        return self.is_scheduled and self.type not in ("rollout", "holdout")

    @property
    def is_relied_on(self) -> bool:
        """Whether anybody goes by its counts: not cancelled, nor called inconclusive, nor to be run again."""
        outcome = self.decision.outcome if self.decision else None
        return self.status != "cancelled" and outcome not in ("inconclusive", "rerun")

    @property
    def is_exposing(self) -> bool:
        """Whether users see it: paused ones keep what they saw."""
        return self.status in ("running", "paused")

    @property
    def control(self) -> str | None:
        """The variant that is there already; None where no role says which."""
        return next((each.key for each in self.variants or () if each.role == "control"), None)

    def first_day(self, zone: tzinfo) -> date | None:
        """The day on which it began, or is to begin."""
        begun = self.actual_start or self.start
        return instant(begun, zone).astimezone(zone).date() if begun else None

    def last_day(self, zone: tzinfo) -> date | None:
        """The last day on which it runs, or was to run; None where no end is written, or one that can't be."""
        stop = self.stop(zone)
        return (stop - timedelta(microseconds=1)).astimezone(zone).date() if stop else None

    def length(self, zone: tzinfo) -> timedelta | None:
        """How long it runs, or was to run, by the clock on the wall: a day has 24 hours also where clocks go back."""
        begun, stop = self.actual_start or self.start, self.stop(zone)
        if begun is None or stop is None:
            return None
        start, end = (at.astimezone(zone).replace(tzinfo=None) for at in (instant(begun, zone), stop))
        return end - start

    def stop(self, zone: tzinfo) -> datetime | None:
        """The first instant at which it no longer runs; None where no end is written, or one that can't be."""
        begun, end = self.actual_start or self.start, self.actual_end or self.end
        if end is not None:
            stop = end_of(end, zone)
        elif begun is not None and self.duration is not None:
            stop = self.duration.after(begun, zone)
        else:
            return None
        is_possible = stop < FOREVER and (begun is None or instant(begun, zone) < stop)
        return stop if is_possible else None

    @property
    def end_key(self) -> Literal["actual_end", "end", "duration"]:
        """The key that says when it ends, or should."""
        if self.actual_end is not None:
            return "actual_end"
        return "duration" if self.end is None and self.duration is not None else "end"

    def uses(self) -> Iterator[tuple[Role, int, str]]:
        """The metrics that it uses: the role, the index in it, the id."""
        for role in ROLES:
            for index, use in enumerate((getattr(self.metrics, role) if self.metrics else None) or ()):
                if use.metric:
                    yield role, index, use.metric

    def judged_by(self, role: Role) -> Iterator[str]:
        """The ids of the metrics that it uses in a role."""
        uses = getattr(self.metrics, role) if self.metrics else None
        for use in uses or ():
            if use.metric:
                yield use.metric

    def sense(self, name: str) -> object:
        """A salt is hashed as it is written."""
        return self.salt if name == "salt" else super().sense(name)
