"""Who uses an entity: how many of each kind, in which roles, and who they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.changes.written import as_written
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.outputs.words import count

MOST: Final = 8
"""How many of a kind are named; those that are live come first."""
BARE: Final = frozenset(("by", "id"))
"""Last words of a path that say nothing alone."""


def uses(entity: Entity, catalog: Catalog, look: Look) -> Iterator[str]:
    """A line, or a few, for each kind."""
    mentions = catalog.mentions(entity)
    if not mentions:
        yield "  nothing"
    for kind in KINDS:
        of_kind = [mention for mention in mentions if mention.by.kind == kind]
        if of_kind:
            first, *more = wrap(f"{head(of_kind)}: {named(of_kind)}", look.width - 4)
            yield f"  {first}"
            yield from (f"    {line}" for line in more)


def head(mentions: Sequence[Mention]) -> str:
    """`3 experiments (primary in 2, guardrail in 1)`, `1 goal (key results)`."""
    users = len({mention.by.id for mention in mentions})
    found = Counter(word for _, word in {(mention.by.id, role(mention)) for mention in mentions})
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    roles = ", ".join(word if number == users else f"{word} in {number:,}" for word, number in ordered)
    return f"{count(users, mentions[0].by.kind)} ({roles})"


def named(mentions: Sequence[Mention]) -> str:
    """Their ids, and how many more there are."""
    users = {mention.by.id: mention.by for mention in mentions}
    ids = [shown(id) for id in sorted(users, key=lambda id: (not users[id].is_live, id))]
    return ", ".join(ids) if len(ids) <= MOST else f"{', '.join(ids[:MOST])} and {len(ids) - MOST:,} more"


def role(mention: Mention) -> str:
    """What a mention means, by the keys that lead to it: `owner`, `primary`, `decision by`."""
    path = [step for step in as_written(mention.by, mention.reference.address) if isinstance(step, str)]
    if len(path) > 1 and path[-1] == mention.reference.kind:
        path.pop()
    words = path[-2:] if path[-1] in BARE else path[-1:]
    return shown(" ".join(words).replace("_", " "))
