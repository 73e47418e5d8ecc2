"""Feedback: what customers said."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from prodops_cli.models.entity import Condition, Owned
from prodops_cli.models.part import Part
from prodops_cli.models.reference import ExperimentRef, FeedbackRef, GoalRef, LaunchRef
from prodops_cli.models.values import Count, Day, Flag, Number, Slug, Surface, Text

Score: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=10)]
"""How likely somebody is to recommend us."""
PROMOTER, PASSIVE = 9, 7
"""The least score of each group."""


class Answers(Part):
    """How many answers of an NPS survey were of each group."""

    promoters: Count | None = None
    """Answers of 9 or 10."""
    passives: Count | None = None
    """Answers of 7 or 8."""
    detractors: Count | None = None
    """Answers from 0 to 6."""

    @property
    def number(self) -> int:
        """All of them."""
        return (self.promoters or 0) + (self.passives or 0) + (self.detractors or 0)

    def with_(self, others: "Answers") -> "Answers":
        """These answers and others."""
        return Answers(
            promoters=(self.promoters or 0) + (others.promoters or 0),
            passives=(self.passives or 0) + (others.passives or 0),
            detractors=(self.detractors or 0) + (others.detractors or 0),
        )


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
    """The yearly revenue of those who say so, in `currency`."""
    currency: Text | None = None
    """The currency's ISO 4217 code, such as EUR."""
    score: Score | None = None
    """From source nps: how likely one is to recommend us, from 0 to 10; `mentions` says how many answered so."""
    answers: Answers | None = None
    """From source nps: how many answered what; then neither `score` nor `mentions` is counted for it."""
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

    @property
    def heard(self) -> int:
        """How often it was heard, or answered; what does not say so was heard once."""
        if self.mentions is None:
            return self.answers.number if self.answers else 1
        return self.mentions

    @property
    def nps(self) -> Answers | None:
        """How many answers of each group it stands for; None where it holds no score of a survey."""
        if self.source != "nps" or self.answers:
            return self.answers if self.source == "nps" else None
        if self.score is None:
            return None
        if self.score >= PROMOTER:
            return Answers(promoters=self.heard)
        return Answers(passives=self.heard) if self.score >= PASSIVE else Answers(detractors=self.heard)

    def conditions(self) -> Iterator[Condition]:
        """What a duplicate asks for."""
        if self.status == "duplicate" and not self.duplicate_of:
            yield ("duplicate_of",), "a duplicate names the feedback that says the same"
