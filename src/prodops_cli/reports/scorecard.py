"""The scorecard: how product operations itself is doing, measure by measure, and how that went in eight weeks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from prodops_cli.phrases import day, listing
from prodops_cli.reports.books.cover import Cover, cover, heading
from prodops_cli.reports.books.entry import slug
from prodops_cli.reports.charts.chart import Lines
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.scores.measure import Measure
from prodops_cli.reports.scores.questions import questions
from prodops_cli.reports.scores.reading import Reading
from prodops_cli.reports.scores.signs import SIGNS, answer

MOST_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A measure, what it said week by week, and says now (None where nobody knows how the catalog was)."""

    measure: Measure
    readings: tuple[Reading | None, ...]

    @classmethod
    def of(cls, measure: Measure, edition: Edition) -> "Told":
        """What a measure says of an edition."""
        past = (measure.read(then.catalog, then.day) if then.catalog else None for then in edition.history)
        return cls(measure, (*past, measure.read(edition.catalog, edition.today)))

    @property
    def now(self) -> Reading:
        """What it says now."""
        return self.readings[-1] or Reading()

    @property
    def before(self) -> Reading | None:
        """What it said a week ago."""
        return self.readings[-2] if len(self.readings) > 1 else None

    @property
    def is_worth_telling(self) -> bool:
        """Whether there is, or was, anything to count."""
        return any(each is not None and (each.parts or each.value is not None) for each in self.readings)

    @property
    def is_good(self) -> bool | None:
        """Whether its mark is reached; None where it has none, or there is nothing to count."""
        mark, value = self.measure.mark, self.now.value
        return mark.is_reached(value) if mark is not None and value is not None else None


class SignRow(TypedDict):
    """Something of which there can be too much to do on the side."""

    said: str
    """`12 tools in use`."""
    many: int
    """From how many on it is a sign."""
    is_sign: bool
    which: str
    """`checkout and search`; only where one is enough."""


class MeasureRow(TypedDict):
    """What a measure says now, and why."""

    name: str
    anchor: str
    value: str
    before: str
    """What it said a week ago; empty where nobody knows."""
    counts: str
    better: str
    """Which way is good, and from where on."""
    is_good: bool | None
    """Whether it is; None where nobody can say."""
    made_of: str
    """Which things make it what it is: `Lacking: Saved cards`; empty where none does."""
    moved: list[str]
    """What moved it in the last seven days: `No longer lacking: Saved cards`."""


class QuestionRow(TypedDict):
    """What product operations is asked, and what answers it."""

    text: str
    anchor: str
    answer: str
    """`4 of 6 are good`, of the measures that have a mark; empty where nothing can be said."""
    worst: str
    """What is not good; empty where all is."""
    lines: Lines
    measures: list[MeasureRow]


class Scorecard(TypedDict):
    """How product operations itself is doing."""

    cover: Cover
    need: str
    """Whether it is needed: what the signs come to."""
    signs: list[SignRow]
    since: str
    """The first day of which anything is known; empty without a history."""
    questions: list[QuestionRow]
    """Those of which there is anything to count now, or was."""


def context(edition: Edition) -> Scorecard:
    """The signs, and each question with its measures; nothing of an empty catalog."""
    asked = questions(edition) if edition.catalog.entities else ()
    answered = [found for each in asked if (found := question(each.text, each.measures, edition))]
    signs = [*sign_rows(edition)]
    need = [heading("Do you need product operations?", "need")] if answered else []
    known = [then.day for then in edition.history if then.catalog]
    return {
        "cover": cover(edition, "Scorecard", [*need, *(heading(each["text"], each["anchor"]) for each in answered)]),
        "need": answer(sum(each["is_sign"] for each in signs)),
        "signs": signs,
        "since": day(known[0], edition.today) if known else "",
        "questions": answered,
    }


def sign_rows(edition: Edition) -> Iterator[SignRow]:
    """How much there is of what can be too much."""
    for sign in SIGNS:
        found = sign.found(edition.catalog, edition.today)
        yield {
            "said": sign.said(len(found)),
            "many": sign.many,
            "is_sign": len(found) >= sign.many,
            "which": named([*found]) if sign.many == 1 else "",
        }


def question(text: str, measures: Sequence[Measure], edition: Edition) -> QuestionRow | None:
    """A question with what answers it; None where there is and was nothing to count."""
    told = [found for each in measures if (found := Told.of(each, edition)).is_worth_telling]
    if not told:
        return None
    marks = {each.measure.name: each.is_good for each in told if each.is_good is not None}
    good = sum(marks.values())
    worst = listing([name for name, is_good in marks.items() if not is_good])
    return {
        "text": text,
        "anchor": slug(text.rstrip("?")),
        "answer": f"{good or 'None'} of {len(marks)} {'are' if good > 1 else 'is'} good" if marks else "",
        "worst": worst,
        "lines": chart(told),
        "measures": [row(each) for each in told],
    }


def chart(told: Sequence[Told]) -> Lines:
    """Measures beside each other, each from its lowest to its highest."""
    return {
        "kind": "lines",
        "title": "Week by week, until now",
        "series": [
            {
                "name": each.measure.name,
                "values": [found.value if found else None for found in each.readings],
                "text": each.now.text.partition(", ")[0],
            }
            for each in told
        ],
    }


def row(told: Told) -> MeasureRow:
    """One measure."""
    measure, before = told.measure, told.before
    parts = [said(part.title, part.adds) for part in told.now.parts.values()]
    return {
        "name": measure.name,
        "anchor": slug(measure.name),
        "value": told.now.text,
        "before": before.text if before else "",
        "counts": measure.counts,
        "better": measure.better,
        "is_good": told.is_good,
        "made_of": f"{measure.made_of}: {named(parts)}." if parts else "",
        "moved": [*moved(measure, before, told.now)] if before else [],
    }


def moved(measure: Measure, before: Reading, after: Reading) -> Iterator[str]:
    """What came, what went, and what adds something else than a week ago."""
    came = [said(part.title, part.adds) for key, part in after.parts.items() if key not in before.parts]
    went = [part.title for key, part in before.parts.items() if key not in after.parts]
    other = [
        said(part.title, f"{before.parts[key].adds} → {part.adds}")
        for key, part in after.parts.items()
        if key in before.parts and before.parts[key].adds != part.adds
    ]
    for name, things in ((measure.came, came), (measure.went, went), ("Changed", other)):
        if things:
            yield f"{name}: {named(sorted(things))}"


def said(title: str, adds: str) -> str:
    """`Saved cards (8 days)`."""
    return f"{title} ({adds})" if adds else title


def named(things: list[str]) -> str:
    """The first ones, and how many more there are."""
    more = len(things) - MOST_NAMED
    return listing([*things[:MOST_NAMED], f"{more} more"]) if more > 0 else listing(things)
