"""What `prodops schedule -f json` prints: the plan, for programs."""

from collections.abc import Iterator

from prodops_cli.outputs.encode import indented
from prodops_cli.overlap.buckets import Buckets
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.schedule import Planned, Schedule
from prodops_cli.scheduling.task import DAY, Task
from prodops_cli.scheduling.vacancy import Vacancies, Vacancy
from prodops_cli.scheduling.words import help_for, is_ending, reasons, why_not
from prodops_cli.views.plain import VERSION, Json


def as_json(schedule: Schedule) -> Iterator[str]:
    """One object. Days are those on which something begins, and the last ones on which it runs."""
    by = schedule.posed.by
    whole: Json = {
        "version": VERSION,
        "today": schedule.clock.today.isoformat(),
        "by": by.isoformat() if by else None,
        "solver": schedule.solver,
        "best": schedule.solved.is_best,
        "cost": {
            "without_place": schedule.cost.without_place + schedule.cost.drafts_without_place + len(schedule.lacking),
            "late": schedule.cost.late,
            "delay_days": (schedule.cost.delay + schedule.cost.delay_of_drafts) // DAY,
            "changed": len(schedule.changed),
        },
        "plan": [of_plan(each, schedule) for each in schedule.planned],
        "without_place": [*(left_out(each, schedule) for each in schedule.unplaced)]
        + [
            {"id": each.experiment.id, "owner": each.experiment.owner, "why": each.why, "help": each.help}
            for each in schedule.lacking
        ],
        "places": [of_places(each, schedule.clock) for each in Vacancies(schedule)],
    }
    yield from indented(whole).split("\n")


def of_plan(planned: Planned, schedule: Schedule) -> Json:
    """One experiment with its days."""
    task, clock = planned.task, schedule.clock
    before = None if task.planned is None else clock.day(task.planned)
    length = task.planned_length
    after = None if before is None or length is None or task.planned is None else clock.last_day(task.planned + length)
    waits = schedule.waits_for(planned) if planned.start > task.wish else ()
    return {
        "id": task.id,
        "owner": task.experiment.owner,
        "status": task.experiment.status,
        "start": clock.day(planned.start).isoformat(),
        "end": clock.last_day(planned.stop).isoformat(),
        "planned": {"start": before and before.isoformat(), "end": after and after.isoformat()},
        "changed": planned.is_changed,
        "delay_days": None if task.planned is None else (planned.start - task.planned) // DAY,
        "days_needed": task.needed,
        "layer": task.trial.slot.layer if task.trial.slot else None,
        "buckets": ranges(planned.buckets),
        "planned_buckets": ranges(task.trial.buckets),
        "waits_for": [
            {"id": each.who, "kind": each.kind, "what": each.what, "until": last_day(each.until, clock)}
            for each in waits
        ],
        "reasons": list(reasons(schedule, planned)),
    }


def left_out(task: Task, schedule: Schedule) -> Json:
    """One experiment without a place."""
    why, help = why_not(schedule, task), help_for(schedule, task)
    return {"id": task.id, "owner": task.experiment.owner, "why": why, "help": help}


def of_places(vacancy: Vacancy, clock: Clock) -> Json:
    """Places that the same ones have."""
    taken = [
        {"by": each.who, "start": clock.day(each.start).isoformat(), "end": last_day(each.stop, clock)}
        for each in vacancy.taken
    ]
    return {"attribute": vacancy.attribute, "places": list(vacancy.places), "taken": taken}


def ranges(buckets: Buckets) -> list[list[int]]:
    """Buckets as they are written."""
    return [[each.start, each.stop] for each in buckets]


def last_day(stop: int, clock: Clock) -> str | None:
    """The last day before a minute; null where no end is in sight."""
    return clock.last_day(stop).isoformat() if is_ending(stop, clock) else None
