"""What `prodops size` prints: how large an experiment has to be, and for how long it has to run."""

from collections.abc import Iterator
from math import inf
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.metric import Metric
from prodops_cli.outputs import names
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.phrases import count
from prodops_cli.sizing.answer import Answer
from prodops_cli.sizing.division import Division
from prodops_cli.sizing.plan import Plan
from prodops_cli.sizing.question import Question
from prodops_cli.sizing.words import effect, length, of_power, units, value
from prodops_cli.statistics.supply import WEEK
from prodops_cli.views.size.words import advice, notes

LABEL: Final = 12
METRICS: Final = ("metrics", "primary")


def page(plan: Plan, catalog: Catalog, look: Look) -> Iterator[str]:
    """What to do, then the reasons for each metric, then what is missing and what one has to know."""
    experiment = plan.experiment
    place = experiment.at("id")
    name = f"  {shown(experiment.name)}" if experiment.name else ""
    yield look.paint(f"experiment {shown(experiment.id)}", Ink.bold) + name
    yield f"{shown(place.source.path)}:{place.source.position(place.span.start).line}"
    yield ""
    yield from wrap(advice(plan), look.width)
    if not plan.is_sized:
        return
    for answer in plan.answers:
        yield ""
        yield from of_metric(answer, plan, catalog, look)
    if plan.lacks:
        yield ""
        yield from missing(plan, look)
    for note in notes(plan, catalog):
        yield ""
        yield from wrap(note, look.width)


def of_metric(answer: Answer, plan: Plan, catalog: Catalog, look: Look) -> Iterator[str]:
    """What is known of one primary metric, a label before each line."""
    metric = catalog.get(Metric, answer.question.metric)
    name = f"  {shown(metric.name)}" if metric and metric.name else ""
    yield look.paint(shown(answer.question.metric), Ink.bold) + name
    for label, text in lines(answer, plan):
        first, *rest = wrap(shown(text), look.width - LABEL - 2)
        yield f"  {label:<{LABEL}}{first}"
        yield from (f"  {'':<{LABEL}}{line}" for line in rest)


def lines(answer: Answer, plan: Plan) -> Iterator[tuple[str, str]]:
    """What it is to show, what it needs, how long that takes, and what is planned."""
    question, setting = answer.question, plan.setting
    if question.effect is not None and question.outcome is not None:
        start = question.outcome.mean
        yield "to see", f"{value(start)} → {value(start + question.effect)} ({effect(question, question.effect)})"
    if answer.sizes is not None:
        yield "needs", needs(answer, plan)
    if answer.days is not None:
        yield "takes", takes(answer)
    if setting.reachable is not None and setting.planned is not None:
        power = f", a power of {of_power(answer.power)}" if answer.power is not None else ""
        yield "planned", f"{length(setting.planned)}, {units(plan.experiment, setting.reachable)}{power}"
    if answer.detectable is not None:
        yield "can see", f"{effect(question, answer.detectable)} or more, in the planned time"


def needs(answer: Answer, plan: Plan) -> str:
    """The units of each variant, and of all."""
    sizes, division = answer.sizes or (), plan.setting.division
    total = f"{units(plan.experiment, sum(sizes))} in all"
    if len(set(sizes)) == 1 or not isinstance(division, Division):
        return f"{units(plan.experiment, sizes[0])} in each variant, {sum(sizes):,} in all"
    return f"{total}: {', '.join(f'{size:,} in {key}' for key, size in zip(division.keys, sizes, strict=True))}"


def takes(answer: Answer) -> str:
    """How long it takes to get so many."""
    if answer.days == inf or answer.weeks is None:
        return "forever: there never are so many"
    return count(answer.weeks // WEEK, "week")


def missing(plan: Plan, look: Look) -> Iterator[str]:
    """Each key that has to be written, and why; then what could stand there."""
    yield look.paint("Missing", Ink.bold)
    for lack in plan.lacks:
        first, *rest = wrap(f"{names.address(lack.address)}: {lack.why}", look.width - 2)
        yield f"  {first}"
        yield from (f"    {line}" for line in rest)
    yield look.paint("Write, for example", Ink.bold)
    yield from (f"  {shown(line)}" for line in examples(plan))


def examples(plan: Plan) -> Iterator[str]:
    """A line of YAML for each thing that is missing; one for all primary metrics that lack something."""
    whole = [lack for lack in plan.lacks if lack.address[:2] != METRICS or len(lack.address) == len(METRICS)]
    for lack in whole:
        line = f"{lack.address[-1]}: {lack.example}"
        for parent in reversed(lack.address[:-1]):
            line = f"{parent}: {{{line}}}"
        yield line
    if entries := [entry(answer.question) for answer in plan.answers if answer.question.lacks]:
        yield from ("metrics:", "  primary:", *(f"    - {each}" for each in entries))


def entry(question: Question) -> str:
    """A primary metric with what is written of it, and what is missing."""
    use = question.use
    written = {"baseline": use.baseline, "sd": use.sd, "mde": use.mde}
    said = {key: f"{number:.15g}" for key, number in written.items() if number is not None}
    said |= {"mde_type": use.mde_type} if use.mde_type and use.mde else {}
    said |= {str(lack.address[-1]): lack.example for lack in question.lacks}
    return f"{{metric: {question.metric}, {', '.join(f'{key}: {text}' for key, text in said.items())}}}"
