"""Goals: what the company wants."""

import re
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from prodops_cli.models.entity import Owned
from prodops_cli.models.part import Part
from prodops_cli.models.reference import GoalRef, MetricRef, OwnerRef
from prodops_cli.models.values import Day, Number, Share, Slug, Text, wrong

QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])", re.ASCII)


def parse_period(value: object) -> object:
    """The days of a quarter such as 2026-Q4; a mapping stays what it is."""
    if isinstance(value, dict | Period):
        return value
    if not isinstance(value, str) or not (found := QUARTER.fullmatch(value)):
        raise wrong("a quarter such as 2026-Q4, or {start: 2026-10-01, end: 2026-12-31}")
    year, quarter = int(found[1]), int(found[2])
    after = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return {"start": date(year, quarter * 3 - 2, 1), "end": after - timedelta(days=1)}


class Period(Part):
    """From a first day to a last, both included."""

    start: Day | None
    """The first day."""
    end: Day | None
    """The last day, included."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "anyOf": [{"type": "string", "pattern": r"^\d{4}-?[Qq][1-4]$", "examples": ["2026-Q4"]}, handler(schema)]
        }


GoalPeriod: TypeAlias = Annotated[Period, BeforeValidator(parse_period)]


class KeyResult(Part):
    """How one sees that a goal is reached."""

    id: Slug | None = None
    """What it is called within its goal."""
    name: Text | None = None
    """What people call it."""
    metric: MetricRef | None = None
    """The metric that shows it."""
    baseline: Number | None = None
    """The metric's value at the start."""
    target: Number | None = None
    """The metric's value at the end, if all goes well."""
    current: Number | None = None
    """The metric's value now."""
    as_of: Day | None = None
    """The day of the current value."""
    owner: OwnerRef | None = None
    """Who answers for it, where that is not the goal's owner."""

    @property
    def known_as(self) -> str:
        """Its id; where it has none, its metric or its name."""
        return self.id or self.metric or self.name or ""


class CheckIn(Part):
    """What somebody said of a goal on a day."""

    date: Day | None
    """The day."""
    confidence: Share | None = None
    """How likely it is to be reached, from 0 to 1."""
    note: Text | None = None
    """Why."""

    @property
    def known_as(self) -> str:
        """Its day."""
        return self.date.isoformat() if self.date else ""


class Goal(Owned):
    """A goal with its key results."""

    kind: ClassVar[str] = "goal"
    folder: ClassVar[str] = "goals"
    smallest: ClassVar[dict[str, str]] = Owned.smallest | {"period": "2025-Q2"}

    period: GoalPeriod | None
    """When: a quarter such as 2026-Q4, or {start, end}."""
    level: Literal["company", "department", "team"] | None = None
    """Whose goal it is."""
    status: Literal["draft", "committed", "active", "at_risk", "achieved", "missed", "dropped"] | None = None
    """Where it stands."""
    parent: GoalRef | None = None
    """The goal that it serves."""
    confidence: Share | None = None
    """How likely it is to be reached, from 0 to 1."""
    key_results: tuple[KeyResult, ...] | None = None
    """How one sees that it is reached."""
    check_ins: tuple[CheckIn, ...] | None = None
    """What was said of it, and when."""
    score: Share | None = None
    """How much of it was reached, from 0 to 1, when it was over."""

    @property
    def is_live(self) -> bool:
        """Whether anybody still works towards it."""
        return self.status in (None, "draft", "committed", "active", "at_risk")

    @property
    def lives_until(self) -> date | None:
        """The last day of its period."""
        return self.period.end if self.period else None
