"""Launches: what goes out, when, to whom."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prodops_cli.models.audience import Audience
from prodops_cli.models.entity import Owned
from prodops_cli.models.part import Part
from prodops_cli.models.reference import ExperimentRef, GoalRef, LaunchRef, MetricRef, OwnerRef
from prodops_cli.models.values import Day, Flag, Surface, Text


class LaunchMetrics(Part):
    """What a launch is judged by."""

    success: tuple[MetricRef, ...] | None = None
    """What should get better."""
    guardrail: tuple[MetricRef, ...] | None = None
    """What must not get worse."""


class Readiness(Part):
    """Something that must be done before a launch."""

    item: Text | None
    """What."""
    owner: OwnerRef | None = None
    """Who does it."""
    status: Literal["todo", "done", "blocked", "not_needed"] | None = None
    """How far it is."""
    due: Day | None = None
    """By when."""

    @property
    def known_as(self) -> str:
        """What is to be done."""
        return self.item or ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.status not in ("done", "not_needed")


class Rollback(Part):
    """How to take a launch back."""

    supported: Flag | None = None
    """Whether it can be taken back."""
    plan: Text | None = None
    """How."""


class Launch(Owned):
    """Something that goes out."""

    kind: ClassVar[str] = "launch"
    folder: ClassVar[str] = "launches"

    tier: Annotated[int, Field(strict=True, ge=1, le=4)] | None = None
    """How much it matters; 1 matters most."""
    stage: Literal["idea", "alpha", "beta", "ga", "removed"] | None = None
    """For how many it is."""
    status: Literal["planned", "approved", "in_progress", "launched", "deferred", "cancelled"] | None = None
    """How far it is."""
    target_date: Day | None = None
    """The planned day."""
    actual_date: Day | None = None
    """The day on which it went out."""
    surfaces: tuple[Surface, ...] | None = None
    """What it changes."""
    audience: Audience | None = None
    """For whom."""
    goals: tuple[GoalRef, ...] | None = None
    """The goals that it serves."""
    metrics: LaunchMetrics | None = None
    """What it is judged by."""
    experiments: tuple[ExperimentRef, ...] | None = None
    """The experiments that led to it."""
    approvers: tuple[OwnerRef, ...] | None = None
    """Who must agree."""
    readiness: tuple[Readiness, ...] | None = None
    """What must be done before."""
    rollback: Rollback | None = None
    """How to take it back."""
    release_note: Text | None = None
    """What customers are told."""
    depends_on: tuple[LaunchRef, ...] | None = None
    """Launches that must come first."""

    @property
    def is_live(self) -> bool:
        """Whether it is still to come, be it put off."""
        return self.status not in ("launched", "cancelled")

    @property
    def is_ahead(self) -> bool:
        """Whether people work towards it: it is not out, nor put off or cancelled."""
        return self.status != "launched" and not self.is_off and self.actual_date is None

    @property
    def is_off(self) -> bool:
        """Whether it was put off or cancelled."""
        return self.status in ("deferred", "cancelled")

    def is_close_on(self, today: date, days: int) -> bool:
        """Whether it goes out for real, and soon: it is agreed, on its way, or planned within so many days."""
        is_soon = self.target_date is not None and (self.target_date - today).days <= days
        return self.is_ahead and self.stage != "idea" and (self.status in ("approved", "in_progress") or is_soon)

    @property
    def day(self) -> date | None:
        """The day on which it went out, else the planned one."""
        return self.actual_date or self.target_date

    @property
    def steps(self) -> tuple[Readiness, ...]:
        """What must be done before it."""
        return tuple(step for step in self.readiness or () if step.status != "not_needed")

    @property
    def open_steps(self) -> tuple[Readiness, ...]:
        """What of it is not done yet."""
        return tuple(step for step in self.steps if step.is_open)
