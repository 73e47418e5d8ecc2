"""Feedback: what customers said."""

from typing import ClassVar, Literal

from prodops_cli.models.entity import Owned
from prodops_cli.models.reference import ExperimentRef, FeedbackRef, GoalRef, LaunchRef
from prodops_cli.models.values import Count, Day, Flag, Number, Slug, Surface, Text


class Feedback(Owned):
    """What one or many customers said. Never a customer's name."""

    kind: ClassVar[str] = "feedback"
    folder: ClassVar[str] = "feedback"

    source: Literal["interview", "support", "sales", "survey", "review", "community", "nps"] | None = None
    """Where it was heard."""
    received: Day | None = None
    """The day on which it was heard."""
    segment: Text | None = None
    """Which customers say so."""
    surface: Surface | None = None
    """What it is about."""
    quote: Text | None = None
    """In the customer's words."""
    themes: tuple[Slug, ...] | None = None
    """What it is about, in words that others use as well."""
    severity: Text | None = None
    """How much it hurts."""
    mentions: Count | None = None
    """How often it was heard."""
    revenue_at_risk: Number | None = None
    """The yearly revenue of those who say so."""
    status: Literal["new", "triaged", "planned", "shipped", "declined", "duplicate"] | None = None
    """What became of it."""
    duplicate_of: FeedbackRef | None = None
    """The feedback that says the same."""
    decision: Text | None = None
    """What was decided, and why."""
    launch: LaunchRef | None = None
    """The launch that answers it."""
    goals: tuple[GoalRef, ...] | None = None
    """The goals that it speaks for."""
    experiments: tuple[ExperimentRef, ...] | None = None
    """The experiments that try an answer."""
    responded: Flag | None = None
    """Whether those who said it were told what became of it."""

    @property
    def is_live(self) -> bool:
        """Whether something is still to be done about it."""
        return self.status not in ("shipped", "declined", "duplicate")
