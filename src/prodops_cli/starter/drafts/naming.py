"""Naming: whether a new document may have an id, before anything else is asked."""

import re
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.people import People
from prodops_cli.failure import Misuse
from prodops_cli.findings import Finding
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.pattern import LONGEST_ID, is_slug
from prodops_cli.phrases import listing

NO_LETTERS: Final = re.compile(r"[^a-z0-9_]+")


def refuse_id(catalog: Catalog, model: type[Entity], id: str) -> None:
    """Raises Misuse for an id that can't be, or that another document has."""
    if not is_slug(id):
        near = NO_LETTERS.sub("-", id.lower()).strip("-_")[:LONGEST_ID]
        hint = f"try `{near}`" if is_slug(near) else "such as saved-cards"
        raise Misuse(f"`{id}` can't be an id: it takes small letters and digits, joined by - or _", hint)
    if found := catalog.named.get((model.kind, id)):
        owner = f", owned by {People(catalog).who(found.owner)}" if isinstance(found, Owned) and found.owner else ""
        raise Misuse(
            f"there is a {model.kind} `{id}` already, in {found.document.source.path}{owner}",
            f"choose another id, or change it with `prodops set {id} KEY=VALUE`",
        )
    if catalog.is_known(model.kind, id):
        raise Misuse(f"there is a file for the {model.kind} `{id}` that can't be read", "`prodops lint` says why")


def refuse_name(findings: list[Finding]) -> None:
    """Raises Misuse for an id of which the rules about names say something."""
    if findings:
        said = listing([finding.problem.message for finding in findings])
        notes = listing([note for finding in findings for note in finding.problem.notes])
        raise Misuse(said, notes or f"`prodops explain {findings[0].rule}` says why")
