"""Writing a plan down: what changes in which document, all else to the letter as it was."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from prodops_cli.documents.document import Document, read
from prodops_cli.documents.node import Value
from prodops_cli.documents.source import Source
from prodops_cli.encounters.words import as_written
from prodops_cli.fixes.assign import Assignment, amended, step_of
from prodops_cli.models.experiment import Experiment
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.problem import WEEK
from prodops_cli.scheduling.schedule import Planned
from prodops_cli.scheduling.task import DAY
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree

ISO: Final = len("2026-09-07")
TREATMENT: Final = "synthetic_control.treatment_period"
PERIODS: Final = ("synthetic_control.pre_period", TREATMENT)
MOVING: Final = (
    "start",
    "end",
    "enrollment_end",
    *(f"{period}.{key}" for period in PERIODS for key in ("start", "end")),
)


def steps(tree: Tree, planned: Sequence[Planned], clock: Clock) -> tuple[Step, ...]:
    """What happens to which file. Raises Misuse for what can't be written."""
    files: defaultdict[str, list[Planned]] = defaultdict(list)
    for each in sorted(planned, key=lambda each: each.task.id):
        files[each.task.experiment.document.source.path].append(each)
    return tuple(step for path in sorted(files) for step in step_of(tree, rewritten(files[path], clock)))


def rewritten(planned: Sequence[Planned], clock: Clock) -> Source:
    """The text of a file with the plan for the experiments in it. Raises Misuse."""
    source = planned[0].task.experiment.document.source
    for each in planned:
        document = same(each.task.experiment.document, source)
        for assignment in assignments(each, clock):
            document = amended(document, Experiment, assignment)
        source = document.source
    return source


def same(document: Document, source: Source) -> Document:
    """A document in a later text of its file."""
    return next(each for each in read(source).documents if (each.index, each.item) == (document.index, document.item))


def assignments(planned: Planned, clock: Clock) -> Iterator[Assignment]:
    """The keys that change, with their values: days are moved, and hours stay."""
    task = planned.task
    if task.planned is None:
        yield Assignment("start", clock.day(planned.start).isoformat())
    else:
        later = timedelta((planned.start - task.planned) // DAY)
        yield from (Assignment(key, moved(text, later)) for key, text in days(task.experiment) if later)
    if task.length != task.planned_length:
        yield from lengthened(planned, clock)
    if planned.is_dealt_anew:
        yield Assignment("layer.buckets", as_written(planned.buckets))


def lengthened(planned: Planned, clock: Clock) -> Iterator[Assignment]:
    """Where it ends, as that is written."""
    task, experiment = planned.task, planned.task.experiment
    if experiment.duration and not experiment.end:
        whole, rest = divmod(task.length, WEEK)
        yield Assignment("duration", f"{task.length // DAY}d" if rest else f"{whole}w")
        return
    known = dict(days(experiment))
    key = f"{TREATMENT}.end" if f"{TREATMENT}.end" in known else "end"
    written = known.get(key)
    last = clock.last_day(planned.stop)
    stop = clock.day(planned.stop) if written and len(written) > ISO else last
    yield Assignment(key, stop.isoformat() + (written[ISO:] if written else ""))


def days(experiment: Experiment) -> Iterator[tuple[str, str]]:
    """The keys that hold days of its plan, and what is written there."""
    written = ((key, text_at(experiment.document.value, key.split("."))) for key in MOVING)
    yield from ((key, text) for key, text in written if text)
    for index, step in enumerate(experiment.ramp or ()):
        if step.on:
            yield f"ramp.{index}.on", step.on.isoformat()


def text_at(value: Value, way: Sequence[str]) -> str | None:
    """What is written at the end of a way through mappings, if anything is."""
    for step in way:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def moved(text: str, later: timedelta) -> str:
    """A day, or an instant, so much later."""
    return (date.fromisoformat(text[:ISO]) + later).isoformat() + text[ISO:]
