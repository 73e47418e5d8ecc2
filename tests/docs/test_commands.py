"""Every command in the docs could be typed, and pages with commands are run."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from prodops_cli.cli.app import app
from tests.docs.page import DOCS, SETTING

ROOT = DOCS.parent
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
BLOCK = re.compile(r"^ *```(\w*)[^\n]*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
MENTION = re.compile(r"`prodops ([^`\n…A-Z][^`\n…]*)`")
BEFORE = {"do", "-", "run:", "$"}
"""What may stand before a command on its line."""


def mentioned(text: str) -> Iterator[list[str]]:
    """The commands of a page that stand in its sentences and tables."""
    for said in MENTION.findall(BLOCK.sub("", text)):
        yield shlex.split(said.replace("\\|", "|"))


def in_blocks(text: str) -> Iterator[list[str]]:
    """The commands in a page's blocks of code; of what shows its output, those behind the prompt."""
    for language, block in BLOCK.findall(text):
        lines = block.replace("\\\n", " ").splitlines()
        shown = [line for line in lines if language in ("sh", "yaml") or line.startswith("$ ")]
        for line in shown:
            if re.search(r"(?:^|[\s;&|])prodops [a-z-]", line):
                yield from typed(line)


def typed(line: str) -> Iterator[list[str]]:
    """The words behind each `prodops` of a line of a shell."""
    words = shlex.shlex(line.replace("$(", "("), posix=True, punctuation_chars=True)
    words.whitespace_split = True
    before, command = "", None
    for word in [*words, ";"]:
        if set(word) <= set("();<>|&"):
            if command is not None:
                yield command
            command = None
        elif command is not None:
            command.append(word)
        elif word == "prodops" and (before in BEFORE or not before or set(before) <= set("();<>|&")):
            command = []
        before = word


def can_be_typed(words: list[str]) -> bool:
    """Whether there is such a command, and it has all of these options."""
    assert isinstance(app, click.Group)
    if words[0].startswith("-"):
        return words[0] in {"--version", *(option for each in app.params for option in each.opts)}
    _, command, rest = app.resolve_command(click.Context(app, info_name="prodops"), words)
    assert command is not None
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"-h", "--help"}
    return {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)} <= known


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_can_be_typed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [words for words in (*mentioned(text), *in_blocks(text)) if not can_be_typed(words)] == []


@pytest.mark.parametrize("path", PAGES[2:], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pages_with_commands_are_run(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert SETTING.search(text) or not re.search(r"^```(?:sh|console)$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("prodops lint --fix # all", ["lint --fix"]),
        ("cd catalog && prodops lint", ["lint"]),
        ("for book in a b; do prodops report $book -o $book.md; done", ["report $book -o $book.md"]),
        ("- prodops report -f slack | curl -d @-", ["report -f slack"]),
        ("run: prodops lint > out", ["lint"]),
        ("echo prodops lint", []),
        ("prodops set a note='x; y' && prodops lint", ["set a 'note=x; y'", "lint"]),
    ],
)
def test_commands_are_found(line: str, commands: list[str]) -> None:
    assert [shlex.join(words) for words in typed(line)] == [shlex.join(shlex.split(each)) for each in commands]
