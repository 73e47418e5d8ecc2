"""The house that begins a catalog: what it is called, where its days begin, and its teams with who leads them."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from prodops_cli.fixes.assign import is_one_value
from prodops_cli.fixes.rename import spelled
from prodops_cli.models.pattern import LONGEST_ID

BETWEEN_WORDS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A team or a person: an id, and a name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team, and the person who leads it."""

    team: Named
    lead: Named


ALEX: Final = Named("alex", "Alex Kim")
SAM: Final = Named("sam", "Sam Meier")
"""Who stands where nobody says who is there."""


@dataclass(frozen=True, slots=True)
class House:
    """What matters once. In a house that shares pages, several experiments may change one at a time."""

    name: str = "Our product"
    timezone: str = "UTC"
    teams: tuple[Team, ...] = (Team(Named("growth", "Growth"), ALEX),)
    shares_pages: bool = False

    @property
    def people(self) -> tuple[Named, ...]:
        """Those who lead, and, where that is one alone, somebody beside: some things want two."""
        leads = tuple(dict.fromkeys(each.lead for each in self.teams))
        return leads if len(leads) > 1 else (*leads, SAM if SAM.id not in self.ids else ALEX)

    @property
    def ids(self) -> frozenset[str]:
        """The ids that are taken."""
        return frozenset(named.id for each in self.teams for named in (each.team, each.lead))

    def said(self) -> dict[str, str]:
        """What the documents of a new catalog leave open."""
        lead, second, *_ = self.people
        shared = ', concurrent: true, reason: "several tests may share a page"' if self.shares_pages else ""
        return {
            "name": written(self.name),
            "timezone": self.timezone,
            "team": spelled(self.teams[0].team.id),
            "lead": spelled(lead.id),
            "second": spelled(second.id),
            "shared": shared,
        }

    def owners(self) -> Iterator[tuple[str, str]]:
        """The owners' documents, by their path."""
        people = "".join(
            f"- id: {spelled(each.id)}\n  name: {written(each.name)}\n  type: person\n" for each in self.people
        )
        yield "owners/people.yaml", f"# A file may hold several documents, as a list.\n{people}"
        for number, each in enumerate(self.teams):
            members = "" if number else f"members: [{', '.join(spelled(named.id) for named in self.people[:2])}]\n"
            head = f"id: {spelled(each.team.id)}\nname: {written(each.team.name)}\ntype: team\n"
            yield (
                f"owners/{each.team.id}.yaml",
                f'{head}lead: {spelled(each.lead.id)}\n{members}channel: "#{each.team.id}"\n',
            )


USUAL: Final = House()


def teams(said: Sequence[tuple[str, str]]) -> tuple[Team, ...]:
    """Teams by their names and those of who leads them, with ids that tell all of them apart."""
    people: dict[str, Named] = {}
    for number, (_, lead) in enumerate(said, 1):
        people.setdefault(lead, Named(slug(lead, f"person-{number}", {each.id for each in people.values()}), lead))
    taken = {each.id for each in people.values()}
    found: list[Team] = []
    for number, (name, lead) in enumerate(said, 1):
        team = Named(slug(name, f"team-{number}", taken), name)
        taken.add(team.id)
        found.append(Team(team, people[lead]))
    return tuple(found)


def slug(name: str, otherwise: str, taken: set[str]) -> str:
    """An id for a name: `zoe-lind` of Zoë Lind; another, where it is taken or the name has no letters for it."""
    plain = normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    id = BETWEEN_WORDS.sub("-", plain)[:LONGEST_ID].strip("-") or otherwise
    return id if id not in taken else f"{id[: LONGEST_ID - len(otherwise) - 1]}-{otherwise}"


def written(name: str) -> str:
    """A name as every reader of YAML takes it for a text."""
    is_plain = is_one_value(name) and spelled(name) == name and ": " not in name
    return name if is_plain else json.dumps(name, ensure_ascii=False)
