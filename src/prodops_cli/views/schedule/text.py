"""What `prodops schedule` prints: who moves and why, who stays, who has no place, and where places are free."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from prodops_cli.encounters.words import as_written
from prodops_cli.models.experiment import Experiment
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.phrases import count, day, days, listing
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.schedule import Planned, Schedule
from prodops_cli.scheduling.vacancy import Vacancies, Vacancy
from prodops_cli.scheduling.words import help_for, is_ending, reasons, weeks, why_not

STAYS: Final = 20
A_DAY: Final = timedelta(1)


def as_text(schedule: Schedule, look: Look) -> Iterator[str]:
    """The plan, for a terminal."""
    yield from wrap(headline(schedule), look.width)
    moving = [each for each in schedule.changed if each.task.planned is not None]
    new = [each for each in schedule.changed if each.task.planned is None]
    for title, some in (("Changes", moving), ("Gets a date", new)):
        yield from heading(title, look, len(some))
        for each in some:
            yield from entry(each.task.experiment, told(each, schedule), look)
    yield from heading("Has no place", look, len(schedule.unplaced) + len(schedule.lacking))
    for task in schedule.unplaced:
        yield from entry(task.experiment, [why_not(schedule, task), help_for(schedule, task)], look)
    for lacking in schedule.lacking:
        yield from entry(lacking.experiment, [lacking.why, lacking.help], look)
    staying = [each for each in schedule.planned if not each.is_changed]
    yield from heading("Stays as planned", look, len(staying))
    for each in staying:
        when = days_of(each, schedule.clock)
        yield f"  {when:<{STAYS}}{shown(each.task.id)}"
        yield from (
            f"  {'':<{STAYS}}{line}" for note in reasons(schedule, each) for line in wrap(note, look.width - 22)
        )
    vacancies = tuple(Vacancies(schedule))
    yield from heading("Cities and regions", look, len(vacancies))
    for vacancy in vacancies:
        yield from indented(of_places(vacancy, schedule.clock), look, 2, 4)


def headline(schedule: Schedule) -> str:
    """`8 planned experiments: 2 change, 5 stay as planned and 1 has no place.`."""
    new = sum(each.task.planned is None for each in schedule.changed)
    changed, without = len(schedule.changed) - new, len(schedule.unplaced) + len(schedule.lacking)
    staying = len(schedule.planned) - changed - new
    if not schedule.planned and not without:
        return "Nothing is to be planned: no experiment that changes a surface is scheduled or a draft."
    said = (
        (changed, "changes", "change"),
        (new, "gets a date", "get a date"),
        (staying, "stays as planned", "stay as planned"),
        (without, "has no place", "have no place"),
    )
    parts = [f"{number:,} {one if number == 1 else many}" for number, one, many in said if number]
    return f"{count(len(schedule.planned) + without, 'planned experiment')}: {listing(parts)}."


def heading(title: str, look: Look, number: int) -> Iterator[str]:
    """The head of a part; nothing, where nobody is in it."""
    if number:
        yield ""
        yield look.paint(f"{title} ({number:,})", Ink.bold)


def entry(experiment: Experiment, lines: Sequence[str], look: Look) -> Iterator[str]:
    """An experiment with whose it is, and what is said of it."""
    name = f' "{experiment.name}"' if experiment.name else ""
    owner = f", owner {experiment.owner}" if experiment.owner else ""
    draft = "" if experiment.status == "scheduled" else ", a draft"
    yield from indented(f"{experiment.id}{name}{owner}{draft}", look, 2, 4)
    for line in lines:
        yield from indented(line, look, 4, 6)


def indented(text: str, look: Look, first: int, rest: int) -> Iterator[str]:
    """A text in lines, the first one indented less."""
    lines = wrap(shown(text), look.width - rest, look.width - first)
    yield from (f"{' ' * (rest if number else first)}{line}" for number, line in enumerate(lines))


def told(planned: Planned, schedule: Schedule) -> list[str]:
    """When it is to run, on which buckets, and why."""
    task, clock = planned.task, schedule.clock
    when = days_of(planned, clock)
    if task.planned is not None:
        later = planned.start - task.planned
        when += (
            f", {weeks(later)} later"
            if later
            else ", the planned days"
            if task.length == task.planned_length
            else ", from the planned day on"
        )
    slot = task.trial.slot
    given = f"on the buckets {as_written(planned.buckets)} of {slot.layer}" if slot and planned.buckets else ""
    return [when, *([given] if given and planned.is_dealt_anew else []), *reasons(schedule, planned)]


def days_of(planned: Planned, clock: Clock) -> str:
    """`14 Sep to 11 Oct`."""
    return days(clock.day(planned.start), clock.last_day(planned.stop), clock.today)


def of_places(vacancy: Vacancy, clock: Clock) -> str:
    """Which places, and when they are free."""
    names = listing(vacancy.places)
    if not vacancy.taken:
        return f"{names}: free"
    taken = listing([f"{stay.who}, {when(stay.start, stay.stop, clock)}" for stay in vacancy.taken], "and by")
    free = max(stay.stop for stay in vacancy.taken)
    after = f"free from {day(clock.last_day(free) + A_DAY, clock.today)} on" if is_ending(free, clock) else "never free"
    return f"{names}: {after}; taken by {taken}"


def when(start: int, stop: int, clock: Clock) -> str:
    """`until 4 Oct`, `5 to 25 Oct`."""
    if not is_ending(stop, clock):
        return "with no end in sight"
    last = clock.last_day(stop)
    return f"until {day(last, clock.today)}" if start <= 0 else days(clock.day(start), last, clock.today)


def farewell(schedule: Schedule) -> str:
    """How good the plan is, and what one can do with it."""
    if schedule.solved.is_best:
        good = "No plan has shorter delays."
    elif schedule.solver == "greedy":
        good = "There may be a plan with shorter delays: `--solver cp-sat` looks for it."
    else:
        good = "There may be a plan with shorter delays; the search for it was given up."
    todo = " Nothing is written yet: --diff shows the edits, --write makes them." if schedule.changed else ""
    return f"{good}{todo}"
