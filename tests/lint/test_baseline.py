"""What a baseline holds, how it is written, and which texts are none."""

import pytest

from prodops_cli.findings import READING, Finding
from prodops_cli.lint.baseline import Baseline, Entry, WrongBaseline, made_of, parse, written
from prodops_cli.lint.since import matched
from tests.lint.rehearsal import judged

ENTRY = Entry("made-up", "metric", "a", "0123456789abcdef")


def findings(*ids: str) -> tuple[Finding, ...]:
    """A finding on the owner of each metric."""
    text = "id: {0}\nname: {0}\nowner: x\ndescription: One.\nstatus: draft\ndirection: neutral\n"
    return judged({f"metrics/{number}.yaml": text.format(id) for number, id in enumerate(ids)}).findings


@pytest.mark.parametrize(
    ("before", "after", "new", "waiting"),
    [
        ("", "a", ["a"], []),
        ("a", "a", [], ["a"]),
        ("ab", "b", [], ["b"]),
        ("a", "ab", ["b"], ["a"]),
        ("a", "aa", ["a"], ["a"]),
        ("aa", "a", [], ["a"]),
    ],
)
def test_counts_what_is_alike(before: str, after: str, new: list[str], waiting: list[str]) -> None:
    baseline, now = made_of(findings(*before)), findings(*after)
    parted = list(matched(now, baseline.fingerprints))
    assert [each.about.id for each, is_known in parted if each.about and not is_known] == new
    assert [each.about.id for each, is_known in parted if each.about and is_known] == waiting
    assert [entry.id for entry in baseline.pruned(now).entries] == waiting


def test_what_is_written_is_read() -> None:
    baseline = made_of(findings("b", "a", "a"))
    lines = list(written(baseline))
    assert [entry.id for entry in baseline.entries] == ["a", "a", "b"]
    assert len(lines) == len(baseline.entries) + 2
    assert parse("\n".join(lines)) == baseline
    assert parse("\n".join(written(Baseline()))) == Baseline()


def test_a_file_that_cannot_be_read_cannot_wait() -> None:
    (finding,) = findings("a")
    unread = Finding("yaml-syntax", READING, finding.severity, finding.problem)
    assert made_of([finding, unread]) == made_of([finding])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no JSON: line 1 can't be read"),
        ('{"version": 1, "findings": [\n<<<<<<< HEAD\n', "is no JSON: line 2 can't be read"),
        ("[" * 100_000, "is no JSON"),
        ("[]", "does not say which version it has"),
        ("{}", "does not say which version it has"),
        ('{"version": 2, "findings": []}', "has version `2`, and this prodops knows version 1"),
        ('{"version": 1}', "has no list of findings"),
        ('{"version": 1, "findings": [3]}', "has a finding without rule, kind, id, fingerprint: number 1"),
        ('{"version": 1, "findings": [{"rule": 3}]}', "has a finding without rule, kind, id, fingerprint: number 1"),
    ],
)
def test_refuses(text: str, why: str) -> None:
    with pytest.raises(WrongBaseline) as refused:
        parse(text)
    assert str(refused.value) == why
