"""The subjects of rules: what a catalog has of each sort."""

from collections.abc import Iterable
from typing import Any, Final

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.catalog.wrong import DuplicateId, UnknownKind
from prodops_cli.changes.change import Change
from prodops_cli.changes.effects import Departure, Redefinition
from prodops_cli.documents.refusal import Refusal
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.lint.allow import Unused, unused
from prodops_cli.lint.comment import Allowance, Malformed
from prodops_cli.lint.context import Context
from prodops_cli.models.entity import Entity
from prodops_cli.models.mistakes import Mistake

COMPARED: Final = (Change, Redefinition, Departure)
"""What there is only where there is a base to compare with."""


def subjects(sort: type[Any], context: Context) -> Iterable[Any]:
    """Everything of a sort that rules can look at. Raises TypeError for a sort that no catalog has."""
    if issubclass(sort, Entity):
        return context.catalog.all(sort)
    if issubclass(sort, Refusal | Mistake | DuplicateId | UnknownKind):
        return context.catalog.wrongs(sort)
    if sort is Mention:
        return context.catalog.references
    if sort is Encounter:
        return context.encounters
    if sort in COMPARED:
        return compared(sort, context)
    if issubclass(sort, Allowance | Malformed):
        return (comment for comment in context.comments if isinstance(comment, sort))
    if sort is Unused:
        return unused(context)
    if sort is Catalog:
        return (context.catalog,)
    raise TypeError(f"a catalog has no {sort.__name__} that a rule could look at")


def compared(sort: type[Any], context: Context) -> Iterable[Any]:
    """What is different from the base."""
    if sort is Redefinition:
        return context.effects.redefinitions
    return context.effects.departures if sort is Departure else context.changes
