"""How people say effects, powers, lengths and units."""

from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, percent
from prodops_cli.sizing.question import Question
from prodops_cli.statistics.supply import WEEK

NEARLY_SURE: Final = 0.999


def effect(question: Question, effect: float) -> str:
    """`+2%` of the baseline; `+0.5` where it is absolute."""
    return f"{'+' if effect > 0 else '−'}{size(question, effect)}"


def size(question: Question, effect: float) -> str:
    """`2%` of the baseline, `0.5`: an effect as `mde` is written."""
    terms = abs(question.in_terms(effect))
    return value(terms) if question.use.mde_type == "absolute" else percent(terms)


def value(number: float) -> str:
    """`0.617`, `52.2`, `12,400`: four digits that count."""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.4g}"


def of_power(power: float) -> str:
    """A power that is never quite all."""
    return f"over {percent(NEARLY_SURE)}" if power > NEARLY_SURE else percent(power)


def length(days: float) -> str:
    """`4 weeks`, `10 days`, `0.5 days`."""
    if days >= WEEK and days % WEEK == 0:
        return count(int(days) // WEEK, "week")
    return count(int(days), "day") if days % 1 == 0 else f"{days:.1f} days"


def units(experiment: Experiment, number: int) -> str:
    """`1,200 users`."""
    return f"{number:,} {noun(experiment)}"


def noun(experiment: Experiment) -> str:
    """What the units of an experiment are called."""
    if experiment.type == "switchback":
        return "windows"
    return f"{(experiment.randomization_unit or 'unit').replace('_', ' ')}s"
