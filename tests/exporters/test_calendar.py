"""The calendar: as the library reads it that many calendars are read by, and as RFC 5545 wants its lines."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.load import load as load_catalog
from prodops_cli.exporters.calendar.event import LONGEST_LINE, Event, folded
from prodops_cli.exporters.choose import load
from prodops_cli.exporters.material import Material
from prodops_cli.models.kinds import KINDS
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TODAY
from tests.exporters.small import material

ICS = load("ics")
EVENT = Event("metric.orders.expiry", "Orders: expires", date(2026, 9, 7), None, "expiry", "metric orders")


def read(found: Material) -> list[icalendar.cal.Component]:
    """The events as they are read."""
    return list(icalendar.Calendar.from_ical(ICS.write(found, "")).walk("VEVENT"))


def of(kind: str, text: str, settings: str = "") -> Material:
    """A catalog with one document."""
    document = text.replace("{", "{id: a, name: A, owner: b, ", 1)
    files = {f"{KINDS[kind].folder}/a.yaml": document.encode(), "prodops.yaml": settings.encode()}
    return Material(load_catalog(MemoryTree(files)), TODAY)


def days(event: icalendar.cal.Component) -> str:
    """The days of an event: one, or from one to another."""
    first, last = event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}/{last:%m-%d}"


@pytest.mark.parametrize("found", [material(), Material(load_catalog(WorkTree(ACME)), TODAY)])
def test_calendars_read_it(found: Material) -> None:
    events = read(found)
    assert len({str(event["UID"]) for event in events}) == len(events) > 9
    for event in events:
        assert event["DTEND"].dt > event["DTSTART"].dt
        assert not event.errors
        assert str(event["DESCRIPTION"]).startswith(tuple(KINDS))


def test_a_name_stays_a_name() -> None:
    (renewal,) = [event for event in read(material()) if str(event["UID"]).startswith("tool.figma.renewal@")]
    assert str(renewal["SUMMARY"]) == "Figma, BEGIN:VEVENT: renews (125 EUR a month)"
    assert r"Draws; \ and 'quotes' -- DROP TABLE tools; 😀 \u202eevil" in str(renewal["DESCRIPTION"])


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (
            "experiment",
            "{type: ab_test, status: running, start: 2026-09-01, end: 2026-09-14}",
            ["09-01/09-14", "09-28"],
        ),
        ("experiment", "{type: ab_test, status: scheduled, start: 2026-09-01, duration: 7d}", ["09-01/09-07"]),
        ("experiment", "{type: rollout, status: completed, start: 2026-09-01, end: 2026-09-02}", ["09-01/09-02"]),
        ("experiment", "{type: ab_test, status: running, start: 2026-09-01}", ["09-01"]),
        ("experiment", "{type: ab_test, status: cancelled, start: 2026-09-01}", []),
        (
            "experiment",
            "{status: completed, start: 2026-09-01, end: 2026-09-02, decision: {outcome: ship}}",
            ["09-01/09-02"],
        ),
        ("tool", "{status: adopted, contract: {renewal: 2026-10-01, notice: 30d}}", ["09-01", "10-01"]),
        ("tool", "{status: adopted, contract: {renewal: 2026-10-01, notice: 30d, decision: renew}}", ["10-01"]),
        ("tool", "{status: adopted, contract: {renewal: 2026-10-01, ends: 2026-12-31}}", ["10-01", "12-31"]),
        ("tool", "{status: retired, contract: {renewal: 2026-10-01}, trial_ends: 2026-09-01}", []),
        ("tool", "{status: trial, trial_ends: 2026-09-01}", ["09-01"]),
        ("launch", "{status: planned, target_date: 2026-09-01}", ["09-01"]),
        ("launch", "{status: launched, target_date: 2026-09-01, actual_date: 2026-09-03}", ["09-03"]),
        ("launch", "{status: cancelled, target_date: 2026-09-01}", []),
        (
            "metric",
            "{status: active, expires: 2026-09-30, reviewed: 2026-08-01, review_every: 1mo}",
            ["09-01", "09-30"],
        ),
        ("metric", "{status: removed, expires: 2026-09-30}", []),
        ("goal", "{period: 2026-Q3}", ["09-30"]),
        ("goal", "{period: 2026-Q3, reviewed: 2026-08-01, review_every: 1mo}", ["09-01", "09-30"]),
        ("practice", "{status: required, reviewed: 2026-08-01, review_every: 1mo}", ["09-01"]),
        ("practice", "{status: retired, reviewed: 2026-08-01, review_every: 1mo}", []),
        (
            "experiment",
            "{type: rollout, status: running, start: 2026-09-01, end: 2026-09-09, enrollment_end: 2026-09-05,"
            " ramp: [{on: 2026-09-01, traffic: 5}, {on: 2026-09-03, traffic: 50}, {on: 2026-09-07, traffic: 100}]}",
            ["09-01/09-09", "09-03", "09-05", "09-07"],
        ),
        (
            "launch",
            "{status: planned, target_date: 2026-09-30, readiness: [{item: A, due: 2026-09-02}, {item: B, due: "
            "2026-09-02}, {item: C, due: 2026-09-03, status: done}, {item: D, due: 2026-09-04}, {item: E}]}",
            ["09-02", "09-04", "09-30"],
        ),
        (
            "launch",
            "{status: launched, actual_date: 2026-09-03, readiness: [{item: A, due: 2026-09-02}]}",
            ["09-03"],
        ),
        ("goal", "{period: 2026-Q3, status: dropped}", []),
    ],
)
def test_the_days_of_each_kind(kind: str, text: str, said: list[str]) -> None:
    assert list(map(days, read(of(kind, text)))) == said


def test_items_that_are_due_on_one_day_are_one_event() -> None:
    text = "{readiness: [{item: Docs, due: 2026-09-02}, {item: 'Legal, too', due: 2026-09-02, owner: c}]}"
    (event,) = read(of("launch", text))
    assert str(event["SUMMARY"]) == "A: 2 items are due"
    assert str(event["DESCRIPTION"]).endswith("- Docs (b)\n- Legal, too (c)")
    assert str(event["UID"]).startswith("launch.a.readiness.2026-09-02@")


def test_reviews_of_one_owner_on_one_day_are_one_event() -> None:
    said = "name: A, owner: b, reviewed: 2026-08-01, review_every: 1mo"
    text = f"- {{id: a, {said}}}\n- {{id: c, {said}}}\n- {{id: d, {said.replace('owner: b', 'owner: e')}}}\n"
    catalog = load_catalog(MemoryTree({"prodops.yaml": b"", "practices/all.yaml": text.encode()}))
    both, one = sorted(read(Material(catalog, TODAY)), key=lambda event: str(event["UID"]))
    assert str(both["SUMMARY"]) == "b: 2 reviews due"
    assert str(both["DESCRIPTION"]) == "owner b\n- A (practice a)\n- A (practice c)"
    assert str(one["SUMMARY"]) == "A: review due"


def test_the_last_day_of_the_calendar_has_no_end() -> None:
    lines = replace(EVENT, first=date.max).lines(datetime(2026, 9, 7, tzinfo=UTC), "a.prodops")
    assert [line for line in lines if line.startswith("DT")][1:] == ["DTSTART;VALUE=DATE:99991231"]


def test_how_long_people_have_to_decide_is_a_setting() -> None:
    text = "{status: completed, start: 2026-09-01, end: 2026-09-02}"
    _, due = read(of("experiment", text, "rules: {no-decision: {days: 3}}"))
    assert days(due) == "09-05"


def test_the_stamp_is_that_of_the_commit() -> None:
    committed = replace(material(), committed=datetime(2026, 9, 1, 10, 30, tzinfo=UTC))
    assert {event["DTSTAMP"].dt for event in read(committed)} == {committed.committed}
    assert {event["DTSTAMP"].dt for event in read(material())} == {datetime(2026, 9, 7, tzinfo=UTC)}


def test_an_empty_one_says_so() -> None:
    empty = replace(material(), kinds=("layer",))
    assert read(empty) == []
    assert list(ICS.remarks(empty)) == [
        "No day is in it: nothing that was asked for has one; the kinds experiment, tool, launch, metric and goal can, "
        "and whatever is reviewed."
    ]


@given(st.text(max_size=300))
def test_lines_are_short_and_lose_nothing(text: str) -> None:
    line = "".join(character for character in text if character not in "\r\n" and not "\ud800" <= character <= "\udfff")
    made = folded(line)
    assert all(len(part.encode()) <= LONGEST_LINE for part in made.split("\r\n"))
    assert made.removesuffix("\r\n").replace("\r\n ", "") == line


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_begins_in_a_text(summary: str, description: str) -> None:
    event = replace(EVENT, summary=f"x{summary}x", description=f"y{description}y")
    lines = ["BEGIN:VCALENDAR", *event.lines(datetime(2026, 9, 7, tzinfo=UTC), "a.prodops"), "END:VCALENDAR"]
    data = "".join(map(folded, lines)).encode(errors="backslashreplace")
    assert data.count(b"\n") == data.count(b"\r\n")
    (calendar,) = icalendar.Calendar.from_ical(data, multiple=True)
    (found,) = calendar.subcomponents
    assert list(found) == [
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "STATUS",
        "TRANSP",
    ]
