"""Answers: what has become of what customers say again and again."""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.themes import Theme, is_answer, is_answered
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.launch import Launch


def answer(theme: Theme, catalog: Catalog) -> str:
    """`planned`, `is being tried`, `shipped`, `declined`; empty where nothing answers it yet."""
    if theme.unanswered(catalog):
        return ""
    said = {each.status for each in theme.heard if is_answered(each, catalog)}
    found = (words for status, words in (("planned", "planned"), ("triaged", "looked into")) if status in said)
    return next(found, "shipped" if "shipped" in said else "declined" if "declined" in said else "looked into")


def answering(theme: Theme, catalog: Catalog) -> list[Entity]:
    """The launches and experiments by which it is answered, each once."""
    things = {(thing.kind, thing.id): thing for each in theme.heard for thing in plans(each, catalog)}
    return [*things.values()]


def plans(feedback: Feedback, catalog: Catalog) -> Iterator[Entity]:
    """What may answer one piece of feedback."""
    launch = catalog.get(Launch, feedback.launch)
    if launch and launch.status != "cancelled":
        yield launch
    tests = (catalog.get(Experiment, id) for id in feedback.experiments or ())
    yield from (test for test in tests if test and is_answer(test))
