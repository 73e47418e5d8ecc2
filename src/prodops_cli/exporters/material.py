"""What exports are made from: a catalog, the day from which it is seen, and who asks for how much of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import TypeVar

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.selection import Selection, selected
from prodops_cli.findings import Verdict
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.reports.material.edition import Then

AnyEntity = TypeVar("AnyEntity", bound=Entity)


@dataclass(frozen=True)
class Material:
    """A catalog as it is exported.

    `committed` is when its revision was committed (None for the work tree), `prefix` the way from the repository's root
    to it. `verdict` and `history` (how it was in the weeks before, the oldest first) are there for those that ask.
    """

    catalog: Catalog
    today: date
    revision: str | None = None
    committed: datetime | None = None
    prefix: str = ""
    kinds: tuple[str, ...] = tuple(KINDS)
    owner: str | None = None
    verdict: Verdict | None = None
    history: tuple[Then, ...] = ()

    @property
    def at(self) -> datetime:
        """The instant as of which all of it holds, in UTC."""
        return (self.committed or datetime.combine(self.today, time(), UTC)).astimezone(UTC)

    def all(self, kind: type[AnyEntity]) -> tuple[AnyEntity, ...]:
        """The entities of a kind that are asked for, by id."""
        return tuple(each for each in self._asked.get(kind.kind, ()) if isinstance(each, kind))

    @cached_property
    def _asked(self) -> dict[str, tuple[Entity, ...]]:
        chosen = (Selection(KINDS[kind], owner=self.owner) for kind in self.kinds)
        return {each.kind.kind: selected(self.catalog, each) for each in chosen}
