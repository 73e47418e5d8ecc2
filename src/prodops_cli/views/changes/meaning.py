"""What a difference means: what the rules say of each change, whom it affects, and whether it breaks anything."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from prodops_cli.catalog.catalog import Mention
from prodops_cli.changes.change import Change
from prodops_cli.changes.effects import Departure, Effects
from prodops_cli.findings import Finding, Severity
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.metric import Metric
from prodops_cli.pipeline import Comparison
from prodops_cli.views.uses import role

Key = tuple[str, str]
ORDER: Final = tuple(KINDS)


class Affected(NamedTuple):
    """Who is affected by a change, how it uses what changed, and why that matters now."""

    entity: Entity
    role: str
    why: str
    path: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A change, what is said of it, whom it affects; breaking where an error is, or something in use misses it."""

    change: Change
    findings: tuple[Finding, ...]
    allowed: tuple[Finding, ...]
    affects: tuple[Affected, ...]
    is_breaking: bool

    @property
    def rank(self) -> tuple[int, int, str]:
        """Sorts by how much it matters, then by kind and id."""
        loudest = max((finding.severity for finding in self.findings), default=0)
        kind, id = self.change.key
        return -4 if self.is_breaking else -loudest, ORDER.index(kind), id


def told(comparison: Comparison) -> tuple[Told, ...]:
    """All changes, those first that matter most."""
    effects = comparison.context.effects
    said, accepted = (sorted_out(found, effects) for found in (comparison.verdict.findings, comparison.verdict.allowed))
    departures = {departure.change.key: departure for departure in effects.departures}
    found = (
        Told(
            change,
            tuple(said[change.key]),
            tuple(accepted[change.key]),
            tuple(affected(change, departures.get(change.key), effects)),
            is_breaking(said[change.key], accepted[change.key], departures.get(change.key), effects.today),
        )
        for change in effects.changes
    )
    return tuple(sorted(found, key=lambda each: each.rank))


def sorted_out(findings: tuple[Finding, ...], effects: Effects) -> defaultdict[Key, list[Finding]]:
    """The findings by the change that they are about; one about many stands at each of them."""
    together = {key: keys for keys in groups(effects) for key in keys}
    gone = {f"{kind} {id}": key for key, (kind, id) in former(effects).items()}
    found: defaultdict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        about = (finding.about.kind, finding.about.id) if finding.about else ("", "")
        key = gone.get(finding.problem.detail, about)
        for each in together.get(key, (key,)):
            found[each].append(finding)
    return found


def groups(effects: Effects) -> Iterator[tuple[Key, ...]]:
    """What was done together."""
    for redefinition in effects.redefinitions:
        yield tuple(change.key for change, _ in redefinition.metrics)


def former(effects: Effects) -> dict[Key, Key]:
    """The former kind and id of what is gone or called otherwise, by what it is known by now."""
    gone = (departure.change for departure in effects.departures)
    return {change.key: (change.before.kind, change.before.id) for change in gone if change.before}


def is_breaking(said: list[Finding], accepted: list[Finding], departure: Departure | None, today: date) -> bool:
    """Whether an error is said that nobody accepts, or something in use names what is gone."""
    if any(finding.severity is Severity.error for finding in said):
        return True
    return departure is not None and departure.is_missed_on(today) and not accepted


def affected(change: Change, departure: Departure | None, effects: Effects) -> Iterator[Affected]:
    """Who rests on a metric that means something else now, and who names what is gone."""
    seen = set()
    if isinstance(change.after, Metric) and is_felt(change):
        for use in effects.usage.of(change.after):
            yield Affected(use.mention.by, use.role, use.state, use.path, use.until)
    for mention in departure.mentions if departure else ():
        key = (mention.by.kind, mention.by.id, role(mention))
        if key not in seen:
            seen.add(key)
            yield Affected(mention.by, role(mention), standing(mention, effects.today))


def is_felt(change: Change) -> bool:
    """Whether those who rest on an entity can notice: its number, its reading or its state is another."""
    felt = change.of("identity", "calculation", "interpretation")
    return bool(felt) or any(field.keys == ("status",) for field in change.fields)


def standing(mention: Mention, today: date) -> str:
    """Whether what names something is in use."""
    return "names it" if mention.by.is_live_on(today) else "names it, and is history"
