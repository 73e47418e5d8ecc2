"""Undecided experiments: they have ended, and nobody has said what happens now."""

from collections.abc import Iterator
from datetime import timedelta

from prodops_cli.catalog.reading import reading
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, soon, this_friday
from prodops_cli.reports.words.results import deciding, effect, harm, summary

LATELY = timedelta(days=90)


def undecided(edition: Edition) -> tuple[Experiment, ...]:
    """All of them, the one that waits longest first."""
    waiting = (
        experiment
        for experiment in edition.catalog.all(Experiment)
        if experiment.status == "completed" and (experiment.decision is None or experiment.decision.outcome is None)
    )
    return tuple(sorted(waiting, key=lambda each: (each.last_day(edition.zone) or edition.today, each.id)))


def undecided_matters(edition: Edition) -> Iterator[Matter]:
    """Those that ended within three months: what is older waits for no particular week."""
    for experiment in undecided(edition):
        last = experiment.last_day(edition.zone)
        if last is None or last >= edition.today - LATELY:
            yield matter(experiment, edition)


def matter(experiment: Experiment, edition: Edition) -> Matter:
    """What is to be decided: whether it goes out."""
    found = summary(experiment, edition.catalog)
    return Matter(
        what=experiment.title,
        who=edition.people.who(experiment.owner),
        by=this_friday(edition.today),
        when=soon(edition),
        text=f"{waiting(experiment, edition)}.{f' {found[:1].upper()}{found[1:]}.' if found else ''}",
        option=option(experiment, edition),
        owners=(experiment.owner,),
    )


def waiting(experiment: Experiment, edition: Edition) -> str:
    """`Ended 12 Aug, undecided for 23 days`."""
    last = experiment.last_day(edition.zone)
    if last is None:
        return "Ended, and nobody wrote when"
    return f"Ended {day(last, edition.today)}, undecided for {count((edition.today - last).days, 'day')}"


def option(experiment: Experiment, edition: Edition) -> str:
    """What the results suggest."""
    catalog = edition.catalog
    found = deciding(experiment, catalog)
    if not found:
        return "write down the results, or close it as inconclusive."
    match reading(found[0], catalog):
        case "better" if worse := next(harm(experiment, catalog, found[0].variant), None):
            return f"ship it if that is worth {effect(worse, catalog)}."
        case "better":
            return "ship it."
        case "worse":
            return "take it back."
        case "moved":
            return "say which way is good, and decide."
        case _:
            return "close it as inconclusive, or run it again on more users."
