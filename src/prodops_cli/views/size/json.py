"""What `prodops size -f json` prints: the sizes of an experiment, for programs."""

from collections.abc import Iterator
from datetime import date
from math import inf

from prodops_cli.outputs import names
from prodops_cli.outputs.encode import written
from prodops_cli.sizing.answer import Answer
from prodops_cli.sizing.division import Division
from prodops_cli.sizing.lack import Lack
from prodops_cli.sizing.level import Level
from prodops_cli.sizing.plan import Plan
from prodops_cli.views.plain import VERSION, Json


def as_json(plan: Plan, today: date, revision: str | None) -> Iterator[str]:
    """One object; each primary metric is a line of its own."""
    yield written(head(plan, today, revision))[:-1] + ', "metrics": ['
    answers = plan.answers if plan.is_sized else ()
    for index, answer in enumerate(answers):
        yield written(metric(answer, plan)) + ("," if index < len(answers) - 1 else "")
    yield "]}"


def head(plan: Plan, today: date, revision: str | None) -> Json:
    """What holds for all metrics. What can't be told is null, and `missing` says why."""
    level = plan.setting.level
    return {
        "version": VERSION,
        "today": today.isoformat(),
        "revision": revision,
        "experiment": plan.experiment.id,
        "type": plan.experiment.type,
        "sized": plan.is_sized,
        "analysis": analysis(level) if isinstance(level, Level) else None,
        "days": whole(plan.days) if plan.is_sized else None,
        "planned_days": whole(plan.setting.planned),
        "reachable": plan.setting.reachable,
        "missing": [missing(lack) for lack in plan.lacks] if plan.is_sized else [],
    }


def analysis(level: Level) -> Json:
    """How sure it is to be; `alpha_each` is what one effect alone has to pass."""
    return {
        "alpha": level.alpha,
        "alpha_each": level.risk.alpha,
        "power": level.power,
        "sides": level.sides,
        "correction": level.correction,
        "comparisons": level.comparisons,
    }


def metric(answer: Answer, plan: Plan) -> Json:
    """A primary metric. `mde` and `detectable` are both relative or both absolute; `per_variant` is the smallest."""
    question, division = answer.question, plan.setting.division
    use = question.use
    keys = division.keys if isinstance(division, Division) else ()
    return {
        "metric": question.metric,
        "baseline": use.baseline,
        "sd": use.sd,
        "mde": use.mde,
        "mde_type": use.mde_type or "relative",
        "per_variant": min(answer.sizes) if answer.sizes else None,
        "variants": dict(zip(keys, answer.sizes or (), strict=False)),
        "total": answer.total,
        "days": answer.weeks,
        "reachable": plan.setting.reachable,
        "power": answer.power,
        "detectable": None if answer.detectable is None else abs(question.in_terms(answer.detectable)),
    }


def missing(lack: Lack) -> Json:
    """What has to be written."""
    return {"address": names.address(lack.address), "why": lack.why, "example": lack.example}


def whole(days: float | None) -> int | float | None:
    """Days, as whole as they are; null also where there never are enough units."""
    if days is None or days == inf:
        return None
    return int(days) if days % 1 == 0 else days
