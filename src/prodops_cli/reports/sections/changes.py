"""What changed: since the period began, kind by kind, with who changed it."""

from collections.abc import Iterator
from datetime import date
from typing import Final, TypedDict

from prodops_cli.changes.change import Change, FieldChange
from prodops_cli.models.kinds import KINDS
from prodops_cli.outputs.wording import told
from prodops_cli.phrases import count, day, listing
from prodops_cli.reports.material.edition import Edition, Past
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.authors import authors, touching
from prodops_cli.reports.words.counts import counted

MOST: Final = 25
"""How many of a kind are told one by one."""
MOST_FIELDS: Final = 6
NEW_FIGURES: Final = {
    "metric": frozenset(("value", "health")),
    "experiment": frozenset(("exposures", "exposures_as_of")),
    "tool": frozenset(("seats",)),
}
"""What changes every week without meaning anything else."""
REVIEW: Final = frozenset(("reviewed",))
HEADINGS: Final = {"feedback": "feedback", "launch": "launches"}


class Field(TypedDict):
    """A field of a document that is different."""

    name: str
    change: str
    """What it was and what it is: `7d → 14d`."""


class Changed(TypedDict):
    """One document that is different."""

    entity: Link
    sort: str
    """added, changed, renamed or removed."""
    fields: list[Field]
    more: int
    """How many further fields changed."""
    who: str
    commit: str
    """The last commit that changed it, in short; empty without a history."""


class Kind(TypedDict):
    """All of a kind that is different."""

    name: str
    """`Metrics`."""
    changes: list[Changed]
    more: str
    """What is not told one by one: `12 added and 3 changed`."""


class Changes(TypedDict):
    """What is different from before the period."""

    past: Past
    since: str
    contents: str
    """All that is in the catalog, for one that has just begun."""
    kinds: list[Kind]
    routine: list[str]
    """How many of each kind got new figures or a review, and nothing else."""
    moved: int
    commits: str
    authors: str


def context(edition: Edition) -> Changes:
    """The changes by kind; or why nobody knows of any."""
    told = [change for change in edition.changes if change.sort != "moved" and not is_routine(change)]
    return {
        "past": edition.origin.past,
        "since": day(edition.period.first, edition.today),
        "contents": listing([counted(number, kind) for kind, number in edition.catalog.counts()]),
        "kinds": [*kinds(told, edition)],
        "routine": [*routine(edition)],
        "moved": sum(change.sort == "moved" for change in edition.changes),
        "commits": count(len(edition.commits), "commit"),
        "authors": listing(sorted(authors(edition.commits))),
    }


def kinds(told: list[Change], edition: Edition) -> Iterator[Kind]:
    """Each kind of which anything changed, in the order of the kinds."""
    for kind in KINDS:
        of_kind = [change for change in told if change.entity.kind == kind]
        if of_kind:
            ordered = sorted(of_kind, key=lambda change: (change.sort, change.entity.title.lower(), change.entity.id))
            yield {
                "name": HEADINGS.get(kind, f"{kind}s").capitalize(),
                "changes": [row(change, edition) for change in ordered[:MOST]],
                "more": summary(ordered[MOST:]),
            }


def summary(changes: list[Change]) -> str:
    """`12 added and 3 changed`: what is not told one by one."""
    sorts = [
        (sort, sum(change.sort == sort for change in changes)) for sort in ("added", "changed", "renamed", "removed")
    ]
    return listing([f"{number} {sort}" for sort, number in sorts if number])


def row(change: Change, edition: Edition) -> Changed:
    """One change: what happened, field by field, and the last commit that did it."""
    commits = tuple(touching(change, edition.commits))
    fields = [field(each, edition.today) for each in change.fields]
    return {
        "entity": edition.links.named(change.entity) if change.after else {"name": change.entity.title, "link": ""},
        "sort": change.sort,
        "fields": [*fields[:MOST_FIELDS]],
        "more": max(len(fields) - MOST_FIELDS, 0),
        "who": listing(authors(commits)),
        "commit": commits[0].id[:7] if commits else "",
    }


def field(change: FieldChange, today: date) -> Field:
    """One field: what it is called, and its values in short."""
    name, said = told(change, today)
    return {"name": name, "change": said}


def is_routine(change: Change) -> bool:
    """Whether only new figures or a review were written down."""
    tops = {str(each.address[0]) for each in change.fields if each.address}
    return change.sort == "changed" and tops <= NEW_FIGURES.get(change.entity.kind, frozenset()) | REVIEW


def routine(edition: Edition) -> Iterator[str]:
    """How many of each kind got new figures or a review, and nothing else."""
    for kind in KINDS:
        number = sum(is_routine(change) and change.entity.kind == kind for change in edition.changes)
        if number:
            yield counted(number, kind)
