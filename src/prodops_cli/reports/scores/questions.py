"""The three questions that product operations is asked, and the measures that answer each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.scores import data, experiments, upkeep
from prodops_cli.reports.scores.measure import Measure
from prodops_cli.reports.scores.spend import seats


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what one looks at to answer it."""

    text: str
    measures: tuple[Measure, ...]


UNDER_CONTROL: Final = Question("Is experimentation under control?", experiments.MEASURES)
TRUSTED: Final = Question("Is the data trusted?", data.MEASURES)


def questions(edition: Edition) -> Iterator[Question]:
    """All of them; what is spent is told in the currencies that there are, and were."""
    catalogs = (edition.catalog, *(then.catalog for then in edition.history if then.catalog))
    yield Question("Who spends time on administration?", (*upkeep.MEASURES, *seats(catalogs)))
    yield UNDER_CONTROL
    yield TRUSTED
