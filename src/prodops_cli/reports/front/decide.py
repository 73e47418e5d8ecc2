"""Decide: what cannot wait, each with who, by when, and a way out."""

from typing import TypedDict

from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.breaks import break_matters
from prodops_cli.reports.matters.clashes import clash_matters
from prodops_cli.reports.matters.legacies import legacy_matters
from prodops_cli.reports.matters.matter import Matter
from prodops_cli.reports.matters.overdue import overdue_matters
from prodops_cli.reports.matters.overlaps import overlap_matters
from prodops_cli.reports.matters.renewals import renewal_matters
from prodops_cli.reports.matters.undecided import undecided_matters

MOST = 8
"""How many fit on the first screen; the others stand further down."""


class MatterRow(TypedDict):
    """Something that somebody has to decide."""

    what: str
    who: str
    when: str
    text: str
    option: str


class Decide(TypedDict):
    """What cannot wait."""

    matters: list[MatterRow]
    more: int


def decisions(edition: Edition) -> tuple[Matter, ...]:
    """All that waits, by the day on which it must be decided; on one day, what touches customers comes first."""
    found = (
        *overlap_matters(edition),
        *clash_matters(edition),
        *break_matters(edition),
        *undecided_matters(edition),
        *renewal_matters(edition),
        *overdue_matters(edition),
        *legacy_matters(edition),
    )
    return tuple(sorted(found, key=lambda matter: matter.by))


def decide(matters: tuple[Matter, ...]) -> Decide:
    """What the first screen says of them."""
    return {"matters": [row(matter) for matter in matters[:MOST]], "more": max(len(matters) - MOST, 0)}


def row(matter: Matter) -> MatterRow:
    """One of them."""
    return {
        "what": matter.what,
        "who": matter.who,
        "when": matter.when,
        "text": matter.text,
        "option": matter.option,
    }
