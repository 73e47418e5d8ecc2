"""What changed: since the period began, kind by kind, with who changed it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypedDict

from prodops_cli.changes.change import Change, FieldChange
from prodops_cli.changes.usage import Use
from prodops_cli.models.aspects import Aspect
from prodops_cli.models.kinds import KINDS
from prodops_cli.outputs.wording import told
from prodops_cli.phrases import count, day, listing
from prodops_cli.reports.material.edition import Edition, Past
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.authors import authors, touching
from prodops_cli.reports.words.counts import READ_FIRST, counted
from prodops_cli.reports.words.uses import resting

MOST: Final = 25
"""How many of a kind are told one by one."""
MOST_FIELDS: Final = 6
NEWS: Final = frozenset(("results", "joint_results", "confidence", "check_ins", "score"))
"""Figures that one wants to hear of, as they are all that a test or a goal is for."""
PRIVATE: Final = frozenset(("email", "handles"))
"""Fields of people of which a report only says that they are others."""
REVIEW: Final = ("reviewed",)
WORDS: Final[dict[Aspect, str]] = {
    "identity": "is another thing now",
    "calculation": "is counted otherwise",
    "interpretation": "is read otherwise",
}
"""What the gravest change of a thing comes to, in the order of how grave it is."""
SETUP: Final = "runs otherwise"
"""What it comes to for an experiment whose design is another."""
HEADINGS: Final = {"feedback": "feedback", "launch": "launches"}


class Field(TypedDict):
    """A field of a document that is different."""

    name: str
    change: str
    """What it was and what it is: `7d → 14d`."""


class Changed(TypedDict):
    """One document that is different."""

    entity: Link
    what: str
    """What it comes to: added, changed, counted otherwise."""
    fields: list[Field]
    more: int
    """How many further fields changed."""
    uses: str
    """Who rests on it, where its calculation is another."""
    who: str
    commit: Link | None
    """The last commit that changed it; None without a history, and where there is but one."""


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
    reworded: list[str]
    """How many of each kind have other words, and nothing else."""
    moved: int
    commits: str
    commit: Link | None
    """The only one; None where there are several, or none."""
    authors: str


def context(edition: Edition) -> Changes:
    """The changes by kind; or why nobody knows of any."""
    told = [change for change in edition.changes if change.sort != "moved" and not is_routine(change)]
    return {
        "past": edition.origin.past,
        "since": day(edition.period.first, edition.today),
        "contents": listing([counted(number, kind) for kind, number in edition.catalog.counts()]),
        "kinds": [*kinds([change for change in told if not is_reworded(change)], edition)],
        "routine": [*numbers(is_routine, edition)],
        "reworded": [*numbers(is_reworded, edition)],
        "moved": sum(change.sort == "moved" for change in edition.changes),
        "commits": count(len(edition.commits), "commit"),
        "commit": edition.links.made_by(edition.commits[0].id) if len(edition.commits) == 1 else None,
        "authors": listing(sorted(authors(edition.commits))),
    }


def kinds(told: list[Change], edition: Edition) -> Iterator[Kind]:
    """Each kind of which anything changed; what matters most comes first."""
    uses = resting_on(edition)
    for kind in READ_FIRST:
        of_kind = [change for change in told if change.entity.kind == kind]
        if of_kind:
            ordered = sorted(of_kind, key=rank)
            yield {
                "name": HEADINGS.get(kind, f"{kind}s").capitalize(),
                "changes": [row(change, uses.get(change.key, ()), edition) for change in ordered[:MOST]],
                "more": summary(ordered[MOST:]),
            }


def resting_on(edition: Edition) -> dict[tuple[str, str], tuple[Use, ...]]:
    """Who rests on the metrics whose calculation is another, by kind and id."""
    return {change.key: each.uses for each in edition.effects.redefinitions for change, _ in each.metrics}


def rank(change: Change) -> tuple[int, str, str, str]:
    """Sorts by how much it matters, then by what happened, then by name."""
    grave = gravest(change)
    order = [*WORDS].index(grave) if grave else len(WORDS)
    return order, change.sort, change.entity.title.lower(), change.entity.id


def gravest(change: Change) -> Aspect | None:
    """What the gravest of its changes is about; None where that is nothing that one has to read otherwise."""
    return next((each for each in WORDS if change.sort == "changed" and change.of(each)), None)


def what(change: Change) -> str:
    """What it comes to, in a word or two."""
    grave = gravest(change)
    if grave == "calculation" and change.entity.kind != "metric":
        return SETUP if change.entity.kind == "experiment" else change.sort
    return WORDS[grave] if grave else change.sort


def summary(changes: list[Change]) -> str:
    """`12 added and 3 changed`: what is not told one by one."""
    sorts = [
        (sort, sum(change.sort == sort for change in changes)) for sort in ("added", "changed", "renamed", "removed")
    ]
    return listing([f"{number} {sort}" for sort, number in sorts if number])


def row(change: Change, uses: tuple[Use, ...], edition: Edition) -> Changed:
    """One change: what happened, field by field, who rests on it, and the last commit that did it."""
    commits = tuple(touching(change, edition.commits))
    fields = [field(each, edition.today) for each in change.fields]
    return {
        "entity": edition.links.named(change.entity) if change.after else {"name": change.entity.title, "link": ""},
        "what": what(change),
        "fields": [*fields[:MOST_FIELDS]],
        "more": max(len(fields) - MOST_FIELDS, 0),
        "uses": resting(uses) if uses else "",
        "who": listing(authors(commits)),
        "commit": edition.links.made_by(commits[0].id) if commits and len(edition.commits) > 1 else None,
    }


def field(change: FieldChange, today: date) -> Field:
    """One field: what it is called, and its values in short."""
    name, said = told(change, today)
    if PRIVATE.intersection(change.keys):
        return {"name": change.keys[0], "change": "changed"}
    return {"name": name, "change": said}


def is_routine(change: Change) -> bool:
    """Whether only new figures or a review were written down."""
    loud = (each for each in change.fields if each.aspect != "figures" or NEWS.intersection(each.keys))
    return change.sort == "changed" and all(each.keys == REVIEW for each in loud)


def is_reworded(change: Change) -> bool:
    """Whether only the words are others."""
    return change.sort == "changed" and not is_routine(change) and len(change.of("text")) == len(change.fields)


def numbers(is_meant: Callable[[Change], bool], edition: Edition) -> Iterator[str]:
    """How many of each kind changed in such a way."""
    for kind in KINDS:
        number = sum(change.entity.kind == kind and is_meant(change) for change in edition.changes)
        if number:
            yield counted(number, kind)
