"""Whatever stands in a catalog: commands end as documented, and what they find has a place inside its file."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest

from prodops_cli.cli.run import run
from prodops_cli.failure import Failure
from prodops_cli.findings import Finding
from prodops_cli.lint.request import Request, SettingsRefused
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from tests.bad.catalog import put, repository
from tests.bad.commands import COMMANDS, with_options
from tests.bad.healthy import over
from tests.bad.inputs.all import inputs
from tests.bad.inputs.limits import SLOW
from tests.read_once import read_once

TODAY = date(2026, 9, 7)
INPUTS = inputs()
RUN = {name: COMMANDS[crc32(name.encode()) // 5 % len(COMMANDS)] for name in INPUTS if crc32(name.encode()) % 5 == 0}
"""A command for every fifth input, by its name; test_apart.py meets all of them."""
USUALLY = {
    "test_every_finding_has_a_place_in_its_file": tuple(name for name in INPUTS if name not in SLOW),
    "test_ends_as_documented": tuple(name for name in RUN if name not in SLOW)[::2],
}
"""With which inputs a usual run makes a test."""
SILENT = frozenset({"--diff", "clear"})
"""Who asks for this may be told nothing."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each input; where there is one round, for some."""
    if "name" in metafunc.fixturenames:
        every = RUN if metafunc.function is test_ends_as_documented else INPUTS
        some = USUALLY[metafunc.function.__name__]
        metafunc.parametrize("name", some if metafunc.config.getoption("--rounds") == 1 else every)


@pytest.fixture(autouse=True, scope="module")
def healthy_files_are_read_once() -> Iterator[None]:
    """Each input is put into the same dozen."""
    with read_once(over({})):
        yield


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The healthy catalog in a repository; each test puts its input into it."""
    return repository(tmp_path_factory.mktemp("bad"))


def test_there_are_a_thousand() -> None:
    assert len(INPUTS) > 1_000
    assert {RUN[name][0] for name in USUALLY["test_ends_as_documented"]} == {command[0] for command in COMMANDS}


def test_what_they_are_put_into_is_healthy() -> None:
    assert not any(finding.family == "yaml" for finding in found_in(MemoryTree(over({}))))


def test_every_finding_has_a_place_in_its_file(name: str) -> None:
    tree = MemoryTree(over(INPUTS[name]))
    for finding in found_in(tree):
        for place in (finding.problem.place, *(related.place for related in finding.problem.related)):
            text = tree.read(place.source.path).decode(errors="replace").removeprefix("\ufeff")
            assert text.startswith(place.source.text), finding
            assert 0 <= place.span.start <= place.span.stop <= len(place.source.text), finding


def found_in(tree: MemoryTree) -> tuple[Finding, ...]:
    """What is wrong with a tree, or with its settings."""
    try:
        return lint(tree, Request(TODAY)).findings
    except SettingsRefused as refused:
        return refused.verdict.findings
    except Failure:
        return ()


def test_ends_as_documented(name: str, catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(catalog, INPUTS[name])
    code = run(with_options(RUN[name], catalog))
    printed = "".join(capsys.readouterr())
    assert code in (0, 1, 2, 3), printed
    assert "Traceback" not in printed
    assert printed or SILENT.intersection(RUN[name])


def test_links_and_fifos_are_not_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "owners").mkdir()
    (tmp_path / "prodops.yaml").touch()
    (tmp_path / "secret").write_text("id: secret\n")
    (tmp_path / "owners" / "link.yaml").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "owners" / "fifo.yaml")
    assert run(["lint", "-f", "concise", "--fail-on", "warning", "-C", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("skipped-file") == 2
