"""The words of `prodops size`: what to do, and what one has to know."""

from collections.abc import Iterator
from math import inf
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, listing, percent
from prodops_cli.sizing.answer import Answer
from prodops_cli.sizing.level import Level
from prodops_cli.sizing.plan import Plan
from prodops_cli.sizing.question import YES_OR_NO
from prodops_cli.sizing.words import effect, length, noun
from prodops_cli.statistics.supply import WEEK

ROLLOUT: Final = (
    "A rollout has no sample size: it opens step by step what is decided already. Give each step of its `ramp` a week, "
    "and look at the guardrails before the next one."
)
SYNTHETIC_CONTROL: Final = (
    "There is no formula for the size of a synthetic control: what it can see depends on how well the other places "
    "foretell the treated ones. Try it on weeks in which nothing was changed; the smallest effect that stands out "
    "then belongs into `synthetic_control.minimum_detectable_lift`."
)
NO_TYPE: Final = "Nobody wrote its `type`: `prodops lint` says what can stand there."
BANDIT: Final = (
    "A bandit moves traffic while it learns, and these sizes are for the weights as they are written: take them "
    "for the least."
)
SEQUENTIAL: Final = (
    "Who looks before the end needs more units than this (`analysis.sequential`): take it for the least, and ask your "
    "experiment tool for the rest."
)
FEW: Final = 30
FEW_WINDOWS: Final = (
    "One unit is one cluster in one window. There are few of them, and the formula is too hopeful then: take the size "
    "for the least."
)


def advice(plan: Plan) -> str:
    """The one thing to do."""
    if not plan.is_sized:
        return unsized(plan)
    if plan.lacks:
        number = len(plan.lacks)
        return f"Nobody can say it yet: {count(number, 'thing')} {'is' if number == 1 else 'are'} missing."
    days, planned = plan.days, plan.setting.planned
    if days is None or days == inf:
        return f"There never are enough {noun(plan.experiment)} for it. {instead(plan)}".rstrip()
    weeks = count(int(days) // WEEK, "week")
    if planned is None:
        return f"Run it for {weeks}."
    if any(each.days is not None and each.days > planned for each in plan.answers):
        return f"Run it for {weeks}: the {length(planned)} that are planned are too short. {instead(plan)}".rstrip()
    if days > planned:
        return (
            f"The {length(planned)} that are planned are enough; make them {weeks}, since no weekday is like another."
        )
    if days == planned:
        return f"The {length(planned)} that are planned are what it needs."
    return f"The {length(planned)} that are planned are enough; {weeks} would do."


def unsized(plan: Plan) -> str:
    """Why there is no sample size, and what to do instead."""
    match plan.experiment.type:
        case "rollout":
            return ROLLOUT
        case "synthetic_control":
            lift = plan.experiment.synthetic_control and plan.experiment.synthetic_control.minimum_detectable_lift
            return SYNTHETIC_CONTROL + (f" It says {percent(lift)}." if lift else "")
        case _:
            return NO_TYPE


def instead(plan: Plan) -> str:
    """What the planned time can see of those metrics that it is too short for."""
    said = [
        f"{effect(each.question, each.detectable)} of {each.question.metric} "
        f"instead of {effect(each.question, each.question.effect)}"
        for each in plan.answers
        if each.detectable is not None and each.question.effect is not None and is_short(each, plan)
    ]
    planned = length(plan.setting.planned or 0)
    return f"In {planned} you can detect {listing(said)}." if said else ""


def is_short(answer: Answer, plan: Plan) -> bool:
    """Whether the planned time gives a metric too few units."""
    return answer.total is not None and plan.setting.reachable is not None and plan.setting.reachable < answer.total


def notes(plan: Plan, catalog: Catalog) -> Iterator[str]:
    """What one has to know to read the figures."""
    if isinstance(level := plan.setting.level, Level):
        yield sureness(level)
    shares = [each.question.metric for each in plan.answers if is_taken_for_a_share(each, catalog)]
    if shares:
        taken = f"{listing(shares)} {'is' if len(shares) == 1 else 'are'} taken for a share"
        yield (
            f"{taken}, yes or no of each {noun(plan.experiment)[:-1]}; where one of them can count for more, write "
            "how much they differ, as a standard deviation, in `sd`."
        )
    if plan.experiment.type == "bandit":
        yield BANDIT
    if plan.experiment.type == "switchback" and any(each.sizes and min(each.sizes) < FEW for each in plan.answers):
        yield FEW_WINDOWS
    if plan.experiment.analysis and plan.experiment.analysis.sequential:
        yield SEQUENTIAL


def sureness(level: Level) -> str:
    """`alpha 0.05 on two sides, power 0.8`; and what several comparisons do to it."""
    words = f"alpha {level.alpha:g} on {'one side' if level.sides == 1 else 'two sides'}, power {level.power:g}"
    if level.comparisons == 1:
        return f"With {words}."
    compared = f"With {words}, {level.comparisons} comparisons (primary metrics times treatments)"
    match level.correction:
        case "none":
            chance = percent(1 - (1 - level.alpha) ** level.comparisons)
            return f"{compared}, none corrected: a false alarm somewhere has a chance of up to {chance}."
        case "bonferroni":
            return f"{compared}, each at alpha {level.risk.alpha:.2g} (Bonferroni)."
        case "holm" | "benjamini_hochberg":
            name = "Holm" if level.correction == "holm" else "Benjamini and Hochberg"
            mild = f"at most {level.mildest.alpha:g} where all the others show effects"
            return (
                f"{compared}. {name} asks alpha {level.risk.alpha:.2g} of an effect that is alone, as here, and {mild}."
            )


def is_taken_for_a_share(answer: Answer, catalog: Catalog) -> bool:
    """Whether a metric of another type is taken for yes or no, since it lies between 0 and 1."""
    metric = catalog.get(Metric, answer.question.metric)
    outcome = answer.question.outcome
    return outcome is not None and outcome.is_share and (metric is None or metric.type not in YES_OR_NO)
