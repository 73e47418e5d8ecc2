"""Hostile text stays text, in every format."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.findings import Verdict
from prodops_cli.outputs.choose import load, names
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.remarks import loudness
from prodops_cli.outputs.screen import shown
from tests.effort import examples
from tests.outputs.runner import Command, command_in
from tests.outputs.strategies import VERDICTS

PAINT = re.compile(r"\x1b\[[01](?:;3[0-9])?m")
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
slowly = examples(12)


def hidden(text: str) -> Iterator[str]:
    """Characters that can't be seen; a tab is harmless, and may be part of a file's name."""
    return (character for character in text if unicodedata.category(character) in HIDDEN and character != "\t")


@pytest.mark.parametrize("name", names())
@slowly
@given(verdict=VERDICTS, width=st.integers(1, 120), colour=st.booleans())
def test_nothing_hides_or_moves_the_cursor(name: str, verdict: Verdict, width: int, colour: bool) -> None:
    for line in load(name)(verdict, Look(width, colour)):
        assert not list(hidden(PAINT.sub("", line) if colour else line)), ascii(line)
        assert name == "github" or "\t" not in line


@pytest.mark.parametrize("name", sorted(set(names()) - {"github"}))
@slowly
@given(verdict=VERDICTS, width=st.integers(1, 120))
def test_no_runner_is_spoken_to(name: str, verdict: Verdict, width: int) -> None:
    for line in load(name)(verdict, Look(width)):
        assert command_in(line) is None, ascii(line)


@slowly
@given(VERDICTS)
def test_concise_is_one_line_for_each_finding(verdict: Verdict) -> None:
    lines = list(load("concise")(verdict, Look()))
    assert len("\n".join(lines).splitlines()) == len(lines) == len(verdict.findings)
    for line, finding in zip(lines, verdict.findings, strict=True):
        assert shown(f"{finding.severity.name} {finding.rule} {finding.problem.message}") in line


@slowly
@given(VERDICTS)
def test_github_gets_our_commands_and_no_others(verdict: Verdict) -> None:
    lines = list(load("github")(verdict, Look(prefix="catalog/")))
    ordered = sorted(verdict.findings, key=loudness, reverse=True)
    for line, finding in zip(lines, ordered, strict=True):
        command = command_in(line)
        assert isinstance(command, Command)
        assert command.name == loudness(finding).name
        assert command.properties["title"] == finding.rule
        assert (
            {"file", "line", "endLine"}
            <= set(command.properties)
            <= {"file", "line", "endLine", "col", "endColumn", "title"}
        )
        assert command.properties["file"].startswith("catalog/")
        assert command.data.split("\n")[0] == shown(finding.problem.message)


@slowly
@given(VERDICTS, st.integers(20, 120))
def test_colour_says_nothing_by_itself(verdict: Verdict, width: int) -> None:
    plain, painted = (list(load("text")(verdict, Look(width, colour))) for colour in (False, True))
    assert [PAINT.sub("", line) for line in painted] == plain
