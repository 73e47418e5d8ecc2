"""Renames: which of the entities that are gone is which of the new ones, by what they say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from prodops_cli.changes.compare import is_alike
from prodops_cli.models.entity import Entity

SHARED: Final = "id kind owner status type created reviewed review_every tags replaced_by period level"
SAYS_NOTHING: Final = frozenset(SHARED.split())
"""The keys that many documents have in common."""
ENOUGH: Final = 0.6
"""The part of what two documents say that must be the same."""
MOST_ALIKE: Final = 50
"""What more documents than that have in common tells none of them apart."""


def renames(gone: Iterable[Entity], come: Iterable[Entity]) -> list[tuple[Entity, Entity]]:
    """The pairs that say nearly the same under another id; each entity is in one pair at most, the best first."""
    found = sorted(
        ((-likeness(before, after), min(before.id, after.id), max(before.id, after.id)), before, after)
        for before, after in candidates(gone, come)
    )
    pairs: list[tuple[Entity, Entity]] = []
    taken: set[tuple[str, str]] = set()
    for (score, *_), before, after in found:
        keys = {(before.kind, before.id), (after.kind, after.id)}
        if -score >= ENOUGH and not keys & taken:
            taken |= keys
            pairs.append((before, after))
    return pairs


def candidates(gone: Iterable[Entity], come: Iterable[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """The pairs of one kind that have a value in common which few others have."""
    by_value: defaultdict[tuple[str, str, str], tuple[list[Entity], list[Entity]]] = defaultdict(lambda: ([], []))
    for side, entities in enumerate((gone, come)):
        for entity in entities:
            for key, value in sayings(entity).items():
                by_value[entity.kind, key, repr(value)][side].append(entity)
    seen = set()
    for before, after in by_value.values():
        if len(before) <= MOST_ALIKE and len(after) <= MOST_ALIKE:
            for pair in ((old, new) for old in before for new in after):
                if (ids := (pair[0].kind, pair[0].id, pair[1].id)) not in seen:
                    seen.add(ids)
                    yield pair


def likeness(before: Entity, after: Entity) -> float:
    """The part of what two documents say that is the same, from 0 to 1, by the length of the texts."""
    old, new = sayings(before), sayings(after)
    sizes = {key: max(len(str(old.get(key, ""))), len(str(new.get(key, "")))) for key in old | new}
    same = sum(size for key, size in sizes.items() if key in old and key in new and is_alike(old[key], new[key]))
    return same / total if (total := sum(sizes.values())) else 0.0


def sayings(entity: Entity) -> dict[str, object]:
    """What a document says that tells it apart, by key."""
    values = entity.document.value if isinstance(entity.document.value, dict) else {}
    names = {key: name for key, name in entity.names.items() if key in values and key not in SAYS_NOTHING}
    return {key: value for key, name in names.items() if (value := getattr(entity, name)) is not None}
