"""What waits for a decision, and what is missing, in catalogs of a few documents."""

from datetime import date

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.findings import Scope, Verdict
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.period import Period
from prodops_cli.reports.matters.clashes import clash_matters
from prodops_cli.reports.matters.legacies import legacy_matters
from prodops_cli.reports.matters.matter import Matter
from prodops_cli.reports.words.unread import unread
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
OWNERS = """\
- {id: pay, name: Payments, type: team, lead: ana, members: [ana, zoe, max]}
- {id: old, name: Old, type: team, status: merged, merged_into: pay}
- {id: ana, name: Ana, type: person}
- {id: zoe, name: Zoe, type: person, left: 2026-07-31, successor: max}
- {id: max, name: Max, type: person, active: false}
- {id: lee, name: Lee, type: person, left: 2026-09-08}
- {id: kim, name: Kim, type: person, left: 2025-01-02}
"""


def edition(**files: str) -> Edition:
    """A week of a catalog of `folder__name` files."""
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    catalog = load(MemoryTree({"prodops.yaml": b"", "owners/all.yaml": OWNERS.encode()} | named))
    period = Period(date(2026, 8, 31), date(2026, 9, 6), 36)
    return Edition(period, TODAY, catalog, Verdict((), Scope(TODAY)))


def said(matter: Matter) -> str:
    """A matter as the first screen has it."""
    who = f" ({matter.who})" if matter.who else ""
    return f"{matter.what}{who}, {matter.when}. {matter.text} {matter.option}"


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("ana", ""),
        ("lee", ""),
        ("nobody", ""),
        (
            "zoe",
            "Hand-over from Zoe (Payments, Ana), by Fri 18 Sep. "
            "1 thing still belongs to Zoe, who left on 31 Jul: 1 layer. hand it over to Ana.",
        ),
        (
            "old",
            "Hand-over from Old (Payments, Ana), by Fri 18 Sep. "
            "1 thing still belongs to Old, which is part of Payments now: 1 layer. hand it over to Payments.",
        ),
        (
            "kim",
            "Hand-over from Kim, by Fri 18 Sep. "
            "1 thing still belongs to Kim, who left on 2 Jan 2025: 1 layer. name somebody who answers for it.",
        ),
    ],
)
def test_what_somebody_left_behind(owner: str, expected: str) -> None:
    found = edition(layers__web=f"{{id: web, name: Web, owner: {owner}, unit: user}}")
    assert "".join(map(said, legacy_matters(found))) == expected


def test_what_is_over_is_left_with_those_who_did_it() -> None:
    over = "{id: a, name: A, owner: zoe, type: ab_test, status: completed}"
    assert not [*legacy_matters(edition(experiments__a=over))]


def experiment(id: str, status: str, start: str) -> str:
    """An experiment in the first buckets of a layer."""
    layer = "{id: web, buckets: [[0, 100]]}"
    return (
        f"{{id: {id}, name: {id.upper()}, owner: ana, type: ab_test, status: {status}, start: {start}, layer: {layer}}}"
    )


@pytest.mark.parametrize(
    ("status", "start", "expected"),
    [
        ("draft", "2026-09-14", ""),
        ("scheduled", "2026-12-14", ""),
        (
            "scheduled",
            "2026-09-14",
            "Web, by Fri 11 Sep. “B” and “A” (both Payments, Ana) are to take different users, and get the same "
            "ones from 14 Sep on. give “B” other users, or let it start when “A” has ended.",
        ),
        (
            "running",
            "2026-09-01",
            "Web, now. “B” and “A” (both Payments, Ana) are to take different users, and get the same "
            "ones from 7 Sep on. end “B” or “A”, or agree in writing that they may meet.",
        ),
    ],
)
def test_a_clash_of_buckets(status: str, start: str, expected: str) -> None:
    found = edition(
        layers__web="{id: web, name: Web, owner: pay, unit: user}",
        experiments__a=experiment("a", "running", "2026-08-31"),
        experiments__b=experiment("b", status, start),
    )
    assert "".join(map(said, clash_matters(found))) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"layers__a": "{id: a, name: A, owner: ana, unit: user, unit: device}"}, ""),
        ({"layers__a": "# nothing yet"}, ""),
        ({"layers__a": "{id: a"}, "1 file could not be read, and what is in it is missing here: layers/a.yaml"),
        (
            {"layers__a": "a text", "tools__b": "{kind: thing, id: b}"},
            "2 files could not be read, and what is in them is missing here: layers/a.yaml and tools/b.yaml",
        ),
    ],
)
def test_what_could_not_be_read(files: dict[str, str], expected: str) -> None:
    assert unread(edition(**files)) == expected


def test_of_many_that_could_not_be_read_some_are_named() -> None:
    text = unread(edition(**{f"layers__a{number:02}": "{" for number in range(12)}))
    assert text.startswith("12 files could not be read")
    assert text.endswith("layers/a09.yaml and 2 more")
