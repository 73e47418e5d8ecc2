"""Charts are no wider than the screen, and show each experiment on the days on which it runs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.encounters.asked.choice import Choice, chosen, experiments
from prodops_cli.encounters.asked.standing import Standings
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.failure import Misuse
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import columns
from prodops_cli.trees.worktree import WorkTree
from prodops_cli.views.overlap.calendar import Calendar, Grouping, Scale, scale
from prodops_cli.views.overlap.matrix import Matrix
from tests.examples.catalogs import EXAMPLES
from tests.views.catalogs import TODAY, catalog


def calendar(made: Catalog, since: date | None = None, until: date | None = None, by: Grouping = "surface") -> Calendar:
    standings = Standings(Encounters(made, TODAY))
    pairs = tuple(chosen(Choice(), standings))
    return Calendar(experiments(Choice(), standings), pairs, standings.encounters.trials, since, until, by)


def matrix(made: Catalog) -> Matrix:
    standings = Standings(Encounters(made, TODAY))
    return Matrix(tuple(chosen(Choice(), standings)), frozenset(standings.encounters.trials.live))


def test_each_is_drawn_on_its_days() -> None:
    made = catalog(
        experiment__a="type: ab_test\nstatus: running\nsurfaces: [x.y]\nstart: 2026-09-01\nend: 2026-09-14",
        experiment__b="type: ab_test\nstatus: scheduled\nsurfaces: [x]\nstart: 2026-09-10\nend: 2026-09-20",
        experiment__c="type: ab_test\nstatus: running\nstart: 2026-09-01\nend: 2026-09-03",
        experiment__d="type: ab_test\nstatus: running\nstart: 2026-09-04",
        experiment__e="type: ab_test\nstatus: draft",
        experiment__f="type: ab_test\nstatus: completed\nsurfaces: [x]\nstart: 2026-08-31\nend: 2026-08-31",
    )
    lines = list(calendar(made, date(2026, 8, 31), date(2026, 9, 20)).lines(Look(30)))
    assert lines[:9] == [
        "    31 Aug 7 Sep  14 Sep",
        "           ▼",
        "x",
        "  f ─      │",
        "  a  █████████×××××",
        "  b        │  ×××××▓▓▓▓▓▓",
        "on no surface",
        "  c  ███████?????????????",  # overdue: it runs to this day, and may go on
        "  d     ████████████████›",
    ]
    assert lines[-2:] == ["not shown: 1 experiment", "without a start"]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("name", ["acme", "tangled"])
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    made = load(WorkTree(EXAMPLES / name))
    lines = [*calendar(made).lines(Look(width)), *calendar(made, by="layer").lines(Look(width))]
    lines += [*matrix(made).lines(Look(width))]
    lines += calendar(made, date(2025, 1, 1), date(2027, 1, 1)).lines(Look(width))
    assert max(map(columns, lines)) <= width


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.integers(0, 900), st.integers(1, 150))
def test_each_day_has_a_cell(since: date, days: int, room: int) -> None:
    weeks = scale(since, since + timedelta(days), TODAY, room)
    cells = [weeks.cell(weeks.first + timedelta(day)) for day in range(weeks.weeks * 7)]
    assert cells == sorted(cells)
    assert set(cells) == set(range(weeks.cells))
    assert weeks.cells <= room
    assert weeks.first.weekday() == 0
    assert weeks.first <= since <= weeks.last


def test_usual_weeks_hold_today() -> None:
    assert scale(None, None, TODAY, 40) == Scale(date(2026, 8, 10), 13, 40)
    assert scale(None, date(2026, 3, 1), TODAY, 40).first == date(2026, 2, 23)
    with pytest.raises(Misuse):
        scale(date(2020, 1, 1), date(2030, 1, 1), TODAY, 40)


def crowd(number: int) -> Catalog:
    """So many on one page at once."""
    text = "type: ab_test\nstatus: running\nsurfaces: [x]\nstart: 2026-09-01"
    return catalog(**{f"experiment__e{each:03}": text for each in range(number)})


def test_a_square_is_symmetric() -> None:
    rows = list(matrix(crowd(5)).lines(Look(80)))[1:6]
    square = [row.split()[2:] for row in rows]
    assert square == [list(column) for column in zip(*square, strict=True)]
    assert square[0] == ["\\", "X", "X", "X", "X"]


def test_of_many_each_has_a_list() -> None:
    lines = list(matrix(crowd(60)).lines(Look(80)))
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith(" 1 e000 X 2 3 4 5")


def test_who_meets_nobody_is_counted() -> None:
    made = catalog(experiment__a="type: ab_test\nstatus: running\nstart: 2026-09-01")
    for each in (made, catalog()):
        assert list(matrix(each).lines(Look(80))) == ["nobody meets anybody from today on"]
    assert list(matrix(load(WorkTree(EXAMPLES / "acme"))).lines(Look(80)))[-1].endswith("meet nobody from today on")
    assert "nothing runs in these weeks" in list(calendar(catalog()).lines(Look(80)))
