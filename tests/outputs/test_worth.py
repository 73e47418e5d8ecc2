"""On the first day, below hundreds of findings, one is told where to begin."""

from dataclasses import replace
from datetime import date

import pytest

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.findings import About, Finding, Problem, Scope, Severity, Stakes, Verdict
from prodops_cli.lint.baseline import made_of
from prodops_cli.lint.request import Request
from prodops_cli.outputs.formats.text import render
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.worth import MANY, advice, is_many, worth
from prodops_cli.pipeline import lint
from tests.outputs.first_day import TODAY, tree
from tests.outputs.verdicts import source

PLACE = Place(source("a.yaml", "a: b"), exact=Span(0, 1))
SOON, LATER = Stakes(date(2026, 9, 9)), Stakes(date(2026, 12, 1))
LAST_SCREEN = """\
Not shown: 407 more of never-reviewed, 103 of owner-gone, 77 of
placeholder-text, 17 of generic-id, 17 of no-goal, 17 of short-run, 17 of
no-guardrail, 7 of overlapping-surface, 7 of too-few-admins, 7 of
unclassified-data, 3 of many-owned and 2 of expired-metric. To see all of a
rule:
  prodops lint --select never-reviewed -f concise

Worth this week:
1. experiment test-1 "Test 1", owner ben: ends 7 Sep
   error: overlapping-surface: meets test-0 on checkout on 7 Sep
   experiments/test-1.yaml:8:8
2. experiment test-4 "Test 4", owner emil: starts 7 Sep
   error: owner-gone: `emil` left on 30 Apr; name somebody who can answer for it
   experiments/test-4.yaml:3:8
3. experiment test-5 "Test 5", owner fay: starts 7 Sep
   error: overlapping-surface: meets test-4 on billing from 7 to 21 Sep (15
   days)
   experiments/test-5.yaml:8:8
4. experiment test-7 "Test 7", owner hana: starts 14 Sep
   error: owner-gone: `hana` left on 30 Apr; name somebody who can answer for it
   experiments/test-7.yaml:3:8
5. tool amplitude "Amplitude", owner ana: renews 27 Sep, 12,000 EUR a year
   error: renewal-due: renews on 27 Sep for 12,000 EUR a year; the last day for
   notice was 28 Aug: talk to the vendor, and write the `decision`
   tools/amplitude.yaml:6:21

122 errors, 181 warnings and 416 notices in 436 of 438 files (8 owners, 10
tools, 400 metrics, 20 experiments).
Too many for now? `prodops baseline create` sets them aside; then only what is
new is told.
"""


def printed(verdict: Verdict) -> str:
    return "".join(f"{line}\n" for line in render(verdict, Look()))


def test_four_hundred_metrics_that_nobody_has_reviewed() -> None:
    verdict = lint(tree(), Request(TODAY))
    text = printed(verdict)
    assert text.endswith(f"\n\n{LAST_SCREEN}")
    assert text.count("notice: never-reviewed:") == 3


def test_where_it_begins_and_the_summary_fill_a_small_terminal() -> None:
    seen = printed(lint(tree(), Request(TODAY))).splitlines()[-23:]  # and the prompt
    assert "Worth this week:" in seen


def test_says_how_to_ask_the_same_again() -> None:
    verdict = lint(tree(60), Request(TODAY))
    look = Look(where="-C catalog", asked="-C catalog --base main")
    lines = list(render(verdict, look))
    assert "  prodops lint --select never-reviewed -f concise -C catalog --base main" in lines
    assert "Too many for now? `prodops baseline create -C catalog` sets them aside; then" in lines


def test_a_file_that_cannot_be_read_is_told_by_its_place_alone() -> None:
    unread = [replace(found(number, None), about=None) for number in range(MANY + 1)]
    text = printed(Verdict(tuple(unread), Scope(TODAY)))
    assert "Worth this week:\n1. a.yaml:1:1\n   error: rule-0: is wrong\n\n" in text


def test_what_is_set_aside_is_not_offered_again() -> None:
    known = made_of(lint(tree(60), Request(TODAY, ignore=("placeholder-text", "owner-gone"))).findings)
    verdict = lint(tree(200), Request(TODAY, baseline=known))
    assert is_many(verdict)
    assert "Worth this week:" in printed(verdict)
    assert "baseline create" not in printed(verdict)


def found(number: int, stakes: Stakes | None, severity: Severity = Severity.error, rule: str = "") -> Finding:
    """A finding about something of its own, by a rule of its own."""
    about = About("tool", f"t{number}", stakes=stakes)
    return Finding(rule or f"rule-{number}", "family", severity, Problem(PLACE, "is wrong"), about)


def order(*findings: Finding) -> list[str]:
    """Whom the few are about."""
    scope = Scope(TODAY)
    return [finding.about.id if finding.about else finding.path for finding in worth(Verdict(findings, scope))]


def test_the_loudest_the_soonest_the_dearest() -> None:
    cheap, dear = Stakes(cost=1.0), Stakes(cost=2.0)
    warning = found(1, SOON, Severity.warning)
    assert order(warning, found(2, cheap), found(3, dear), found(4, LATER), found(5, SOON)) == [
        "t5",
        "t4",
        "t3",
        "t2",
        "t1",
    ]


def test_what_is_over_does_not_matter_and_what_cannot_be_read_does() -> None:
    unread = replace(found(3, None), about=None)
    assert order(found(1, None), found(2, SOON), unread) == ["a.yaml", "t2"]


def test_one_of_each_thing_two_of_each_rule_five_in_all() -> None:
    same = [found(number, SOON, rule="same") for number in range(9)]
    others = [found(number, LATER) for number in (0, 10, 11, 12, 13)]
    assert order(*same, *others) == ["t0", "t1", "t10", "t11", "t12"]


@pytest.mark.parametrize(
    ("scope", "offers"), [(Scope(TODAY), True), (Scope(TODAY, "a26e0c9"), False), (Scope(TODAY, "index"), False)]
)
def test_fifty_are_not_many(scope: Scope, offers: bool) -> None:
    some = tuple(found(number, None) for number in range(MANY + 1))
    assert not is_many(Verdict(some[1:], scope))
    assert bool(tuple(advice(Verdict(some, scope)))) is offers
    assert tuple(advice(Verdict(some[1:], scope))) == ()
