"""Admissions: whether a user of whom only some things are said is in an audience, and what it depends on."""

from collections.abc import Iterator
from dataclasses import dataclass

from prodops_cli.encounters.asked.conditions import of_attribute
from prodops_cli.encounters.audience import Attributes
from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.audiences.audience import Audience, Branch, branches
from prodops_cli.overlap.audiences.condition import Condition, terms_of
from prodops_cli.overlap.audiences.predicate import holds, predicate
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Client, ClientValue
from prodops_cli.phrases import listing


@dataclass(frozen=True, slots=True)
class Admission:
    """`only_if` is what must be true of the user, as far as nobody said it: `app_version 6.4 or more`."""

    truth: Truth
    only_if: str = ""


def admission(audience: Audience, client: Client, known: Attributes) -> Admission:
    """Of an attribute that is not said of the client, nothing is known."""
    answers = [(branch, admitted(branch, client, known)) for branch in branches(audience)]
    truth = max(answer for _, answer in answers)
    if truth is not Truth.UNKNOWN:
        return Admission(truth)
    open_ones = [unsaid(branch, client, known) for branch, answer in answers if answer is Truth.UNKNOWN]
    return Admission(truth, " or ".join(dict.fromkeys(listing(list(each)) for each in open_ones)))


def admitted(branch: Branch, client: Client, known: Attributes) -> Truth:
    """Whether the client is in one alternative."""
    return min((meets(client, name, asked, known) for name, asked in branch.items()), default=Truth.TRUE)


def unsaid(branch: Branch, client: Client, known: Attributes) -> Iterator[str]:
    """What an alternative asks of which nobody can tell."""
    for name, asked in branch.items():
        if meets(client, name, asked, known) is Truth.UNKNOWN:
            yield of_attribute(name, asked)


def meets(client: Client, name: str, asked: tuple[Condition, ...], known: Attributes) -> Truth:
    """Whether the client meets what is asked of one attribute."""
    if name not in client:
        return Truth.UNKNOWN
    attribute = known.get(name, UNDECLARED)
    return min(answer(condition, client[name], attribute) for condition in asked)


def answer(condition: Condition, value: ClientValue, attribute: Attribute) -> Truth:
    """Whether a value meets a condition; who is in FR may be in FR-75."""
    if any(isinstance(term, str) and contains(value, term, attribute) for term in terms_of(condition)):
        return Truth.UNKNOWN
    return holds(predicate(condition, attribute), value)


def contains(value: ClientValue, term: str, attribute: Attribute) -> bool:
    """Whether a value, or one of several, is a parent of a term."""
    if isinstance(value, tuple):
        return any(contains(each, term, attribute) for each in value)
    return value != term and value in tuple(attribute.lineage(term))
