"""People and teams: who answers for something, as one would call them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.owner import Owner

MOST_MOVES = 5
"""How often something may have been handed on before nobody follows any more."""


@dataclass(frozen=True)
class People:
    """The owners of a catalog."""

    catalog: Catalog

    def who(self, id: str | None) -> str:
        """`Growth, Tom Okafor`: a team and a person of it; an id that nobody has stays what it is."""
        if self.answering(id) is None:
            return id or "nobody"
        return ", ".join(dict.fromkeys(name for name in (self.team(id), self.person(id)) if name))

    def ask(self, id: str | None) -> str:
        """`Growth, Tom Okafor (#growth)`: whom to ask, and where."""
        channels = [owner.channel for owner in (self.answering(id), *self.teams(id)) if owner and owner.channel]
        return f"{self.who(id)} ({channels[0]})" if channels else self.who(id)

    def team(self, id: str | None) -> str:
        """`Growth`: the team that answers for something; empty where a person is in none."""
        return next((team.title for team in self.teams(id)), "")

    def person(self, id: str | None) -> str:
        """`Tom Okafor`: the person who answers for something; empty where a team has no lead."""
        owner = self.answering(id)
        person = self.catalog.get(Owner, owner.lead) if owner and owner.type == "team" else owner
        return person.title if person else ""

    def answering(self, id: str | None) -> Owner | None:
        """The owner of an id, or who took over from them."""
        owner = self.catalog.get(Owner, id)
        for _ in range(MOST_MOVES):
            after = self.catalog.get(Owner, (owner.merged_into or owner.successor) if owner else None)
            if owner is None or after is None or not owner.is_gone:
                break
            owner = after
        return owner

    def teams(self, id: str | None) -> tuple[Owner, ...]:
        """The team that an owner is, or the teams that a person is in: those that they lead come first."""
        owner = self.answering(id)
        if owner is None:
            return ()
        if owner.type == "team":
            return (owner,)
        return self._teams.get(owner.id, ())

    @cached_property
    def _teams(self) -> Mapping[str, tuple[Owner, ...]]:
        found: defaultdict[str, dict[str, Owner]] = defaultdict(dict)
        for person, team in self._memberships():
            if team is not None and team.type == "team" and not team.is_gone:
                found[person][team.id] = team
        return {
            person: tuple(sorted(teams.values(), key=lambda team: (team.lead != person, team.id)))
            for person, teams in found.items()
        }

    def _memberships(self) -> Iterable[tuple[str, Owner | None]]:
        for owner in self.catalog.all(Owner):
            for person in {*(owner.members or ()), *((owner.lead,) if owner.lead else ())}:
                yield person, owner
            for team in owner.teams or ():
                yield owner.id, self.catalog.get(Owner, team)
