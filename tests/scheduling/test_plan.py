"""Plans of catalogs as people write them: what moves, for how long it runs, and what is written."""

from datetime import date

from prodops_cli.scheduling.schedule import Schedule
from prodops_cli.scheduling.words import help_for, reasons, why_not
from prodops_cli.scheduling.writing import assignments
from tests.scheduling.test_catalogs import planned, tree_of

RUNNING = "status: running | start: 2026-03-01 | end: 2026-03-20"


def days(plan: Schedule, id: str) -> tuple[date, date]:
    """The first and the last day of one of the plan."""
    (found,) = (each for each in plan.planned if each.task.id == id)
    return plan.clock.day(found.start), plan.clock.last_day(found.stop)


def writes(plan: Schedule, id: str) -> dict[str, str]:
    """What is written of one of the plan."""
    (found,) = (each for each in plan.planned if each.task.id == id)
    return {each.key: each.value for each in assignments(found, plan.clock)}


def test_it_waits_and_keeps_its_day_of_the_week() -> None:
    plan = planned(tree_of({"a": RUNNING, "b": "start: 2026-03-12 | end: 2026-03-18"}))
    assert days(plan, "b") == (date(2026, 3, 26), date(2026, 4, 1))
    assert [each for found in plan.planned for each in reasons(plan, found)] == [
        "waits on checkout for a (until 20 Mar)"
    ]


def test_a_start_that_has_passed_is_one_to_come() -> None:
    plan = planned(tree_of({"b": "start: 2026-03-03 | duration: 1w"}))
    assert days(plan, "b") == (date(2026, 3, 17), date(2026, 3, 23))
    assert writes(plan, "b") == {"start": "2026-03-17"}


def test_a_test_on_its_planned_day_stays_today() -> None:
    assert not planned(tree_of({"b": "start: 2026-03-10 | end: 2026-03-16"})).changed


def test_hours_stay_and_days_move_with_the_start() -> None:
    text = "start: 2026-03-12T06:00:00Z | end: 2026-03-19T06:00:00Z | enrollment_end: 2026-03-15"
    plan = planned(tree_of({"a": RUNNING, "b": f"{text} | ramp: [{{on: 2026-03-12, traffic: 10}}]"}))
    assert writes(plan, "b") == {
        "start": "2026-03-26T06:00:00Z",
        "end": "2026-04-02T06:00:00Z",
        "enrollment_end": "2026-03-29",
        "ramp.0.on": "2026-03-26",
    }


def test_one_without_days_starts_on_the_usual_day_for_the_usual_time() -> None:
    plan = planned(tree_of({"a": "start: 2026-03-11 | end: 2026-03-31", "b": "surfaces: [search]"}))
    assert days(plan, "b") == (date(2026, 3, 11), date(2026, 3, 31))
    assert writes(plan, "b") == {"start": "2026-03-11", "end": "2026-03-31"}


def test_where_nobody_knows_a_length_nothing_is_made_up() -> None:
    (lacking,) = planned(tree_of({"b": "surfaces: [search]"})).lacking
    assert lacking.why == "nobody wrote for how long it is to run"


def test_a_test_follows_what_it_requires() -> None:
    plan = planned(
        tree_of(
            {
                "a": RUNNING,
                "b": "start: 2026-03-12 | end: 2026-04-08",
                "c": "surfaces: [search] | start: 2026-03-12 | end: 2026-03-25 | requires: [b]",
            }
        )
    )
    assert days(plan, "b")[0] == days(plan, "c")[0] == date(2026, 3, 26)


def test_what_never_ends_is_named() -> None:
    plan = planned(tree_of({"a": "status: running | start: 2026-02-01 | end: 2026-03-01", "b": "start: 2026-03-12"}))
    (task,) = plan.unplaced
    assert why_not(plan, task) == "waits on checkout for a (no end in sight)"
    assert help_for(plan, task) == "end a, or write when it ends"


def test_by_a_day_that_is_too_early_a_later_one_is_told() -> None:
    plan = planned(tree_of({"a": RUNNING, "b": "start: 2026-03-12 | end: 2026-03-18"}), by=date(2026, 3, 31))
    (task,) = plan.unplaced
    assert help_for(plan, task) == "it could start on 2026-03-26 and be over on 2026-04-01: choose a later --by"
