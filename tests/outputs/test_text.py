"""What text says, in the shape that the documentation promises."""

from dataclasses import replace

import pytest

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.findings import Finding, Problem, Related, Scope, Severity, Verdict
from prodops_cli.outputs.formats.text import render
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.words import count
from prodops_cli.phrases import listing
from tests.outputs.verdicts import ALL, EXAMPLE, SCOPE, source, unused

DOCUMENTED = """\
error: overlapping-surface: meets one-page-checkout on checkout from 7 to 14 Sep (8 days)
  experiment saved-cards "Saved cards", owner payments
  --> experiments/saved-cards.yaml:5:8
   |
 4 | surfaces: [checkout]
   |            -------- one-page-checkout changes it too
 5 | start: 2026-09-07
   |        ^^^^^^^^^^ starts before one-page-checkout ends
   |
  ::: experiments/one-page-checkout.yaml:6:6
   |
 6 | end: 2026-09-14
   |      ---------- "One-page checkout", owner growth, ends here
   |
   = for example: a user with country DE and platform web on 7 Sep; about 12.5% of saved-cards' users would be in both
   = help: start on 2026-09-15, or accept it with growth in accepted_overlaps
"""


def printed(verdict: Verdict, width: int = 120) -> str:
    return "".join(f"{line}\n" for line in render(verdict, Look(width)))


def about(text: str, start: int, stop: int, label: str = "", *related: Related) -> str:
    """What is printed of a place, without the header and the summary."""
    problem = Problem(Place(source("a.yaml", text), exact=Span(start, stop)), "is wrong", label, related)
    verdict = Verdict((Finding("rule", "family", Severity.error, problem),), SCOPE)
    return "\n".join(printed(verdict, 40).split("\n\n")[0].split("\n")[1:])


def test_looks_as_documented() -> None:
    assert printed(EXAMPLE).startswith(DOCUMENTED + "\n")


PLACES = {
    "a word": ("a: b", 3, 4, " 1 | a: b\n   |    ^ here"),
    "nothing": ("a: b", 1, 1, " 1 | a: b\n   |  ^ here"),
    "past the end of its line": ("a: b\nc: d", 4, 4, " 1 | a: b\n   |     ^ here"),
    "past the end of the file": ("a: b", 9, 9, " 1 | a: b\n   |     ^ here"),
    "an empty line behind the last": ("a: b\n", 5, 5, " 2 |\n   | ^ here"),
    "nothing in an empty file": ("", 0, 0, " 1 |\n   | ^ here"),
    "several lines": ("a: b  \nc: d\n", 0, 11, " 1 | a: b  \n   | ^^^^ here"),
    "Windows' line breaks": ("a: b\r\nc: d\r\n", 6, 7, " 2 | c: d\n   | ^ here"),
    "between \\r and \\n": ("a: b\r\nc: d\r\n", 5, 5, " 1 | a: b\n   |     ^ here"),
    "behind a tab": ("a:\tb", 3, 4, " 1 | a:    b\n   |       ^ here"),
    "a tab": ("a:\tb", 2, 3, " 1 | a:    b\n   |   ^^^^ here"),
    "two columns": ("a: 漢字", 4, 5, " 1 | a: 漢字\n   |      ^^ here"),
    "an accent of its own": ("e\u0301: b", 1, 2, " 1 | e\u0301: b\n   | ^ here"),
    "what can't be seen": ("a: \x1b", 3, 4, " 1 | a: \\x1b\n   |    ^^^^ here"),
    "behind a command to a runner": ("##[a] b", 6, 7, " 1 | #\\x23[a] b\n   |          ^ here"),
}


@pytest.mark.parametrize(("text", "start", "stop", "expected"), PLACES.values(), ids=PLACES)
def test_points_at(text: str, start: int, stop: int, expected: str) -> None:
    assert about(text, start, stop, "here").split("\n", 2)[2] == expected


def test_shows_nothing_of_an_empty_file() -> None:
    assert about("", 0, 0) == "  --> a.yaml:1:1"


def test_leaves_out_lines_between_that_are_more_than_one() -> None:
    text = "a\nb\nc\nd\ne\nf\n"
    others = [Related(Place(source("a.yaml", text), exact=Span(start, start + 1)), "") for start in (4, 10)]
    shown = about(text, 0, 1, "", *others)
    assert shown == "  --> a.yaml:1:1\n   |\n 1 | a\n   | ^\n 2 | b\n 3 | c\n   | -\n...\n 6 | f\n   | -"


def test_reads_a_line_of_a_million_characters() -> None:
    shown = about("a: " + "b" * 500_000 + "!" + "\u0301c" * 250_000, 500_003, 500_004, "here")
    assert shown.split("\n")[2:] == [
        " 1 | …" + "b" * 11 + "!" + "\u0301c" * 21 + "\u0301…",
        "   |             ^ here",
    ]


def test_counts_what_it_leaves_out() -> None:
    text = printed(ALL)
    assert text.count(": unused-metric: ") == 10
    assert "Not shown: 2 more of unused-metric. To see all of a rule:\n" in text
    assert "\n  prodops lint --select unused-metric -f concise\n" in text


def test_says_nothing_of_rules_that_are_shown_whole() -> None:
    assert "more of" not in printed(Verdict(tuple(unused())[:10], SCOPE))


SCOPES = {
    "nothing": (Verdict((), Scope(SCOPE.today, files=1, entities=(("tool", 1),))), "All clear: 1 file (1 tool).\n"),
    "nothing in a revision": (
        Verdict((), replace(SCOPE, revision="a26e0c9", entities=())),
        "All clear at a26e0c9: 128 files.\n",
    ),
    "something": (Verdict(tuple(unused())[:1], replace(SCOPE, entities=())), "1 notice in 1 of 128 files.\n"),
    "something in a revision": (
        Verdict(tuple(unused())[:2], replace(SCOPE, revision="v1\x1b", entities=())),
        "2 notices at v1\\x1b, in 1 of 128 files.\n",
    ),
    "something beside the documents": (Verdict(tuple(unused())[:1], Scope(SCOPE.today)), "1 notice in 1 file.\n"),
}


@pytest.mark.parametrize(("verdict", "expected"), SCOPES.values(), ids=SCOPES)
def test_says_what_was_looked_at(verdict: Verdict, expected: str) -> None:
    assert printed(verdict).split("\n\n")[-1] == expected


def test_counts_in_words() -> None:
    assert [count(1, "launch"), count(2, "launch"), count(1000, "metric")] == [
        "1 launch",
        "2 launches",
        "1,000 metrics",
    ]
    assert [listing(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_has_no_row_for_a_label_that_is_not_there() -> None:
    assert about("a" * 60, 0, 60).split("\n")[2:] == [" 1 | " + "a" * 33 + "…", "   | " + "^" * 33]
