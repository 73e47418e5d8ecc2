"""Backstage's catalog-info: people are users, teams are groups, tools are components; what is gone is left out."""

import hashlib
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any, Final

from ruamel.yaml import YAML

from prodops_cli.catalog.people import People
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.target import Target
from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count

NAME: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?", re.ASCII)
NO_NAME: Final = re.compile(r"[^A-Za-z0-9_.-]+")
NO_TAG: Final = re.compile(r"[^a-z0-9+#]+")
WEB: Final = ("https://", "http://")
LONGEST: Final = 63
LIFECYCLES: Final = {"evaluating": "experimental", "trial": "experimental", "retiring": "deprecated"}
IN_USE: Final = "production"
TYPE: Final = "tool"
"""The type of component that a tool is; Backstage lets everybody choose their own."""


def write(material: Material, _: str) -> bytes:
    """A document for each, divided by `---`."""
    emitter = YAML()
    emitter.explicit_start = True
    emitter.width = 120
    emitter.indent(mapping=2, sequence=4, offset=2)
    text = StringIO()
    emitter.dump_all(list(documents(material)), text)
    return text.getvalue().encode()


def documents(material: Material) -> Iterator[dict[str, Any]]:
    """Groups, then users, then components."""
    people = People(material.catalog)
    owners = [owner for owner in material.all(Owner) if is_told(owner, material)]
    yield from (group(owner, people) for owner in owners if owner.type == "team")
    yield from (user(owner, people) for owner in owners if owner.type == "person")
    for tool in material.all(Tool):
        if is_told(tool, material) and tool.owner:
            yield component(tool, people)


def is_told(entity: Entity, material: Material) -> bool:
    """Whether it is still there, and the one that its id means."""
    return entity.is_live and material.catalog.named[entity.kind, entity.id] is entity


def group(team: Owner, people: People) -> dict[str, Any]:
    """A team."""
    teams = [each for each in people.catalog.all(Owner) if each.type == "team" and each.is_live]
    children = [name(each.id) for each in teams if each.parent == team.id]
    members = [name(each.id) for each in persons(people) if team in people.teams(each.id)]
    slug = team.codeowners.removeprefix("@") if team.codeowners else None
    spec = {
        "type": "team",
        "profile": {"displayName": team.title},
        **({"parent": name(team.parent)} if team.parent else {}),
        "children": children,
        "members": members,
    }
    return entity("Group", team, team.tags or (), {"github.com/team-slug": slug}) | {"spec": spec}


def user(person: Owner, people: People) -> dict[str, Any]:
    """A person."""
    handle = person.handles.github if person.handles else None
    email = {"email": person.email} if person.email else {}
    teams = [name(team.id) for team in people.teams(person.id)]
    spec = {"profile": {"displayName": person.title} | email, "memberOf": teams}
    return entity("User", person, person.tags or (), {"github.com/user-login": handle}) | {"spec": spec}


def persons(people: People) -> Iterator[Owner]:
    """Who is still there."""
    yield from (each for each in people.catalog.all(Owner) if each.type == "person" and each.is_live)


def component(tool: Tool, people: People) -> dict[str, Any]:
    """A tool; who answers for it now is its owner."""
    owner = people.answering(tool.owner)
    kind = {"team": "group", "person": "user"}.get((owner.type or "") if owner else "", "group")
    lifecycle = LIFECYCLES.get(tool.status or "", IN_USE)
    spec = {"type": TYPE, "lifecycle": lifecycle, "owner": f"{kind}:{name(owner.id if owner else tool.owner or '')}"}
    return entity("Component", tool, (*(tool.tags or ()), *(tool.capabilities or ())), {}) | {"spec": spec}


def entity(kind: str, one: Entity, words: tuple[str, ...], annotations: dict[str, str | None]) -> dict[str, Any]:
    """What every entity of Backstage has."""
    said = {
        "name": name(one.id),
        "title": one.title,
        "description": one.description,
        "annotations": {key: value for key, value in annotations.items() if value},
        "tags": list(dict.fromkeys(filter(None, map(tag, words)))),
        "links": list(links(one)),
    }
    return {
        "apiVersion": "backstage.io/v1alpha1",
        "kind": kind,
        "metadata": {key: value for key, value in said.items() if value},
    }


def links(one: Entity) -> Iterator[dict[str, str]]:
    """Where to read more, and where to ask for access."""
    found = [(link.title, link.url) for link in one.links or ()]
    if isinstance(one, Tool):
        found += [("Ask for access", one.request_access), ("Vendor", one.vendor.url if one.vendor else None)]
    for title, url in found:
        if url and url.startswith(WEB):
            yield {"url": url} | ({"title": title} if title else {})


def name(id: str) -> str:
    """An id as Backstage takes it: what is too long, or has other characters, gets a number of its own."""
    if NAME.fullmatch(id) and len(id) <= LONGEST:
        return id
    digest = hashlib.sha256(id.encode(errors="backslashreplace")).hexdigest()[:8]
    return f"{NO_NAME.sub('-', id)[: LONGEST - 9].strip('-_.') or 'x'}-{digest}"


def tag(word: str) -> str:
    """A word as Backstage takes tags."""
    return NO_TAG.sub("-", word.lower())[:LONGEST].strip("-")


def remarks(material: Material) -> Iterator[str]:
    """Which tools nobody answers for."""
    nobodys = sum(is_told(tool, material) and not tool.owner for tool in material.all(Tool))
    if nobodys:
        yield f"Left out: {count(nobodys, 'tool')} without an owner; Backstage wants one."


TARGET: Final = Target(write, remarks=remarks, suffix=".yaml", is_whole=True)
