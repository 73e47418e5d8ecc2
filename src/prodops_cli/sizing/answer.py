"""What one primary metric needs, and what it gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from prodops_cli.sizing.division import Division
from prodops_cli.sizing.lack import Lack
from prodops_cli.sizing.level import Level
from prodops_cli.sizing.question import Question
from prodops_cli.statistics.size import Comparison, whole
from prodops_cli.statistics.supply import Supply, whole_weeks


@dataclass(frozen=True, slots=True)
class Setting:
    """What the metrics of an experiment have in common; a Lack is what can't be told.

    `planned` is for how many days units join; None where nobody wrote it.
    """

    division: Division | Lack
    level: Level | Lack
    supply: Supply | Lack
    planned: float | None

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is missing for all of them."""
        return tuple(each for each in (self.division, self.level, self.supply) if isinstance(each, Lack))

    @property
    def reachable(self) -> int | None:
        """The units that come in the planned time."""
        return None if isinstance(self.supply, Lack) or self.planned is None else self.supply.within(self.planned)


@dataclass(frozen=True, slots=True)
class Answer:
    """`sizes` by variant; `power`, and `detectable` in the metric's unit, are those of the planned time.

    None is what can't be told; the lacks of the question and the setting say why.
    """

    question: Question
    sizes: tuple[int, ...] | None = None
    days: float | None = None
    power: float | None = None
    detectable: float | None = None

    @property
    def total(self) -> int | None:
        """The units of all variants."""
        return None if self.sizes is None else sum(self.sizes)

    @property
    def weeks(self) -> int | None:
        """The days in whole weeks; None also where there never are enough units."""
        return None if self.days is None or self.days == inf else whole_weeks(self.days)


def answer(question: Question, setting: Setting) -> Answer:
    """All that can be told of a primary metric."""
    division, level, outcome, effect = setting.division, setting.level, question.outcome, question.effect
    if isinstance(division, Lack) or isinstance(level, Lack) or outcome is None:
        return Answer(question)
    comparisons = tuple(Comparison(outcome, arms, level.risk) for arms in division.arms)
    reached = setting.reachable
    seen = None if reached is None else hardest_effect(comparisons, question.sign, reached)
    if effect is None:
        return Answer(question, detectable=seen)
    units = max(each.units(effect) for each in comparisons)
    sizes = tuple(whole(units * share) for share in division.shares)
    days = None if isinstance(setting.supply, Lack) else setting.supply.days_for(sum(sizes))
    chance = None if reached is None else min(each.power(effect, reached) for each in comparisons)
    return Answer(question, sizes, days, chance, seen)


def hardest_effect(comparisons: Sequence[Comparison], sign: Literal[1, -1], units: int) -> float | None:
    """The smallest effect that so many units show of every treatment; None where none can be."""
    effects = [each.detectable(sign, units) for each in comparisons]
    known = [effect for effect in effects if effect is not None]
    return max(known, key=abs) if len(known) == len(effects) else None
