"""An edition: all that a report is made from. It is handed to reports, and they look at nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from functools import cached_property
from typing import Literal, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.people import People
from prodops_cli.changes.between import changes_between
from prodops_cli.changes.change import Change
from prodops_cli.changes.effects import Effects
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.encounters.found.clash import BucketClash
from prodops_cli.encounters.found.launches import Launches
from prodops_cli.findings import Verdict
from prodops_cli.reports.material.links import Links
from prodops_cli.reports.material.period import Period
from prodops_cli.trees.history import Commit

Past: TypeAlias = Literal["known", "begins", "unreadable", "none"]
"""Of the catalog before the period: known; there was none yet; its settings can't be read; there is no git history."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an edition's material was read: the commit (None for the work tree), and the one before the period."""

    commit: str | None = None
    base: str | None = None
    past: Past = "none"


@dataclass(frozen=True, slots=True)
class Then:
    """The catalog as it was when a day began; None where there was none, and where it can't be read."""

    day: date
    catalog: Catalog | None


@dataclass(frozen=True)
class Edition:
    """What there is to tell of a period, seen from a day.

    `before` is the catalog as it was when the period began, `commits` are those since then, newest first; `history` is
    how it was in the weeks before today, the oldest first.
    """

    period: Period
    today: date
    catalog: Catalog
    verdict: Verdict
    origin: Origin = field(default_factory=Origin)
    before: Catalog | None = None
    commits: tuple[Commit, ...] = ()
    links: Links = field(default_factory=Links)
    history: tuple[Then, ...] = ()
    templates: Mapping[str, str] = field(default_factory=dict)
    """The user's own, by name."""

    @property
    def zone(self) -> tzinfo:
        """Where a day begins and ends."""
        return self.catalog.settings.zone

    @cached_property
    def encounters(self) -> tuple[Encounter, ...]:
        """The experiments that get in each other's way from today on, and that nobody has agreed to."""
        return tuple(self._met)

    @cached_property
    def clashes(self) -> tuple[BucketClash, ...]:
        """The experiments that were given buckets of others, and that nobody has agreed to."""
        return self._met.clashes

    @property
    def launches(self) -> Launches:
        """What goes out under a running test, or close to something else."""
        return self._met.launches

    @cached_property
    def _met(self) -> Encounters:
        return Encounters(self.catalog, self.today)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is different from before; nothing where nobody knows what was."""
        return tuple(changes_between(self.before, self.catalog)) if self.before else ()

    @cached_property
    def effects(self) -> Effects:
        """What the changes come to."""
        return Effects(self.catalog, self.changes, self.today)

    @cached_property
    def people(self) -> People:
        """Who answers for what."""
        return People(self.catalog)
