"""Owners: the people and teams that answer for things."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from prodops_cli.models.entity import Condition, Entity
from prodops_cli.models.part import Part
from prodops_cli.models.reference import OwnerRef
from prodops_cli.models.values import Day, Flag, Text
from prodops_cli.phrases import day


class Handles(Part):
    """What a person is called in other systems."""

    github: Text | None = None
    """The GitHub user name, without `@`."""
    gitlab: Text | None = None
    """The GitLab user name, without `@`."""
    slack: Text | None = None
    """The Slack name or member id."""


class Owner(Entity):
    """A person or a team. Nothing else about a person belongs into git, and nothing about their future."""

    kind: ClassVar[str] = "owner"
    folder: ClassVar[str] = "owners"
    smallest: ClassVar[dict[str, str]] = Entity.smallest | {"type": "person"}

    type: Literal["person", "team"] | None
    """A person, or a team."""
    email: Text | None = None
    """A person's address at work."""
    handles: Handles | None = None
    """What a person is called in other systems."""
    manager: OwnerRef | None = None
    """The person whom this person reports to."""
    teams: tuple[OwnerRef, ...] | None = None
    """The teams that a person belongs to."""
    active: Flag | None = None
    """Whether a person still works here; true if nothing is said (SCIM `active`)."""
    left: Day | None = None
    """The day on which a person left; never after today."""
    successor: OwnerRef | None = None
    """Who took over what a person answered for."""
    lead: OwnerRef | None = None
    """The person who leads a team."""
    members: tuple[OwnerRef, ...] | None = None
    """The people of a team."""
    parent: OwnerRef | None = None
    """The team that a team belongs to."""
    channel: Text | None = None
    """Where a team talks, such as `#growth`."""
    on_call: Text | None = None
    """The address of a team's on-call schedule."""
    codeowners: Text | None = None
    """What CODEOWNERS calls a team, such as `@acme/growth`."""
    status: Literal["active", "merged", "dissolved"] | None = None
    """Where a team stands in its life; active if nothing is said."""
    merged_into: OwnerRef | None = None
    """The team that a merged team became part of."""

    @property
    def is_live(self) -> bool:
        """Whether somebody is there to answer."""
        return not self.is_gone

    @property
    def is_gone(self) -> bool:
        """Whether nobody is there any more to answer."""
        return self.active is False or self.left is not None or self.status in ("merged", "dissolved")

    def farewell(self, today: date) -> str:
        """Why nobody is there to answer on a day, such as `left on 3 May`; empty where somebody is."""
        if self.status in ("merged", "dissolved"):
            return f"is part of `{self.merged_into}` now" if self.merged_into else f"is {self.status}"
        if self.left is not None:
            return f"left on {day(self.left, today)}" if self.left <= today else ""
        return "is no longer active" if self.active is False else ""

    def conditions(self) -> Iterator[Condition]:
        """A merged team says into which."""
        if self.status == "merged" and not self.merged_into:
            yield ("merged_into",), "a merged team says which team it became part of"
