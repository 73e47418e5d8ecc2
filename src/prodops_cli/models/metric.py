"""Metrics: what is measured, once."""

from collections.abc import Callable, Iterator
from datetime import date
from operator import ge, gt, le, lt
from typing import ClassVar, Final, Literal

from prodops_cli.models.entity import Condition, Owned
from prodops_cli.models.expression import normalised
from prodops_cli.models.part import Part
from prodops_cli.models.reference import MetricRef, OwnerRef, ToolRef
from prodops_cli.models.values import Day, Duration, Number, Slug, Text

COMPARE: Final[dict[str, Callable[[float, float], bool]]] = {"lt": lt, "lte": le, "gte": ge, "gt": gt}
AS_MEANT: Final = {"increase": "gte", "decrease": "lte"}
"""On which side of its target a metric should be that is good when it goes up, or down."""

GRAINS: Final = ("hour", "day", "week", "month", "quarter")
"""From the finest to the coarsest."""

TROUBLE: Final = {"draft": "is a draft", "broken": "is broken", "deprecated": "is deprecated", "removed": "was removed"}


class Definition(Part):
    """How a metric is calculated."""

    expression: Text | None = None
    """The calculation itself."""
    language: Literal["sql", "dax", "formula", "prose"] | None = None
    """What the expression is written in."""
    aggregation: Text | None = None
    """How values become one, such as count_distinct."""
    numerator: MetricRef | None = None
    """The metric above the line of a ratio."""
    denominator: MetricRef | None = None
    """The metric below the line of a ratio."""
    filter: Text | None = None
    """Which rows count."""

    def sense(self, name: str) -> object:
        """Expressions mean the same in other layouts."""
        text = getattr(self, name)
        return normalised(text, self.language) if name in ("expression", "filter") and text else super().sense(name)


class DataSource(Part):
    """Where a metric's numbers come from."""

    tool: ToolRef | None = None
    """The tool that holds them."""
    dataset: Text | None = None
    """The table or model."""
    dashboard: Text | None = None
    """The address of the chart."""


class Target(Part):
    """Where a metric should be."""

    op: Literal["lt", "lte", "gte", "gt"] | None = None
    """On which side of the value it should be."""
    value: Number | None = None
    """The value, in the metric's unit."""
    by: Day | None = None
    """By when."""

    def is_met_by(self, value: float, direction: str | None) -> bool | None:
        """Whether a value is on its good side; `op` is taken from the direction where it is not written."""
        if self.value is None or (op := self.op or AS_MEANT.get(direction or "")) is None:
            return None
        return COMPARE[op](value, self.value)


class Health(Part):
    """Whether a metric can be trusted now."""

    level: Literal["ok", "attention", "problem", "unknown"] | None = None
    """How much."""
    reasons: tuple[Text, ...] | None = None
    """Why."""
    as_of: Day | None = None
    """The day on which somebody looked."""


class Measurement(Part):
    """What a metric last said."""

    current: Number | None = None
    """The newest value, in the metric's unit."""
    previous: Number | None = None
    """The value one grain before."""
    as_of: Day | None = None
    """The day of the newest value."""


class Certificate(Part):
    """Who vouches for a metric's calculation."""

    by: OwnerRef | None = None
    """Who."""
    on: Day | None = None
    """When."""
    fingerprint: Text | None = None
    """Of which calculation: twelve hexadecimal digits, which certified-but-changed tells."""


class Metric(Owned):
    """A metric, defined once."""

    kind: ClassVar[str] = "metric"
    folder: ClassVar[str] = "metrics"
    smallest: ClassVar[dict[str, str]] = Owned.smallest | {
        "description": "What is counted, and when.",
        "status": "draft",
        "direction": "increase",
    }

    description: Text | None
    """What it measures, in sentences."""
    status: Literal["draft", "active", "broken", "deprecated", "removed"] | None
    """Where it stands in its life."""
    direction: Literal["increase", "decrease", "neutral"] | None
    """Which way is good."""
    type: (
        Literal["count", "sum", "mean", "proportion", "ratio", "percentile", "retention", "cumulative", "derived"]
        | None
    ) = None
    """What kind of number it is."""
    steward: OwnerRef | None = None
    """The person who looks after the data's integrity."""
    definition: Definition | None = None
    """How it is calculated."""
    inputs: tuple[MetricRef, ...] | None = None
    """The metrics that it is calculated from."""
    unit: Text | None = None
    """What it is counted in, such as ms or orders."""
    currency: Text | None = None
    """The currency's ISO 4217 code, where it is money."""
    grain: Literal["hour", "day", "week", "month", "quarter"] | None = None
    """How often there is a value."""
    window: Duration | None = None
    """How long each value looks back."""
    entity: Slug | None = None
    """What is counted: user, account, device, session, order …"""
    role: Literal["north_star", "kpi", "driver", "guardrail", "diagnostic"] | None = None
    """What it is for."""
    tier: Literal["gold", "silver", "bronze"] | None = None
    """How much it may be relied upon."""
    source: DataSource | None = None
    """Where the numbers come from."""
    freshness: Duration | None = None
    """How old the newest value may be."""
    sensitivity: Literal["technical", "interaction", "stored_content", "highly_sensitive"] | None = None
    """What it reveals of people."""
    target: Target | None = None
    """Where it should be."""
    health: Health | None = None
    """Whether it can be trusted now."""
    value: Measurement | None = None
    """What it last said."""
    certified: Certificate | None = None
    """Who vouches for it."""
    aliases: tuple[Slug, ...] | None = None
    """Other words that people use for it."""
    expires: Day | None = None
    """The day after which nobody should use it unless somebody looks at it again."""
    reason: Text | None = None
    """Why it is deprecated, where nothing replaces it."""
    remove_after: Day | None = None
    """When a deprecated metric goes."""
    removed_on: Day | None = None
    """When a removed metric went."""
    repair_issue: Text | None = None
    """Where the repair of a broken metric is worked on."""

    @property
    def is_live(self) -> bool:
        """Whether anybody may still look at it."""
        return self.status != "removed"

    @property
    def trouble(self) -> str:
        """Why nothing should be decided by it, and what to do; empty where it can be relied upon."""
        if self.status is None or self.status not in TROUBLE:
            return ""
        otherwise = {"draft": "make it active first", "broken": "repair it first"}.get(self.status, "use another one")
        instead = f"use `{self.replaced_by}` instead" if self.replaced_by else otherwise
        return f"`{self.id}` {TROUBLE[self.status]}; {instead}"

    def misses_target_on(self, today: date) -> bool:
        """Whether its target's day is over, and a value from then on is on the wrong side; the day still counts."""
        target, value = self.target, self.value
        if not target or target.by is None or today <= target.by or self.status not in ("active", "broken"):
            return False
        if not value or value.current is None or (value.as_of is not None and value.as_of < target.by):
            return False
        return target.is_met_by(value.current, self.direction) is False

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the metrics that it is calculated from."""
        how = self.definition
        named = (*(self.inputs or ()), *((how.numerator, how.denominator) if how else ()))
        return tuple(dict.fromkeys(id for id in named if id))

    def conditions(self) -> Iterator[Condition]:
        """What each status asks for."""
        if self.status == "broken" and not self.repair_issue:
            yield ("repair_issue",), "a broken metric says where its repair is worked on"
        if self.status == "deprecated" and not (self.replaced_by or self.reason):
            yield ("replaced_by",), "a deprecated metric names what replaces it, or a `reason`"
        if self.status == "deprecated" and not self.remove_after:
            yield ("remove_after",), "a deprecated metric says when it goes"
        if self.status == "removed" and not self.removed_on:
            yield ("removed_on",), "a removed metric says when it went"
        if self.status == "active" and not self.is_calculated:
            yield ("definition", "expression"), "an active metric has this, or `inputs`, or `source.dashboard`"

    @property
    def is_calculated(self) -> bool:
        """Whether it says anywhere how its value comes about."""
        expression = self.definition and self.definition.expression
        dashboard = self.source and self.source.dashboard
        return bool(self.inputs or expression or dashboard)
