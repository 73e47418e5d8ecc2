"""Between two catalogs: what is different, by entity, wherever its document stands."""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.changes.change import Change, FieldChange, keys_of
from prodops_cli.changes.compare import differences
from prodops_cli.changes.renames import renames
from prodops_cli.changes.written import as_written, value_at
from prodops_cli.models.aspects import aspect
from prodops_cli.models.entity import Entity


def changes_between(base: Catalog, head: Catalog) -> Iterator[Change]:
    """What is different, by kind and id. Other comments, orders of keys and forms of one value are no change.

    Nothing is said of what stands in a file that can't be read, in either of them.
    """
    gone = {key: each for key, each in base.named.items() if key not in head.named and key not in head.guessed}
    come = {key: each for key, each in head.named.items() if key not in base.named and key not in base.guessed}
    new_names = renames(gone.values(), come.values())
    former = {(after.kind, after.id): before for before, after in new_names}
    renamed = {(before.kind, before.id) for before, _ in new_names}
    for key in sorted((gone.keys() - renamed) | head.named.keys()):
        before, after = base.named.get(key) or former.get(key), head.named.get(key)
        if (before or key in come) and (found := change(before, after)):
            yield found


def change(before: Entity | None, after: Entity | None) -> Change | None:
    """What happened to an entity; None where nothing did."""
    if before is None or after is None:
        return Change(before, after)
    fields = () if is_untouched(before, after) else tuple(fields_between(before, after))
    if fields or before.document.source.path != after.document.source.path:
        return Change(before, after, fields)
    return None


def is_untouched(before: Entity, after: Entity) -> bool:
    """Whether both stand in the same text at the same place."""
    old, new = before.document, after.document
    return old.source.text == new.source.text and (old.index, old.item) == (new.index, new.item)


def fields_between(before: Entity, after: Entity) -> Iterator[FieldChange]:
    """The fields whose meaning is another, at the deepest address that says so and that one of the texts has."""
    told = set()
    for found in differences(before, after):
        depth = max(len(as_written(before, found.old)), len(as_written(after, found.new)))
        spot = found.up_to(depth)
        if spot not in told:
            told.add(spot)
            old, new = value_at(before, spot.old), value_at(after, spot.new)
            yield FieldChange(spot.address, old, new, aspect(after.kind, keys_of(spot.address)), spot.old, spot.new)
