"""Results: what was decided in the period, on what grounds, and what follows."""

from typing import Final, TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import day
from prodops_cli.reports.front.learned import LABELS, decided, out
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.results import summary

LONGEST: Final = 240


class ResultRow(TypedDict):
    """An experiment that was decided."""

    test: Link
    outcome: str
    by: str
    """Who decided it, and when."""
    found: str
    why: str
    next: str
    """When it goes out, and what else follows."""


class Results(TypedDict):
    """What was decided in the period."""

    rows: list[ResultRow]


def context(edition: Edition) -> Results | None:
    """The decisions of the period; None where a catalog has no experiment at all."""
    if not edition.catalog.all(Experiment):
        return None
    return {"rows": [row(each, edition) for each in decided(edition)]}


def row(experiment: Experiment, edition: Edition) -> ResultRow:
    """One decision."""
    made = experiment.decision
    on = f", {day(made.date, edition.today)}" if made and made.date else ""
    return {
        "test": edition.links.named(experiment),
        "outcome": LABELS[made.outcome] if made and made.outcome else "–",
        "by": f"{edition.people.person(made.by if made else None) or 'nobody is named'}{on}",
        "found": summary(experiment, edition.catalog) or "no result is written down",
        "why": shortened((made.rationale if made else None) or "–", LONGEST),
        "next": following(experiment, edition) or "–",
    }


def following(experiment: Experiment, edition: Edition) -> str:
    """When it goes out, and what was to be done after it."""
    made = experiment.decision
    launch = out(edition.catalog.get(Launch, made.rolled_out_in if made else None), edition)
    texts = [f"{each.removesuffix('.')}." for each in map(str, (made.follow_ups if made else None) or ())]
    return " ".join(each for each in (launch, *texts) if each)
