"""Surveys: the net promoter score of each part of the product, quarter by quarter, and how sure one can be of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias, TypedDict

from prodops_cli.models.feedback import Answers, Feedback
from prodops_cli.reports.material.edition import Edition
from prodops_cli.statistics.promoters import NetPromoter, net_promoter

WHOLE: Final = "Whole product"
MONTHS: Final = 3
SHOWN: Final = 8
"""How many quarters are shown."""
Quarters: TypeAlias = list[tuple[date, Answers]]
"""The answers of each, the oldest first."""


class Wave(TypedDict):
    """What was answered in a quarter."""

    area: str
    quarter: str
    answers: str
    promoters: str
    """`58%`, and so on."""
    passives: str
    detractors: str
    score: str
    """`+41`."""
    range: str
    """Where the score of all customers is, 95 times in 100: `+36 to +46`."""
    change: str
    """`−1, which may be chance`, against the quarter before; a dash in the first one."""


def survey(edition: Edition) -> list[Wave]:
    """The last quarters of each area, the newest first."""
    found = [(area, sorted(quarters.items())) for area, quarters in sorted(counted(edition).items())]
    return [each for area, quarters in found for each in [*history(area, quarters)][: -SHOWN - 1 : -1]]


def counted(edition: Edition) -> Mapping[str, Mapping[date, Answers]]:
    """All answers by area, and by the first day of their quarter."""
    found: defaultdict[str, dict[date, Answers]] = defaultdict(dict)
    for each in edition.catalog.all(Feedback):
        if each.received and each.received <= edition.today and (answers := each.nps) and answers.number:
            quarters, quarter = found[area(each)], begin(each.received)
            quarters[quarter] = quarters.get(quarter, Answers()).with_(answers)
    return found


def area(feedback: Feedback) -> str:
    """The part of the product that was asked about."""
    return feedback.surface.split(".")[0].replace("_", " ").capitalize() if feedback.surface else WHOLE


def begin(day: date) -> date:
    """The first day of a quarter."""
    return date(day.year, (day.month - 1) // MONTHS * MONTHS + 1, 1)


def called(quarter: date) -> str:
    """`Q3 2026`."""
    return f"Q{quarter.month // MONTHS + 1} {quarter.year}"


def found(answers: Answers) -> NetPromoter:
    """The score of some answers."""
    return net_promoter(answers.promoters or 0, answers.passives or 0, answers.detractors or 0)


def history(area: str, quarters: Quarters) -> Iterator[Wave]:
    """The quarters of an area, the oldest first."""
    before: NetPromoter | None = None
    for quarter, answers in quarters:
        yield wave(area, quarter, answers, before)
        before = found(answers)


def wave(area: str, quarter: date, answers: Answers, before: NetPromoter | None) -> Wave:
    """One line."""
    number, score = answers.number, found(answers)
    return {
        "area": area,
        "quarter": called(quarter),
        "answers": f"{number:,}",
        "promoters": f"{(answers.promoters or 0) / number:.0%}",
        "passives": f"{(answers.passives or 0) / number:.0%}",
        "detractors": f"{(answers.detractors or 0) / number:.0%}",
        "score": points(score.score),
        "range": f"{points(score.low)} to {points(score.high)}",
        "change": change(score, before) if before else "–",
    }


def change(score: NetPromoter, before: NetPromoter) -> str:
    """How far it has gone, and whether that is more than chance."""
    moved = points(score.score - before.score)
    return moved if score.has_moved_since(before) else f"{moved}, which may be chance"


def points(score: float) -> str:
    """`+41`, `−8`, `0`."""
    whole = round(score * 100)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def sentences(edition: Edition) -> Iterator[str]:
    """`Whole product: NPS +42 in Q3 2026 (+39 to +45, 1,775 answers); +43 in Q2 2026.`, for each area."""
    for name, quarters in sorted(counted(edition).items()):
        *before, (quarter, answers) = sorted(quarters.items())
        score = found(answers)
        sure = f"{points(score.low)} to {points(score.high)}, {answers.number:,} answers"
        then = f"; {points(found(before[-1][1]).score)} in {called(before[-1][0])}" if before else ""
        yield f"{name}: NPS {points(score.score)} in {called(quarter)} ({sure}){then}."
