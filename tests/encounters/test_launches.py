"""Launches among tests and each other: what is found by an index is what is found by looking at all of them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.load import load
from prodops_cli.encounters.found.launches import Launches
from prodops_cli.encounters.trials import Trials
from prodops_cli.overlap.surface import shared
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
SURFACES = ("a", "a.b", "a.b.c", "a.d", "e", "ab")

days = st.integers(0, 20).map(lambda number: TODAY + timedelta(days=number - 3))
places = st.lists(st.sampled_from(SURFACES), min_size=1, max_size=2, unique=True)
launches = st.lists(st.tuples(days, places), max_size=5)
lengths = st.integers(3, 9)
"""So that none is overdue: until when that one goes on, nobody knows."""
tests = st.lists(st.tuples(days, lengths, places), max_size=5)


def trials(out: list[tuple[date, list[str]]], tried: list[tuple[date, int, list[str]]]) -> Trials:
    """A catalog of them."""
    files = {"prodops.yaml": ""}
    for number, (day, where) in enumerate(out):
        files[f"launches/l{number}.yaml"] = (
            f"id: l{number}\nname: L\nowner: x\nstatus: planned\ntarget_date: {day}\nsurfaces: {where}\n"
        )
    for number, (start, length, where) in enumerate(tried):
        files[f"experiments/x{number}.yaml"] = (
            f"id: x{number}\nname: X\nowner: x\ntype: ab_test\nstatus: {'running' if start <= TODAY else 'scheduled'}\n"
            f"start: {start}\nend: {start + timedelta(days=length)}\nsurfaces: {where}\n"
        )
    return Trials(load(MemoryTree({path: text.encode() for path, text in files.items()})), TODAY)


@given(launches, tests)
def test_a_launch_disturbs_what_runs_on_its_day(
    out: list[tuple[date, list[str]]], tried: list[tuple[date, int, list[str]]]
) -> None:
    def disturbed(day: date, where: list[str]) -> set[str]:
        return {
            f"x{number}"
            for number, (start, length, there) in enumerate(tried)
            if start < day <= start + timedelta(days=length) and shared(where, there)
        }

    found = Launches(trials(out, tried)).disturbed
    for number, (day, where) in enumerate(out):
        known = found.get(f"l{number}")
        wanted = disturbed(day, where) if day >= TODAY else set()
        assert ({each.id for each in known.tests} if known else set()) == wanted
        if known:
            assert known.free_from
            assert known.free_from > day
            assert not disturbed(known.free_from, where)
            assert all(disturbed(day + timedelta(days=each), where) for each in range((known.free_from - day).days))


@given(launches, st.integers(1, 9))
def test_launches_collide_that_are_close(out: list[tuple[date, list[str]]], within: int) -> None:
    found = {frozenset((each.earlier.id, each.later.id)) for each in Launches(trials(out, [])).collisions(within)}
    wanted = {
        frozenset((f"l{one}", f"l{other}"))
        for one, (day, where) in enumerate(out)
        for other, (then, there) in enumerate(out)
        if one < other and abs((day - then).days) < within and max(day, then) >= TODAY and shared(where, there)
    }
    assert found == wanted
