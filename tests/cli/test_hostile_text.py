"""Hostile text in every field of every kind, through every command: it is shown, and nothing hides or begins in it."""

import codecs
import json
import os
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from prodops_cli.cli.run import run
from prodops_cli.documents.inline import inline
from tests.bad.catalog import put, repository
from tests.bad.commands import COMMANDS, with_options
from tests.bad.healthy import MAIN, document
from tests.outputs.runner import command_in
from tests.reports.test_hostile import PAYLOADS

INVISIBLE = ("Cc", "Cf", "Zl", "Zp")
HIDDEN = "".join(map(chr, range(0x30000)))
CHARACTERS = [each for each in HIDDEN if unicodedata.category(each) in INVISIBLE]
SPOKEN = (
    "::error file=x::boo",
    "\n::stop-commands::x\n",
    " ::add-mask::x",
    "##[add-path]x",
    "##vso[task.setvariable]x",
    "%0A::error::x",
    "\r\n::warning::x",
    "=HYPERLINK(1)",
    "@SUM(1)",
    "\x1b[2J\x1b[31mred",
    "\x1b]8;;http://evil.example\x07x",
    "\x9b31m",
    "]]><x a='\"'/>",
    "<!--",
    "a\u200bb\ufeffc",
    *("".join(CHARACTERS[start : start + 40]) for start in range(0, len(CHARACTERS), 40)),
)
FREE = ("name", "description", "hypothesis", "note", "item", "themes", "steps", "expression", "email", "github")
"""Keys under which any text may stand."""
TEXTS = (*PAYLOADS, *SPOKEN)


def files(turn: int) -> dict[str, bytes]:
    """The healthy catalog with hostile texts: in even turns where any text may stand, in odd ones everywhere."""
    numbers, is_anywhere = count(turn), bool(turn % 2)
    kinds = {kind: path for kind, path in MAIN.items() if kind != "prodops" or turn % 4 == 3}
    return {path: f"{hostile(document(kind), '', numbers, is_anywhere)}\n".encode() for kind, path in kinds.items()}


def hostile(value: Any, key: str, numbers: Iterator[int], is_anywhere: bool) -> str:
    """A value on one line of YAML; ids stay, so that commands find what they are asked for."""
    match value:
        case dict():
            odd = [f"{inline(text(numbers)[:60])}: 1"] if is_anywhere else []
            pairs = (f"{inline(each)}: {hostile(part, each, numbers, is_anywhere)}" for each, part in value.items())
            return f"{{{', '.join([*pairs, *odd])}}}"
        case list():
            return f"[{', '.join(hostile(each, key, numbers, is_anywhere) for each in value)}]"
        case str():
            return inline(text(numbers) if key in FREE or (is_anywhere and key != "id") else value)
    return json.dumps(value)


def text(numbers: Iterator[int]) -> str:
    """The next one."""
    return TEXTS[next(numbers) % len(TEXTS)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """In each round every field has another text; in as many rounds as there are texts, each has had all of them."""
    if "turn" in metafunc.fixturenames:
        rounds = metafunc.config.getoption("--rounds")
        metafunc.parametrize("turn", range(len(TEXTS)) if rounds > 1 else (0,))


def test_nothing_hides_or_is_obeyed(
    turn: int,
    rounds: int,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = repository(tmp_path_factory.mktemp("hostile"))
    put(root, files(turn))
    monkeypatch.chdir(root)
    commands = [command for command in COMMANDS if "--diff" not in command]  # a patch is for programs, to the letter
    one_of_each = {(command[0], "-f" in command): command for command in commands}  # with a format, and without
    for command in commands if rounds > 1 else one_of_each.values():
        code = run(with_options(command, root))
        printed = "".join(capsys.readouterr()).removeprefix("\ufeff" if "--bom" in command else "")
        assert code in (0, 1, 2, 3), (command, printed[-500:])
        if "--bom" in command:
            printed = printed.removeprefix(codecs.BOM_UTF8.decode())  # the one that was asked for
        for line in printed.replace("\r\n", "\n").split("\n"):  # as CSV ends its lines
            hidden = [ascii(each) for each in line if unicodedata.category(each) in INVISIBLE and each != "\t"]
            assert not hidden, (command, line)
            assert "github" in command or command_in(line) is None, (command, line)


@pytest.mark.parametrize("command", [("set", "a", "manager=team"), ("lint", "--fix"), ("rename", "owner", "a", "anna")])
def test_no_patch_speaks_to_a_runner(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    root = repository(tmp_path)
    put(root, {"owners/a.yaml": b"id: a\nname: no ##[add-path]x\ntype: Person\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    read, write = os.pipe()
    kept = os.dup(1)
    os.dup2(write, 1)
    try:
        code = run(with_options((*command, "--diff"), root))
    finally:
        os.dup2(kept, 1)
        for number in (read, write, kept):
            os.close(number)
    assert code == 3
    assert "is a command to the runner" in capfd.readouterr().err
