"""Whom a problem is about, where it is only a range of a file; and how often the file is read to say it."""

import pytest

from prodops_cli.documents.compose import compose, composed
from prodops_cli.documents.composer import Composer
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source
from prodops_cli.findings import Verdict
from prodops_cli.lint.request import Request
from prodops_cli.lint.whom import layout
from prodops_cli.pipeline import lint
from tests.lint.rehearsal import TODAY, tree

PATH = "owners/x.yaml"
TWICE = "name: N\n" * 300
"""A key that is written again and again."""


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, each as often as it is."""
    composed.cache_clear()
    layout.cache_clear()
    read: list[str] = []
    documents = Composer.documents

    def noted(self: Composer[object, object]) -> tuple[object, ...]:
        read.append(self.source.path)
        return documents(self)

    monkeypatch.setattr(Composer, "documents", noted)
    return read


def linted(text: str) -> Verdict:
    """What is wrong with a catalog of one file."""
    return lint(tree({PATH: text}), Request(TODAY))


def about(text: str, rule: str) -> list[str | None]:
    """Whom the findings of a rule are about, by their place."""
    found = (each for each in linted(text).findings if each.rule == rule)
    return [each.about.id if each.about else None for each in found]


@pytest.mark.parametrize("between", ["---\n", ""])
def test_the_document_around_a_range(between: str) -> None:
    dash, room = ("", "") if between else ("- ", "  ")
    one, two = (f"{dash}id: {id}\n{room}name: A\n{room}name: B\n{room}type: team\n" for id in "ab")
    assert about(one + between + two, "duplicate-key") == ["a", "b"]


def test_a_document_with_a_thousand_mistakes_is_read_twice(readings: list[str]) -> None:
    found = linted(f"id: x\n{TWICE}type: team\n").findings
    assert sum(each.rule == "duplicate-key" for each in found) == 299
    assert readings.count(PATH) == 2, "for its values, and for its places"


@pytest.mark.parametrize("end", ["z: [\n", "z: *nothing\n", "<<: {}\n? [a]\n"])
def test_a_file_that_cannot_be_read_is_tried_twice(end: str, readings: list[str]) -> None:
    (found,) = linted(f"id: x\n{TWICE}{end}").findings
    assert found.about is None
    assert readings.count(PATH) == 2, "for its values, and for what is wrong with it"


def test_what_is_refused_is_refused_again() -> None:
    source = Source(PATH, "a: [", "")
    refusals = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            compose(source)
        refusals.append(refused.value.refusal)
    assert refusals[0] is refusals[1]
