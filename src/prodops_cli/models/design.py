"""How an experiment is designed: what is compared, on how much traffic, and by which metrics."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, ValidationInfo, field_validator

from prodops_cli.models.layer import BucketRange
from prodops_cli.models.part import Part
from prodops_cli.models.reference import LayerRef, MetricRef
from prodops_cli.models.values import Amount, Count, Day, Flag, Number, Percent, Share, Shorthand, Slug, Text, wrong


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
    sd: Number | None = None
    """Its standard deviation between units without the change, in its unit; of a share it follows from the baseline."""
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

    @property
    def known_as(self) -> str:
        """The metric."""
        return self.metric or ""


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

    @property
    def known_as(self) -> str:
        """Its key."""
        return self.key or ""


class RampStep(Part):
    """A day on which traffic changes."""

    on: Day | None
    """The day."""
    traffic: Percent | None
    """Percent of eligible units from then on."""

    @property
    def known_as(self) -> str:
        """Its day."""
        return self.on.isoformat() if self.on else ""


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
