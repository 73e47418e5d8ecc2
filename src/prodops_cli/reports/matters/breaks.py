"""Breaks: metrics that mean something else than before, or are gone, while running tests rest on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prodops_cli.changes.change import Change, FieldChange
from prodops_cli.changes.usage import Use
from prodops_cli.findings import Severity
from prodops_cli.models.metric import Metric
from prodops_cli.outputs.wording import told
from prodops_cli.phrases import count, listing, weekday
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, dated, this_friday
from prodops_cli.reports.words.authors import touching
from prodops_cli.reports.words.uses import resting, users
from prodops_cli.trees.history import Commit

MOST_FIELDS = 2
MOST_ALONE = 2
"""More than these are told together."""
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Break:
    """The metrics to which one thing was done, what that is, by which commit (None: not known), and who rests on them.

    `fields` is empty where they are gone.
    """

    metrics: tuple[Change, ...]
    fields: tuple[FieldChange, ...]
    commit: Commit | None
    uses: tuple[Use, ...]

    @property
    def is_pressing(self) -> bool:
        """Whether it gets worse with every day: a running test goes on counting something else."""
        return any(use.level is Severity.error for use in self.uses)


def breaks(edition: Edition) -> Iterator[Break]:
    """The calculations that are others now, and the metrics that are gone, where anything rests on them."""
    for each in edition.effects.redefinitions:
        changes = tuple(change for change, _ in each.metrics)
        if each.uses:
            yield Break(changes, each.metrics[0][1], commit_of(changes[0], edition), each.uses)
    for departure in edition.effects.departures:
        if departure.uses and isinstance(departure.change.before, Metric):
            yield Break((departure.change,), (), commit_of(departure.change, edition), departure.uses)


def commit_of(change: Change, edition: Edition) -> Commit | None:
    """The last commit that touched what changed."""
    return next(touching(change, edition.commits), None)


def break_matters(edition: Edition) -> Iterator[Matter]:
    """What is to be decided while tests run: which of the two numbers they are judged by. Many are one decision."""
    pressing = [each for each in breaks(edition) if each.is_pressing]
    if len(pressing) > MOST_ALONE:
        yield together(pressing, edition)
        return
    for each in pressing:
        metric = owner_of(each)
        text = f"{happened(each, edition)} while {resting(each.uses)}"
        yield matter(called(each), metric, text, option(each), (metric,), edition)


def together(found: list[Break], edition: Edition) -> Matter:
    """Several that were done in one period."""
    titles = [f"“{called(each)}” ({edition.people.who(owner_of(each))})" for each in found[:MOST_NAMED]]
    names = listing([*titles, f"{len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else titles)
    uses = {(use.mention.by.kind, use.mention.by.id): use for each in found for use in each.uses}
    rest = f"{users([*uses.values()])} {'rests' if len(uses) == 1 else 'rest'} on them"
    text = f"{names} mean something else now, or are gone, while {rest}"
    owners = tuple(dict.fromkeys(owner_of(each) for each in found))
    way_out = "put them back, and give the new calculations ids of their own; or begin the tests again."
    return matter(f"{len(found)} numbers", None, text, way_out, owners, edition)


def matter(
    what: str, who: str | None, text: str, option: str, owners: tuple[str | None, ...], edition: Edition
) -> Matter:
    """One decision, until the end of the week: each day more is counted that can't be compared."""
    by = this_friday(edition.today)
    return Matter(
        what=what,
        who=edition.people.who(who) if who else "",
        by=by,
        when=dated(by, edition.today),
        text=f"{text}. What was counted before can't be compared.",
        option=option,
        owners=owners,
    )


def owner_of(found: Break) -> str | None:
    """The id of who answers for the first of the metrics."""
    entity = found.metrics[0].entity
    return entity.owner if isinstance(entity, Metric) else None


def called(found: Break) -> str:
    """`Orders`, `Orders and 3 other metrics`."""
    others = len(found.metrics) - 1
    return found.metrics[0].entity.title + (f" and {count(others, 'other metric')}" if others else "")


def happened(found: Break, edition: Edition) -> str:
    """`Redefined on Wed 2 Sep by Tom Okafor (window 7d → 14d)`, `Removed on Wed 2 Sep by Tom Okafor`."""
    commit = found.commit
    by = (
        f" on {weekday(commit.date.astimezone(edition.zone).date(), edition.today)} by {commit.author}"
        if commit
        else ""
    )
    if found.fields:
        return f"Redefined{by} ({differences(found.fields, edition)})"
    return f"{'Given another id' if found.metrics[0].after else 'Removed'}{by}"


def differences(fields: Sequence[FieldChange], edition: Edition) -> str:
    """`window 7d → 14d`: the first of what is other."""
    said = [" ".join(told(field, edition.today)) for field in fields[:MOST_FIELDS]]
    more = len(fields) - MOST_FIELDS
    return listing([*said, f"{more} more"] if more > 0 else said)


def option(found: Break) -> str:
    """The way out: no number is lost where both have a name."""
    if found.fields:
        otherwise = "begin the tests again" if found.is_pressing else "tell all who rest on it from when on it holds"
        return f"put it back, and give the new calculation an id of its own; or {otherwise}."
    if found.metrics[0].after:
        return "write its new id into what is judged by it."
    return "bring it back, or say by what the tests are judged now."
