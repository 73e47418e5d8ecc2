"""What `prodops overlap` prints for people: pairs of experiments, the worst first, each in a sentence to paste."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from prodops_cli import escape
from prodops_cli.catalog.people import People
from prodops_cli.encounters.asked.because import apart, unsure
from prodops_cli.encounters.asked.comparison import Comparison
from prodops_cli.encounters.asked.standing import Sort, Standing
from prodops_cli.encounters.days import when
from prodops_cli.encounters.words import part, witnessed
from prodops_cli.models.experiment import Experiment
from prodops_cli.outputs.look import INKS, Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible
from prodops_cli.phrases import count, day, listing

BRIEF: Final = (Sort.beside, Sort.over, Sort.apart)
"""Pairs that need one line, unless somebody asks for them by name."""
MOST_BRIEF: Final = 10
TITLES: Final = {
    Sort.in_the_way: "In each other's way",
    Sort.unsure: "Nobody can tell",
    Sort.lasting: "One after the other, and still felt",
    Sort.agreed: "Agreed",
    Sort.beside: "Side by side, which seldom does harm",
    Sort.over: "Over: read both results with care",
    Sort.apart: "Can't meet",
}


@dataclass(frozen=True)
class Found:
    """The pairs that were asked for: for these very ones (`is_named`), or for all that there are (`is_broad`)."""

    standings: tuple[Standing, ...]
    people: People
    zone: ZoneInfo
    today: date
    is_named: bool = False
    is_broad: bool = False

    @cached_property
    def sorted(self) -> dict[Sort, list[Standing]]:
        """The pairs of each sort, in the order of their first common days; what is over, the last first."""
        found = {sort: sorted(self.of(sort), key=in_time, reverse=sort is Sort.over) for sort in Sort}
        return {sort: standings for sort, standings in found.items() if standings}

    def shown(self, sort: Sort) -> list[Standing]:
        """As many of a sort as people read, where they asked for nothing in particular."""
        return self.sorted[sort][: MOST_BRIEF if self.is_broad and sort in BRIEF else None]

    def rest(self, sort: Sort) -> str:
        """How many more there are, and how to see them; empty where all are shown."""
        more = len(self.sorted[sort]) - len(self.shown(sort))
        return f"and {more:,} more: name an experiment, an --owner, a --surface or days" if more else ""

    def of(self, sort: Sort) -> Iterator[Standing]:
        """The pairs of a sort."""
        return (each for each in self.standings if each.sort is sort)


def in_time(standing: Standing) -> tuple[int, str, tuple[str, str]]:
    """The louder first, then the earlier."""
    window = standing.pair.window
    loud = standing.told.severity if standing.told else 0
    return -loud, window.start.isoformat() if window else "", standing.pair.ids


def as_text(found: Found, look: Look) -> Iterator[str]:
    """The pairs by sort, for a terminal."""
    for number, (sort, standings) in enumerate(found.sorted.items()):
        if number:
            yield ""
        yield look.paint(f"{TITLES[sort]} ({len(standings):,})", Ink.bold)
        for standing in found.shown(sort):
            yield from block(standing, found, look)
        if rest := found.rest(sort):
            yield f"  {rest}"
    if not found.standings:
        yield "no two of them get in each other's way"


def block(standing: Standing, found: Found, look: Look) -> Iterator[str]:
    """A pair with its details."""
    first, *more = wrap(shown(headline(standing, found)), look.width - 4, first=look.width - 2)
    yield f"  {marked(first, standing, look)}"
    yield from (f"    {line}" for line in more)
    for detail in details(standing, found):
        start, *rest = wrap(shown(detail), look.width - 6)
        yield f"    {start}"
        yield from (f"      {line}" for line in rest)


def marked(line: str, standing: Standing, look: Look) -> str:
    """A line that begins in colour where the lint would say something."""
    severity = standing.told.severity if standing.told else None
    word = f"{severity.name}: " if severity else ""
    return look.paint(word, INKS[severity]) + line.removeprefix(word) if severity and line.startswith(word) else line


def as_markdown(found: Found) -> Iterator[str]:
    """The pairs by sort, to paste."""
    for number, (sort, standings) in enumerate(found.sorted.items()):
        if number:
            yield ""
        yield f"**{escape.markdown(TITLES[sort])} ({len(standings):,})**"
        yield ""
        for standing in found.shown(sort):
            yield f"* {escape.markdown(headline(standing, found))}"
            yield from (f"  * {escape.markdown(detail)}" for detail in details(standing, found))
        if rest := found.rest(sort):
            yield f"* {escape.markdown(rest)}"
    if not found.standings:
        yield "No two of them get in each other's way."


def headline(standing: Standing, found: Found) -> str:
    """The pair in a sentence: `error: a meets b on checkout from 7 to 14 Sep (8 days)`."""
    pair, both = standing.pair, f"{standing.pair.a.id} and {standing.pair.b.id}"
    match pair.verdict:
        case Disjoint() if standing.told:
            said = standing.told.lasting
        case Disjoint() as verdict:
            return f"{both} can't meet, because {apart(pair, verdict, found.zone, found.today)}"
        case Overlapping(window=window):
            meet = "met" if standing.sort is Sort.over else "meet"
            said = f"{both} {meet}{where(pair)} {when(window, found.zone, found.today)}{why(standing)}"
        case Possible(doubts=doubts):
            reasons = dict.fromkeys(unsure(each, found.zone, found.today) for each in doubts)
            meet = "may have met" if standing.sort is Sort.over else "may meet"
            said = f"{both} {meet}{where(pair)}: can't tell, because {listing(list(reasons))}"
        case _:
            assert_never(pair.verdict)
    return f"{standing.told.severity.name}: {said}" if standing.told else said


def where(pair: Comparison) -> str:
    """` on checkout`; nothing where they share no surface."""
    surfaces = pair.shared("surface")
    return f" on {listing(surfaces)}" if surfaces else ""


def why(standing: Standing) -> str:
    """What else brings them together: what they share, where that is no surface, and what the lint knows."""
    pair, common = standing.pair, standing.told.common if standing.told else ""
    said = [REASONS[each.kind].format(listing(each.what)) for each in pair.sharing if each.kind in REASONS]
    parts = [*([] if pair.shared("surface") else said), *([common] if common else [])]
    if parts:
        return f"; {listing(parts)}"
    return "" if pair.sharing else ", but share nothing"


REASONS: Final = {
    "layer": "both are in the layer {}",
    "primary_metric": "both are decided by {}",
    "guardrail_metric": "{} decides one and guards the other",
    "salt": "both are seeded with {}",
}


def details(standing: Standing, found: Found) -> Iterator[str]:
    """What one has to know to do something about it."""
    if standing.sort in BRIEF and not found.is_named:
        return
    verdict = standing.pair.verdict
    if isinstance(verdict, Overlapping):
        shares = sharing(standing.pair, verdict)
        yield f"for example: {witnessed(verdict.witness, found.zone, found.today)}{shares and f'; {shares}'}"
    if standing.accepted:
        yield agreement(standing, found)
    if standing.sort in (Sort.in_the_way, Sort.unsure, Sort.lasting):
        yield f"ask {whom((standing.pair.a, standing.pair.b), found.people)}"
    yield from standing.remedies


def sharing(pair: Comparison, verdict: Overlapping) -> str:
    """How many of the users of each are in both: `half of the users of a and all of those of b are in both`."""
    said = [
        f"{share} of the users of {id}"
        for id, bounds in ((pair.a.id, verdict.shares.of_a), (pair.b.id, verdict.shares.of_b))
        if (share := part(bounds))
    ]
    return f"{listing(said)} would be in both" if said else ""


def agreement(standing: Standing, found: Found) -> str:
    """`agreed by Jonas Weber until 13 Sep: …`."""
    accepted = standing.accepted
    if accepted is None:
        return ""
    by = f" by {found.people.who(accepted.by)}" if accepted.by else ""
    until = f" until {day(accepted.until, found.today)}" if accepted.until else ""
    return f"agreed{by}{until}" + (f": {accepted.reason}" if accepted.reason else "")


def whom(experiments: Sequence[Experiment], people: People) -> str:
    """`Growth, Tom Okafor (#growth) about a and b, and Checkout, Jonas Weber about c`."""
    asked: dict[str, list[str]] = {}
    for each in experiments:
        asked.setdefault(people.ask(each.owner), []).append(each.id)
    if len(asked) == 1:
        return next(iter(asked))
    return listing([f"{who} about {listing(ids)}" for who, ids in asked.items()])


def summary(found: Found, is_all: bool) -> str:
    """How many there are of each sort, on one line."""
    said = [f"{len(each):,} {sort.value}" for sort, each in found.sorted.items()]
    hint = "" if is_all or found.is_named else "; with --all also those that can't meet"
    return f"{count(len(found.standings), 'pair')}{': ' if said else ''}{', '.join(said)}{hint}"
