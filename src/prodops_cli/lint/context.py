"""All that a rule may look at beside its subject: no clock, no disk, no environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.changes.between import changes_between
from prodops_cli.changes.change import Change
from prodops_cli.changes.effects import Effects
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.findings import Finding
from prodops_cli.lint.comment import Comment, comments_in
from prodops_cli.models.settings import Settings


@dataclass(frozen=True, slots=True)
class Said:
    """What rules have said that ran before: which rules they are, and their findings that people accept."""

    by: frozenset[str] = frozenset()
    allowed: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Context:
    """The catalog as it is, as it was in `base` (None where there is nothing to compare with), and the day.

    `rules` are all that exist, with their families; `said` is there for those few that listen to the others.
    """

    catalog: Catalog
    today: date
    base: Catalog | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    said: Said = Said()

    @property
    def settings(self) -> Settings:
        """The catalog's settings."""
        return self.catalog.settings

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is different from the base; nothing where there is none."""
        return tuple(changes_between(self.base, self.catalog)) if self.base else ()

    @cached_property
    def effects(self) -> Effects:
        """What the changes come to."""
        return Effects(self.catalog, self.changes, self.today)

    @cached_property
    def encounters(self) -> Encounters:
        """The experiments that get in each other's way."""
        return Encounters(self.catalog, self.today)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All comments to prodops in the files that hold entities, by path."""
        sources = {entity.document.source.path: entity.document.source for entity in self.catalog.entities}
        return tuple(comment for _, source in sorted(sources.items()) for comment in comments_in(source))
