"""Naming: which entity somebody means by an id, with its kind or without."""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.spelling import nearest
from prodops_cli.phrases import listing


def named(catalog: Catalog, kind: str | None, id: str) -> Entity:
    """The entity of an id; of several with one kind and id the first. Raises Misuse where there are none or more."""
    kinds = [kind] if kind else [each for each in KINDS if (each, id) in catalog.named]
    found = [catalog.named[each, id] for each in kinds if (each, id) in catalog.named]
    if not found:
        raise unknown(catalog, kind, id)
    if len(found) > 1:
        raise Misuse(
            f"`{id}` is the id of several: {listing(kinds)}",
            f"say which: {listing([f'`prodops show {each} {id}`' for each in kinds], 'or')}",
        )
    return found[0]


def unknown(catalog: Catalog, kind: str | None, id: str) -> Misuse:
    """What is said of an id that nothing has."""
    elsewhere = [each for each in KINDS if (each, id) in catalog.named]
    if elsewhere:
        return Misuse(
            f"no {kind} is called `{id}`", f"there is one among other kinds: `prodops show {elsewhere[0]} {id}`"
        )
    near = nearest(id, {other for each, other in catalog.named if kind in (None, each)})
    sentence = f"no {kind} is called `{id}`" if kind else f"nothing is called `{id}`"
    return Misuse(sentence, f"did you mean `{near}`?" if near else "`prodops list KIND` says what there is")
