"""Learned: what was decided in the period and what it rests on, and what went out."""

from datetime import date
from typing import Final, TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.outputs.shorten import first_sentence
from prodops_cli.phrases import day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.words.results import summary

MOST: Final = 8
"""How many fit on the first screen."""
LABELS: Final = {
    "ship": "Shipped",
    "stop": "Stopped",
    "rollback": "Taken back",
    "iterate": "Reworked",
    "rerun": "Run again",
    "inconclusive": "No clear answer",
}
ORDER: Final = (*LABELS,)


class Lesson(TypedDict):
    """A decision, or something that went out."""

    label: str
    """`Shipped`."""
    what: str
    text: str


class Learned(TypedDict):
    """What was decided, and what went out."""

    things: list[Lesson]
    more: int


def learned(edition: Edition) -> Learned:
    """The decisions of the period, gains first, and what went out."""
    items = [
        *(decision(each, edition) for each in decided(edition)),
        *(launch(each, edition) for each in launched(edition)),
    ]
    return {"things": items[:MOST], "more": max(len(items) - MOST, 0)}


def decided(edition: Edition) -> tuple[Experiment, ...]:
    """The experiments that were decided in the period."""
    found = (
        (ORDER.index(each.decision.outcome), each.decision.date or date.min, each.id, each)
        for each in edition.catalog.all(Experiment)
        if each.decision and each.decision.outcome and each.decision.date in edition.period
    )
    return tuple(each for *_, each in sorted(found, key=lambda found: found[:3]))


def launched(edition: Edition) -> tuple[Launch, ...]:
    """The launches of the period, but for those that a decision of the period tells of already."""
    told = {each.decision.rolled_out_in for each in decided(edition) if each.decision}
    return tuple(
        each for each in edition.catalog.all(Launch) if each.actual_date in edition.period and each.id not in told
    )


def decision(experiment: Experiment, edition: Edition) -> Lesson:
    """What was decided, what was seen, when it goes out, and why."""
    made = experiment.decision
    found = summary(experiment, edition.catalog)
    why = first_sentence(made.rationale or "") if made else ""
    launch = edition.catalog.get(Launch, made.rolled_out_in if made else None)
    return {
        "label": LABELS[made.outcome] if made and made.outcome else "",
        "what": experiment.title,
        "text": " ".join(said for said in (f"{found}." if found else "", out(launch, edition), why) if said),
    }


def out(launch: Launch | None, edition: Edition) -> str:
    """`On for everybody since 1 Sep.`, `Goes out on 10 Sep.`."""
    if launch is None:
        return ""
    if launch.actual_date is not None and launch.actual_date <= edition.today:
        return f"Out since {day(launch.actual_date, edition.today)}."
    return f"Goes out on {day(launch.target_date, edition.today)}." if launch.target_date else ""


def launch(launch: Launch, edition: Edition) -> Lesson:
    """What went out, when, and what customers were told."""
    on = f"{day(launch.actual_date, edition.today)}." if launch.actual_date else ""
    text = first_sentence(launch.release_note or launch.description or "")
    return {"label": "Launched", "what": launch.title, "text": f"{on} {text}".strip()}
