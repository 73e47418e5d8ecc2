"""What came of an experiment: what was measured, and what was decided."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prodops_cli.models.part import Part
from prodops_cli.models.reference import ExperimentRef, LaunchRef, MetricRef, OwnerRef
from prodops_cli.models.values import Count, Day, Number, Share, Text


class Result(Part):
    """What was measured, for one metric and one variant."""

    in_order: ClassVar[frozenset[str]] = frozenset(("ci",))

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

    @property
    def known_as(self) -> str:
        """The metric and the variant."""
        return " ".join(filter(None, (self.metric, self.variant)))


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

    @property
    def known_as(self) -> str:
        """The two variants."""
        return " ".join(filter(None, (self.variant, self.other)))


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

    @property
    def known_as(self) -> str:
        """The other experiment and the metric."""
        return " ".join(filter(None, (self.experiment, self.metric)))


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

    @property
    def known_as(self) -> str:
        """The other experiment."""
        return self.experiment or ""
