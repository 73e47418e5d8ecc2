"""Exporting from the command line: to a terminal, without a library, of a history."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typer.testing

from prodops_cli.cli.commands.export import command
from prodops_cli.cli.exporting import Wish, checked, files, material
from prodops_cli.cli.opening import opened
from prodops_cli.exporters import choose
from prodops_cli.failure import Failure
from tests.cli.terminal import talk

OWNER = "id: anna\nname: Anna\ntype: person\n"
TOOL = "id: figma\nname: Figma\nowner: anna\nstatus: adopted\n"


def test_the_help_names_every_format() -> None:
    app = typer.Typer()
    app.command()(command)
    said = " ".join(typer.testing.CliRunner().invoke(app, ["--help"], env={"COLUMNS": "400"}).stdout.split())
    *first, last = choose.names()
    assert f"{', '.join(first)} or {last}." in said


def test_a_library_that_is_not_installed_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError("no", name="pyarrow")

    monkeypatch.setattr(choose, "import_module", missing)
    with pytest.raises(Failure) as failure:
        choose.load("parquet")
    assert "extra `parquet`" in failure.value.hint
    assert "pip install pyarrow" in failure.value.hint


@pytest.mark.skipif("sys.platform == 'win32'", reason="there is no pseudo-terminal")
def test_a_terminal_gets_no_database_and_no_escapes(tmp_path: Path, prodops: Path) -> None:
    (tmp_path / "prodops.yaml").touch()
    (tmp_path / "owners").mkdir()
    (tmp_path / "owners" / "anna.yaml").write_text(OWNER.replace("Anna", '"Anna \\u202e"'))
    screen, code = talk(["export", "sqlite"], [], tmp_path, prodops)
    assert (code, screen.partition("\n")[0]) == (2, "error: sqlite is nothing to read on a terminal")
    screen, code = talk(["export", "csv", "owner"], [], tmp_path, prodops)
    assert (code, screen) == (0, "id,name,type\nanna,Anna \\u202e,person\n")


def test_the_weeks_before_are_told_as_far_as_there_is_history(
    tmp_path: Path, commit: Callable[..., str], git: object
) -> None:
    assert callable(git)
    git(tmp_path, "init", "--quiet")
    at = int(datetime(2026, 8, 20, tzinfo=UTC).timestamp())
    commit(tmp_path, at=at, prodops_yaml="", owners__anna_yaml=OWNER)
    commit(tmp_path, at=at + 8 * 86_400, tools__figma_yaml=TOOL)
    wish = Wish("sqlite", date(2026, 9, 7), output="catalog.sqlite")
    found = material(opened(tmp_path, "HEAD"), checked(wish), wish)
    assert found.committed == datetime(2026, 8, 28, tzinfo=UTC)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files(checked(wish), wish, found)["catalog.sqlite"])
        rows = database.execute("SELECT day, kind FROM history_entities WHERE entities ORDER BY day, kind").fetchall()
    weeks = [
        ("2026-08-24", "owner"),
        *((day, kind) for day in ("2026-08-31", "2026-09-07") for kind in ("owner", "tool")),
    ]
    assert rows == weeks
