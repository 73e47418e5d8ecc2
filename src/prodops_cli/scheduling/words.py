"""Why somebody waits or has no place, and what would help, in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from prodops_cli.overlap.windows.instant import FOREVER
from prodops_cli.phrases import count, day, listing
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.hindrance import Hindrance
from prodops_cli.scheduling.problem import WEEK
from prodops_cli.scheduling.schedule import Planned, Schedule
from prodops_cli.scheduling.task import DAY, Task


def weeks(minutes: int) -> str:
    """`4 weeks`, `10 days`: how long something is."""
    whole, rest = divmod(minutes, WEEK)
    return count(whole, "week") if whole and not rest else count(-(-minutes // DAY), "day")


def reasons(schedule: Schedule, planned: Planned) -> Iterator[str]:
    """Why somebody doesn't start as it is written, or runs longer."""
    task, clock = planned.task, schedule.clock
    if task.planned is not None and task.planned != task.wish:
        yield f"its start on {day(clock.day(task.planned), clock.today)} has passed"
    if planned.start > task.wish:
        yield from because(schedule.waits_for(planned), clock)
    if planned.is_dealt_anew:
        yield "its own buckets are taken by then"
    yield from lengths(task)


def because(hindrances: Sequence[Hindrance], clock: Clock) -> Iterator[str]:
    """What somebody waits for: each sort of thing once, with all who are in the way by it."""
    if not hindrances:
        yield "makes room for the others"
    for (kind, what), group in groupby(sorted(hindrances, key=key), key=lambda each: key(each)[:2]):
        who = listing([f"{each.who} ({until(each.until, clock)})" for each in group])
        match kind:
            case "surface" | "metric":
                yield f"waits on {what} for {who}"
            case "places":
                yield f"waits for {who}, which needs the same {what}"
            case "buckets":
                yield f"has no buckets of {what} beside {who}"
            case "layer":
                yield f"has no room in {what} beside {who}"
            case _:
                yield f"needs users of {listing([each.who for each in hindrances if each.kind == kind])}"


def key(hindrance: Hindrance) -> tuple[str, str, int, str]:
    """The order in which hindrances are told."""
    return hindrance.kind, hindrance.what, hindrance.until, hindrance.who


def until(minute: int, clock: Clock) -> str:
    """`until 14 Sep`; `no end is written`."""
    return f"until {day(clock.last_day(minute), clock.today)}" if is_ending(minute, clock) else "no end in sight"


def is_ending(minute: int, clock: Clock) -> bool:
    """Whether something ever ends."""
    return minute < clock.minutes(FOREVER)


def lengths(task: Task) -> Iterator[str]:
    """What one has to know of how long it runs."""
    if task.is_longer and task.planned_length:
        yield f"runs {weeks(task.length)} and not {weeks(task.planned_length)}, as its sample size needs"
    elif task.needed and task.needed * DAY > task.length:
        yield f"its sample size needs {weeks(task.needed * DAY)}: see `prodops size {task.id}`"
    if task.planned_length is None and task.length != (task.needed or 0) * DAY:
        yield f"nobody wrote for how long: {weeks(task.length)}, as most experiments here"


def why_not(schedule: Schedule, task: Task) -> str:
    """Why somebody has no place."""
    clock, by = schedule.clock, schedule.posed.by
    item = schedule.posed.problem.by_id[task.id]
    if not item.starts:
        frames = tuple(schedule.posed.frames(task))
        if frames:
            return f"can't run beside what it requires ({listing(task.experiment.requires or ())})"
        assert by is not None
        return f"takes {weeks(task.length)} and can't start before {day(clock.day(task.wish), clock.today)}"
    return "; ".join(because(schedule.hindered(task), clock))


def help_for(schedule: Schedule, task: Task) -> str:
    """What would give somebody a place."""
    clock = schedule.clock
    endless = [each.who for each in schedule.hindered(task) if not is_ending(each.until, clock)]
    if schedule.posed.by and (later := schedule.possible(task)):
        start, stop = (clock.day(later.start), clock.last_day(later.start + task.length))
        return f"it could start on {start.isoformat()} and be over on {stop.isoformat()}: choose a later --by"
    if endless:
        return f"end {listing(sorted(set(endless)))}, or write when it ends"
    required = set(task.experiment.requires or ())
    both = sorted({each.who for each in schedule.hindered(task) if each.kind == "surface"} & required)
    if both:
        return f"accept {listing(both)} in accepted_overlaps, if its users are to be in both"
    if required:
        return f"give {listing(sorted(required))} days on which both can run, or remove it from requires"
    return "lower its traffic, or take it out of its layer"
