"""Experiments: what is being tried, on whom, when."""

from collections.abc import Iterator
from datetime import date, timedelta, tzinfo
from typing import Annotated, ClassVar, Final, Literal, TypeAlias

from pydantic import Field, ValidationInfo, field_validator

from prodops_cli.models.audience import Audience
from prodops_cli.models.entity import Owned
from prodops_cli.models.layer import BucketRange
from prodops_cli.models.part import Part
from prodops_cli.models.reference import ExperimentRef, GoalRef, LaunchRef, LayerRef, MetricRef, OwnerRef
from prodops_cli.models.values import (
    Amount,
    Count,
    Day,
    Duration,
    Flag,
    Moment,
    Number,
    Percent,
    Scalar,
    Share,
    Shorthand,
    Slug,
    Surface,
    Text,
    wrong,
)
from prodops_cli.overlap.instant import FOREVER, end_of, instant

Role: TypeAlias = Literal["primary", "secondary", "guardrail"]
ROLES: Final[tuple[Role, ...]] = ("primary", "secondary", "guardrail")


class Hypothesis(Part):
    """What one expects, of whom, and why."""

    text: Text | None = None
    """All of it in one sentence; a text alone means the same."""
    change: Text | None = None
    """What is changed."""
    population: Text | None = None
    """For whom."""
    outcome: Text | None = None
    """What will happen."""
    because: Text | None = None
    """Why one thinks so."""

    @property
    def is_said(self) -> bool:
        """Whether anything is expected at all."""
        return any((self.text, self.change, self.population, self.outcome, self.because))


class MetricUse(Part):
    """A metric in an experiment, with what is expected of it."""

    metric: MetricRef | None
    """The metric; an id alone means the same."""
    baseline: Number | None = None
    """Its value without the change, in its unit; a share for proportions."""
    mde_type: Literal["relative", "absolute"] | None = None
    """What `mde` is measured by; relative if nothing is said."""
    mde: Amount | None = None
    """The smallest effect that must not be missed: 0.05 or 5% of the baseline."""
    max_degradation: Amount | None = None
    """How much worse a guardrail may get."""

    @field_validator("mde")
    @classmethod
    def is_a_share(cls, mde: float | None, info: ValidationInfo) -> float | None:
        """A relative effect above 1 is a percent without its sign."""
        if mde is not None and mde > 1 and info.data.get("mde_type") != "absolute":
            raise wrong(f"{mde:g}% or {mde / 100:g}, if {mde:g} percent is meant; as it stands it says {mde * 100:g} %")
        return mde


AnyMetricUse: TypeAlias = Annotated[MetricUse, Shorthand("metric", str)]


class Metrics(Part):
    """What an experiment is judged by."""

    primary: tuple[AnyMetricUse, ...] | None = None
    """What decides."""
    secondary: tuple[AnyMetricUse, ...] | None = None
    """What helps to understand."""
    guardrail: tuple[AnyMetricUse, ...] | None = None
    """What must not get worse."""


class Variant(Part):
    """One of the things that users may see."""

    key: Slug | None
    """What it is called."""
    role: Literal["control", "treatment"] | None = None
    """What is there already, or what is new."""
    weight: Count | None = None
    """Its part of the traffic, relative to the others' weights."""


class RampStep(Part):
    """A day on which traffic changes."""

    on: Day | None
    """The day."""
    traffic: Percent | None
    """Percent of eligible units from then on."""


class LayerUse(Part):
    """A place in a layer."""

    id: LayerRef | None
    """The layer."""
    buckets: tuple[BucketRange, ...] | None = None
    """Half-open ranges of buckets; without them the layer packs the experiment's traffic."""


class Analysis(Part):
    """How the results will be read."""

    alpha: Share | None = None
    """The accepted chance of a false alarm; 0.05 if nothing is said."""
    power: Share | None = None
    """The chance to see the effect if it is there; 0.8 if nothing is said."""
    sides: Annotated[int, Field(strict=True, ge=1, le=2)] | None = None
    """One or two; 2 if nothing is said."""
    correction: Literal["none", "bonferroni", "holm", "benjamini_hochberg"] | None = None
    """For several comparisons."""
    sequential: Flag | None = None
    """Whether one looks before the end."""


class EligibleUnits(Part):
    """How many could take part."""

    per_day: Count | None = None
    """New units a day."""
    total: Count | None = None
    """Units in all."""
    as_of: Day | None = None
    """The day of the count."""


class Cluster(Part):
    """Places that are switched together."""

    id: Text | None
    """What it is called."""
    units: tuple[Text, ...] | None = None
    """Its places, as values of `geo_type`."""


class SwitchSchedule(Part):
    """How windows are given to variants."""

    method: Text | None = None
    """Such as random or alternating."""
    seed: Scalar | None = None
    """What the draw is seeded with."""


class Switchback(Part):
    """A design in which places switch between variants over time."""

    geo_type: Text | None = None
    """The attribute whose values are the places."""
    clusters: tuple[Cluster, ...] | None = None
    """Places that are switched together."""
    window: Duration | None = None
    """How long each place stays with one variant."""
    schedule: SwitchSchedule | None = None
    """How windows are given to variants."""
    burn_in: Duration | None = None
    """How long after a switch nothing is counted."""
    burn_out: Duration | None = None
    """How long the effect goes on after the end."""


class Stretch(Part):
    """From one day or instant to another."""

    start: Moment | None
    """The beginning."""
    end: Moment | None
    """The end; a day is covered whole."""


class SyntheticControl(Part):
    """A design that compares treated places with a mixture of others."""

    geo_type: Text | None = None
    """The attribute whose values are the places."""
    treatment_units: tuple[Text, ...] | None = None
    """Places that get the change."""
    control_units: tuple[Text, ...] | None = None
    """Places that do not."""
    donor_pool: tuple[Text, ...] | None = None
    """Places that the synthetic control is mixed from."""
    excluded_units: tuple[Text, ...] | None = None
    """Places that are left out."""
    pre_period: Stretch | None = None
    """When the mixture is fitted."""
    treatment_period: Stretch | None = None
    """When the change is live."""
    method: Text | None = None
    """Such as augmented or ridge."""
    minimum_detectable_lift: Amount | None = None
    """The smallest effect that would be seen."""


class Result(Part):
    """What was measured, for one metric and one variant."""

    metric: MetricRef | None
    """The metric."""
    variant: Text | None = None
    """The variant, against control."""
    lift: Number | None = None
    """The relative effect; 0.05 is 5 %."""
    ci: Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)] | None = None
    """The confidence interval of the lift, from low to high."""
    p_value: Share | None = None
    """The p-value."""
    as_of: Day | None = None
    """The day of the analysis."""
    url: Text | None = None
    """Where the analysis is."""


class Cell(Part):
    """The units that saw one variant of each of two experiments."""

    variant: Text | None
    """This experiment's variant."""
    other: Text | None
    """The other's variant."""
    units: Count | None
    """How many units saw both."""
    mean: Number | None = None
    """Their mean of the metric."""
    sd: Number | None = None
    """Their standard deviation."""
    conversions: Count | None = None
    """How many converted, where the metric is a proportion."""


class JointResult(Part):
    """The two-way table of this experiment's variants and another's."""

    experiment: ExperimentRef | None
    """The other experiment."""
    metric: MetricRef | None
    """The metric."""
    as_of: Day | None = None
    """The day of the count."""
    cells: tuple[Cell, ...] | None
    """One for each pair of variants."""


class Decision(Part):
    """What was decided, by whom, and why."""

    outcome: Literal["ship", "rollback", "iterate", "rerun", "stop", "inconclusive"] | None
    """What happens now."""
    winner: Text | None = None
    """The variant that won."""
    date: Day | None = None
    """The day."""
    by: OwnerRef | None = None
    """Who decided."""
    rationale: Text | None = None
    """Why."""
    follow_ups: tuple[Text, ...] | None = None
    """What comes next: a sentence, or the id of an experiment."""
    rolled_out_in: LaunchRef | None = None
    """The launch that brought the change to everybody."""


class AcceptedOverlap(Part):
    """An overlap that people have agreed to."""

    experiment: ExperimentRef | None
    """The other experiment."""
    reason: Text | None = None
    """Why it does no harm."""
    by: OwnerRef | None = None
    """Who agreed."""
    until: Day | None = None
    """The last day on which it counts."""


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
    def is_exposing(self) -> bool:
        """Whether users see it: paused ones keep what they saw."""
        return self.status in ("running", "paused")

    def first_day(self, zone: tzinfo) -> date | None:
        """The day on which it began, or is to begin."""
        begun = self.actual_start or self.start
        return instant(begun, zone).astimezone(zone).date() if begun else None

    def last_day(self, zone: tzinfo) -> date | None:
        """The last day on which it runs, or was to run; None where no end is written."""
        begun, end = self.actual_start or self.start, self.actual_end or self.end
        if end is not None:
            stop = end_of(end, zone)
        elif begun is not None and self.duration is not None:
            stop = self.duration.after(begun, zone)
        else:
            return None
        return (stop - timedelta(microseconds=1)).astimezone(zone).date() if stop < FOREVER else None

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
