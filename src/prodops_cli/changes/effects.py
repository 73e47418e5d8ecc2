"""Effects: what the changes between two catalogs come to: calculations that are others now, and what is missed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.changes.cause import Cause, cause
from prodops_cli.changes.change import Change, FieldChange
from prodops_cli.changes.reuse import is_reused
from prodops_cli.changes.usage import Usage, Use
from prodops_cli.documents.node import Value
from prodops_cli.findings import Severity
from prodops_cli.models.metric import Metric


@dataclass(frozen=True, slots=True)
class Redefinition:
    """One thing that was done to the calculations of some metrics, and all who rest on them."""

    metrics: tuple[tuple[Change, tuple[FieldChange, ...]], ...]
    uses: tuple[Use, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The metrics."""
        return tuple(change.entity.id for change, _ in self.metrics)

    @property
    def level(self) -> Severity | None:
        """How bad it is; None where nothing rests on any of them."""
        return max((use.level for use in self.uses), default=None)

    @property
    def is_direct(self) -> bool:
        """Whether any of those for whom it is worst names one of the metrics itself."""
        return any(use.level == self.level and not use.path for use in self.uses)


@dataclass(frozen=True, slots=True)
class Departure:
    """An entity that is gone, or has another id, while others still name it."""

    change: Change
    mentions: tuple[Mention, ...]
    uses: tuple[Use, ...]

    def is_missed_on(self, today: date) -> bool:
        """Whether anything names it that is still in use."""
        return any(mention.by.is_live_on(today) for mention in self.mentions)


@dataclass(frozen=True)
class Effects:
    """What changes come to in the catalog as it is now, on a day."""

    catalog: Catalog
    changes: tuple[Change, ...]
    today: date

    @cached_property
    def usage(self) -> Usage:
        """Who rests on what."""
        return Usage(self.catalog, self.today)

    @cached_property
    def new_ids(self) -> dict[tuple[str, str], str]:
        """What is called otherwise now, by kind and former id."""
        renamed = (change for change in self.changes if change.sort == "renamed")
        return {(each.before.kind, each.before.id): each.entity.id for each in renamed if each.before}

    @cached_property
    def departures(self) -> tuple[Departure, ...]:
        """What is gone and still named, in the order of the changes."""
        gone = ((change, change.before) for change in self.changes if change.sort in ("removed", "renamed"))
        named = ((change, before, self.catalog.mentions(before)) for change, before in gone if before)
        return tuple(
            Departure(
                change,
                tuple(sorted(mentions, key=lambda each: not each.by.is_live_on(self.today))),
                self.usage.of(before) if isinstance(before, Metric) else (),
            )
            for change, before, mentions in named
            if mentions
        )

    @cached_property
    def recalculated(self) -> frozenset[tuple[str, str]]:
        """The metrics whose calculation is another, by kind and id."""
        return frozenset(change.key for each in self.redefinitions for change, _ in each.metrics)

    @cached_property
    def redefinitions(self) -> tuple[Redefinition, ...]:
        """The calculations that are others now, by what was done to them."""
        causes: defaultdict[Cause, list[tuple[Change, tuple[FieldChange, ...]]]] = defaultdict(list)
        for change in self.changes:
            if fields := tuple(self._recalculated(change)):
                causes[cause(fields)].append((change, fields))
        return tuple(Redefinition(tuple(metrics), self._uses(metrics)) for metrics in causes.values())

    def _recalculated(self, change: Change) -> Iterator[FieldChange]:
        """The fields that make a metric another number; nobody relies on a draft, and what was removed is gone."""
        before, after = change.before, change.after
        if not isinstance(before, Metric) or not isinstance(after, Metric) or is_reused(change):
            return
        if before.status != "draft" and after.status != "removed":
            found = (field for field in change.of("calculation", "identity") if field.keys != ("id",))
            yield from (field for field in found if not self.is_renaming(field))

    def _uses(self, metrics: list[tuple[Change, tuple[FieldChange, ...]]]) -> tuple[Use, ...]:
        found: dict[tuple[str, str], Use] = {}
        for use in (use for change, _ in metrics for use in self.usage.of(change.entity)):
            key = (use.mention.by.kind, use.mention.by.id)
            found[key] = min(found.get(key, use), use, key=lambda each: (-each.level, len(each.path)))
        return tuple(sorted(found.values(), key=lambda use: (-use.level, use.mention.by.kind, use.mention.by.id)))

    def is_renaming(self, field: FieldChange) -> bool:
        """Whether a field only follows metrics to their new ids."""
        return field.before is not None and self._followed(field.before) == self._followed(field.after)

    def _followed(self, value: Value) -> Value:
        if isinstance(value, list):
            return sorted(map(self._followed, value), key=repr)
        return self.new_ids.get(("metric", value), value) if isinstance(value, str) else value
