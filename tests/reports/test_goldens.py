"""The weekly, the review and a team's page, word for word, of the examples and of an empty catalog, outside git."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prodops_cli.cli.editions import Wish, edition
from prodops_cli.cli.run import run
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.rendering.report import report
from tests.reports.bloom import VERDICT

ROOT = Path(__file__).parents[2]
GOLDENS = Path(__file__).parent / "goldens"
TODAY = date(2026, 9, 7)
REPORTS = (("weekly", None), ("review", None), ("owner", "growth"), ("owner", "jonas-weber"))


def seen(catalog: str, folder: Path) -> Edition:
    """An example's week, with a verdict that no rule has a say in."""
    shutil.copytree(ROOT / "examples" / catalog, folder / catalog)
    return replace(edition(folder / catalog, Wish("last", TODAY)), verdict=VERDICT)


@pytest.mark.parametrize("catalog", ["acme", "tangled"])
def test_reports_are_as_they_were_agreed(catalog: str, tmp_path: Path, regen: bool) -> None:
    material = seen(catalog, tmp_path)
    for name, id in REPORTS:
        golden = GOLDENS / f"{'-'.join(filter(None, (catalog, name, id)))}.md"
        text = report(name).text(material, id)
        if regen:
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A catalog of one person who owns nothing."""
    (tmp_path / "owners").mkdir()
    (tmp_path / "prodops.yaml").write_text("version: 1\n", "utf-8")
    (tmp_path / "owners" / "kim.yaml").write_text("{id: kim, name: Kim, type: person}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("review",),
            "# Experiment review · Mon 7 Sep 2026\n\n"
            "Nothing to talk about: no test meets another, waits for a decision, ends or starts soon.\n",
        ),
        (
            ("owner", "kim"),
            "# Kim · Mon 7 Sep 2026\n\nNothing needs you.\n\n## What is yours\n\nNothing that is in use.\n",
        ),
    ],
)
def test_where_there_is_nothing(
    empty: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", *arguments, "-C", str(empty), "--today", "2026-09-07", "--worktree"]) == 0
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("owner", "kimm"), "did you mean `kim`?"), (("owner",), "say which"), (("review", "kim"), "takes no `kim`")],
)
def test_of_whom(empty: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", *arguments, "-C", str(empty), "--today", "2026-09-07", "--worktree"]) == 2
    assert said in capsys.readouterr().err
