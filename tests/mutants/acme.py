"""Acme with one mistake in it: what a mutant says, and the few ways in which people make mistakes in a file."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import NamedTuple, TypeVar

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Place
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.source import Source, Span
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS

NEXT_KEY = re.compile(r"^[a-z]", re.MULTILINE)
AnyEntity = TypeVar("AnyEntity", bound=Entity)
Item = TypeVar("Item")


class At(NamedTuple):
    """A file, and a line and a column in it, both from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Mutant:
    """Files that are others, new, or gone; where the rule must point; other rules that have a reason to speak, too."""

    files: Mapping[str, bytes | None]
    at: At
    beside: frozenset[str] = frozenset()

    def told_at(self, at: At) -> "Mutant":
        """The same mistake, told at another place."""
        return Mutant(self.files, at, self.beside)

    def and_also(self, *rules: str) -> "Mutant":
        """The same mistake, of which these rules have something to say as well, each for a good reason."""
        return Mutant(self.files, self.at, self.beside | set(rules))

    def followed_by(self, text: str) -> "Mutant":
        """More lines at the end of its only file."""
        ((path, data),) = self.files.items()
        assert data
        return Mutant({path: data + text.encode()}, self.at, self.beside)

    def with_(self, other: "Mutant") -> "Mutant":
        """Both mistakes, in different files; told where the first one is."""
        assert not self.files.keys() & other.files.keys()
        return Mutant({**self.files, **other.files}, self.at, self.beside | other.beside)


@dataclass(frozen=True)
class Acme:
    """The healthy catalog, its day, and the dice."""

    catalog: Catalog
    today: date
    dice: Random

    def any(self, kind: type[AnyEntity], fits: Callable[[AnyEntity], object] = bool) -> AnyEntity:
        """An entity of a kind, anywhere. Fails where none fits, so that no mutant is silently none."""
        return self.one([entity for entity in self.catalog.all(kind) if fits(entity)])

    def one(self, items: Iterable[Item]) -> Item:
        """One of several."""
        found: Sequence[Item] = list(items)
        assert found, "acme has nothing that this mistake could be made with"
        return self.dice.choice(found)

    def write(self, entity: Entity, *address: str | int, text: str) -> Mutant:
        """Another value in the place of one that is written; told there."""
        span = entity.document.span(address)
        return changed(entity, [Edit(span, text)], span.start)

    def rename(self, entity: Entity, *address: str | int, key: str) -> Mutant:
        """Another key; told there."""
        span = entity.document.span(address, "key")
        return changed(entity, [Edit(span, key)], span.start)

    def add(self, entity: Entity, text: str, told: str | None = None) -> Mutant:
        """More lines at the end of a document; told at their first value, or where `told` stands in them."""
        before = entity.document.source.text
        assert before.endswith("\n")
        assert entity.document.item is None
        offset = text.index(told) if told else text.index(": ") + len(": ")
        return changed(entity, [Edit(Span(len(before), len(before)), f"{text}\n")], len(before) + offset)

    def insert(self, entity: Entity, offset: int, text: str, told: str) -> Mutant:
        """More text at an offset; told where `told` stands in it."""
        return changed(entity, [Edit(Span(offset, offset), text)], offset + text.index(told))

    def remove(self, entity: Entity, *keys: str) -> Mutant:
        """Top-level keys with all that is in them; told at the id."""
        edits = [Edit(lines(entity.document.source, entity, key), "") for key in keys]
        path, text = entity.document.source.path, edited(entity.document.source.text, edits)
        return Mutant({path: text.encode()}, position(path, text, text.index("id: ") + len("id: ")))

    def fresh(self, kind: str, id: str, told: str | None = None, **keys: str) -> Mutant:
        """A new and healthy document, but for these keys (an empty one is left out); told at its id, or at `told`."""
        said = {"id": id} | HEALTHY[kind] | keys
        text = "".join(f"{key}: {value}\n" for key, value in said.items() if value)
        return self.create(f"{KINDS[kind].folder}/{id}.yaml", text, told or id)

    def without(self, entity: Entity) -> Mutant:
        """No file where an entity was alone; it is told wherever it is missed."""
        path = entity.document.source.path
        return Mutant({path: None}, At(path, 1, 1))

    def settings(self, before: str, after: str, told: str) -> Mutant:
        """Other words in prodops.yaml; told where `told` stands in them."""
        source = self.catalog.settings_document.source
        start = source.text.index(before)
        edit = Edit(Span(start, start + len(before)), after)
        text = edited(source.text, [edit])
        told_at = position(source.path, text, start + after.index(told))
        return Mutant({source.path: text.encode()}, told_at)

    def two(self, kind: type[AnyEntity], fits: Callable[[AnyEntity], object] = bool) -> tuple[AnyEntity, AnyEntity]:
        """Two entities of a kind, by path."""
        one, other = self.dice.sample([entity for entity in self.catalog.all(kind) if fits(entity)], 2)
        return (one, other) if one.document.source.path < other.document.source.path else (other, one)

    def create(self, path: str, text: str, told: str) -> Mutant:
        """A new file; told where `told` stands in it."""
        assert path not in self.catalog.files
        return Mutant({path: text.encode()}, position(path, text, text.index(told)))


HEALTHY = {
    "metric": {
        "name": "Slippers left behind",
        "owner": "kim-jansen",
        "status": "active",
        "description": "Slippers that guests leave in our office each week, counted on Friday evening.",
        "type": "count",
        "direction": "decrease",
        "role": "driver",
        "definition": "{language: prose, expression: count the slippers}",
        "sensitivity": "technical",
        "reviewed": "2026-08-03",
    },
    "practice": {
        "name": "Watering the plants",
        "owner": "hannah-oconnell",
        "status": "recommended",
        "area": "office",
        "description": "Whoever comes first waters what looks thirsty, and writes it on the board.",
        "steps": "[Look at the leaves, Pour]",
        "participants": "[hannah-oconnell]",
        "reviewed": "2026-08-03",
    },
    "tool": {
        "name": "Plantpal",
        "owner": "hannah-oconnell",
        "status": "adopted",
        "description": "Reminds us which of the plants want water, and which of them want to be left alone.",
        "admins": "[hannah-oconnell, ravi-menon]",
        "capabilities": "[plant_care]",
        "criticality": "tier3",
        "auth": "sso",
        "data": "{classification: internal, flow: in}",
        "reviewed": "2026-08-03",
    },
    "goal": {
        "name": "Greener office",
        "owner": "merchant",
        "period": "2026-Q4",
        "level": "team",
        "parent": "2026q3-plans-that-fit",
        "status": "draft",
        "description": "Plants live longer than a quarter.",
    },
    "feedback": {
        "name": "The fern is sad",
        "owner": "merchant",
        "source": "support",
        "received": "2026-08-31",
        "surface": "studio.dashboard",
        "description": "Heard from merchants who visit the office, and from nobody else so far.",
        "quote": "Somebody should have a word with the fern by the window.",
        "themes": "[office-plants]",
        "mentions": "2",
        "status": "triaged",
    },
    "launch": {
        "name": "A plant for each desk",
        "owner": "merchant",
        "tier": "4",
        "stage": "ga",
        "status": "approved",
        "description": "A small plant on each desk of the office, and a can of water for every four of them.",
        "target_date": "2026-10-20",
        "goals": "[2026q4-shops-earn-more]",
        "metrics": "{success: [merchant_reply_p50]}",
        "approvers": "[sofia-lindqvist]",
        "rollback": "{supported: true, plan: Put them on the balcony.}",
    },
    "experiment": {
        "name": "Plants in the inbox",
        "owner": "merchant",
        "type": "ab_test",
        "status": "scheduled",
        "description": "A small plant beside every answered question.",
        "hypothesis": "Merchants who see something grow answer sooner.",
        "goals": "[2026q4-shops-earn-more]",
        "metrics": "{primary: [merchant_reply_p50], guardrail: [platform_availability_share]}",
        "surfaces": "[studio.invoices]",
        "randomization_unit": "account",
        "variants": "[{key: bare, role: control, weight: 1}, {key: plants, role: treatment, weight: 1}]",
        "start": "2026-10-05",
        "end": "2026-10-25",
    },
}
"""Documents that nothing is wrong with, but for their id."""


def is_alone(entity: Entity) -> bool:
    """Whether its document is the only one in its file."""
    return entity.document.item is None and "\n---" not in entity.document.source.text


def corrupted(entity: Entity, start: int, data: bytes) -> Mutant:
    """Bytes in a file of ASCII; told there."""
    source = entity.document.source
    text = source.text.encode("ascii")
    return Mutant({source.path: text[:start] + data + text[start:]}, position(source.path, source.text, start))


def changed(entity: Entity, edits: list[Edit], told: int) -> Mutant:
    """Edits of an entity's file, the first of which is told at an offset before which they change nothing."""
    source = entity.document.source
    text = edited(source.text, edits)
    return Mutant({source.path: text.encode()}, position(source.path, text, told))


def lines(source: Source, entity: Entity, key: str) -> Span:
    """The whole lines of a top-level key, with all that is in it."""
    start = entity.document.span((key,), "key").start
    after = NEXT_KEY.search(source.text, start + 1)
    return Span(start, after.start() if after else len(source.text))


def position(path: str, text: str, offset: int) -> At:
    """Where an offset is, counted by hand."""
    before = text[:offset]
    return At(path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def place(where: Place) -> At:
    """Where a place of the healthy catalog is: for mistakes that are told in a file that has none."""
    return position(where.source.path, where.source.text, where.span.start)
