"""Selections: which entities of a kind somebody asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import inf

from prodops_cli.catalog.bearings import PLACED, TIMED, covers, status_of, surfaces_of
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Plain
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.keys import Key, key, values_at, words_of
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.owner import Owner
from prodops_cli.models.spelling import nearest
from prodops_cli.overlap.surface import above, shared
from prodops_cli.phrases import listing


@dataclass(frozen=True, slots=True)
class Condition:
    """A value that must be written at a path; the empty one where nothing may be."""

    path: Key
    value: str

    def holds(self, entity: Entity) -> bool:
        """Whether the value, or one of them, is it."""
        values = tuple(values_at(entity, self.path))
        return any(is_said(value, self.value) for value in values) if self.value else not values


@dataclass(frozen=True, slots=True)
class Selection:
    """A kind, and what all of the entities must have in common; None asks for nothing."""

    kind: type[Entity]
    where: tuple[Condition, ...] = ()
    status: str | None = None
    owner: str | None = None
    tag: str | None = None
    on: date | None = None
    surface: str | None = None


def kind(name: str) -> type[Entity]:
    """The kind of a name, in the singular or as its folder is called. Raises Misuse."""
    named = KINDS | {model.folder: model for model in KINDS.values()}
    if name in named:
        return named[name]
    near = nearest(name, KINDS)
    raise Misuse(f"there is no kind `{name}`", f"did you mean `{near}`?" if near else f"there are {', '.join(KINDS)}")


def condition(model: type[Entity], said: str) -> Condition:
    """A condition as it is written, `contract.auto_renew=true`. Raises Misuse."""
    path, sign, value = said.partition("=")
    if not sign:
        raise Misuse(f"`{said}` is no condition", "write key=value, such as contract.auto_renew=true")
    return Condition(key(model, path), value)


def selected(catalog: Catalog, wanted: Selection) -> tuple[Entity, ...]:
    """The entities, by id. Raises Misuse for what no entity of the kind, or of the catalog, can have."""
    check(catalog, wanted)
    owners = people_of(catalog, wanted.owner) if wanted.owner else None
    found = (
        entity
        for entity in catalog.all(wanted.kind)
        if all(condition.holds(entity) for condition in wanted.where)
        and (wanted.status is None or status_of(entity) == wanted.status)
        and (owners is None or (isinstance(entity, Owned) and entity.owner in owners))
        and (wanted.tag is None or wanted.tag in (entity.tags or ()))
        and (wanted.on is None or covers(entity, wanted.on, catalog.settings.zone))
        and (wanted.surface is None or shared((wanted.surface,), surfaces_of(entity)))
    )
    return tuple(sorted(found, key=lambda entity: (entity.id, entity.document.source.path)))


def check(catalog: Catalog, wanted: Selection) -> None:
    """Raises Misuse for what can't be: silence could also mean that nobody looked."""
    model = wanted.kind
    if wanted.status is not None:
        must_be(
            wanted.status, {*words_of(model, "status"), *map(status_of, catalog.all(model))}, f"{model.kind} status"
        )
    if wanted.owner is not None:
        must_have("owner", model, (Owned,))
        must_be(wanted.owner, catalog.ids("owner") | {each.owner for each in catalog.all(Owned) if each.owner}, "owner")
    if wanted.on is not None:
        must_have("days", model, TIMED)
    if wanted.surface is not None:
        must_have("surfaces", model, PLACED)
        must_be(wanted.surface, set(surfaces(catalog)), "surface")


def must_have(what: str, model: type[Entity], models: tuple[type[Entity], ...]) -> None:
    """Raises Misuse where a kind has no such thing."""
    if not issubclass(model, models):
        having = [name for name, each in KINDS.items() if issubclass(each, models)]
        raise Misuse(f"the kind {model.kind} has no {what}", f"{listing(having)} have")


def must_be(word: str, known: set[str] | frozenset[str], what: str) -> None:
    """Raises Misuse for a word that is unknown."""
    if word not in known:
        near = nearest(word, known)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(sorted(filter(None, known)))}"
        raise Misuse(f"there is no {what} `{word}`", hint)


def is_said(value: Plain, said: str) -> bool:
    """Whether a value is what somebody typed: `84000` is 84000.0, too."""
    if isinstance(value, bool):
        return said == ("true" if value else "false")
    return str(value) == said or (isinstance(value, int | float) and abs(value) < inf and value == number(said))


def number(said: str) -> float | None:
    """A number as it is typed; None for what is none."""
    try:
        return float(said)
    except ValueError:
        return None


def people_of(catalog: Catalog, id: str) -> frozenset[str]:
    """An owner, and the people of a team: what they own counts for it."""
    team = catalog.get(Owner, id)
    members = (*(team.members or ()), team.lead) if team else ()
    belonging = (person.id for person in catalog.all(Owner) if id in (person.teams or ()))
    return frozenset(filter(None, (id, *members, *belonging)))


def surfaces(catalog: Catalog) -> Iterator[str]:
    """The places that are declared or spoken of, and those around them."""
    for entity in catalog.entities:
        for surface in surfaces_of(entity):
            yield from (surface, *above(surface))
    for surface in catalog.settings.surfaces:
        yield from (surface, *above(surface))
