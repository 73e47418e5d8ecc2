"""Formats go where they are asked to; GitHub's files are written as GitHub reads them."""

from pathlib import Path

import pytest

from prodops_cli.cli.printing import STEP_SUMMARY
from prodops_cli.cli.run import run

FILES = {
    "prodops.yaml": "",
    "owners/anna.yaml": "id: anna\nname: '::error::boo ##[add-mask]x'\ntype: person\nmanager: '::add-mask::bob'\n",
    "owners/::warning::x.yaml": "id: '::stop-commands::x'\nname: Bob\ntype: '::error::x'\n",
}


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hostile catalog, in which a job of GitHub runs."""
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return tmp_path


def test_the_summary_is_written_behind_what_others_wrote(catalog: Path) -> None:
    (catalog / "summary.md").write_text("# Before\n")
    assert run(["lint", "-f", f"markdown:{catalog / 'summary.md'}"]) == 1
    assert (catalog / "summary.md").read_text().startswith("# Before\n<!-- prodops lint -->\n### Product catalog: ")


def test_the_summary_is_never_larger_than_github_takes(catalog: Path) -> None:
    before = "x" * (STEP_SUMMARY - 1500)
    (catalog / "summary.md").write_text(before)
    run(["lint", "-f", "markdown:summary.md"])
    text = (catalog / "summary.md").read_text()
    assert text.startswith(before)
    assert "are not shown here" in text
    assert len(text.encode()) <= STEP_SUMMARY


def test_another_file_is_replaced(catalog: Path) -> None:
    (catalog / "comment.md").write_text("old\n")
    run(["lint", "-f", "markdown:comment.md"])
    assert (catalog / "comment.md").read_text().startswith("<!-- prodops lint -->\n")


def test_a_summary_that_cannot_be_written(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (catalog / "summary.md").mkdir()
    assert run(["lint", "-f", "markdown:summary.md"]) == 3
    assert "summary.md cannot be written: Is a directory" in capsys.readouterr().err


def test_several_formats_at_once(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"sarif": "a.sarif", "gitlab": "a.json", "junit": "a.xml", "rdjsonl": "a.jsonl", "markdown": "a.md"}
    assert run(["lint", "-f", "concise", *(f"-f{name}:{path}" for name, path in files.items())]) == 1
    assert "error" in capsys.readouterr().out
    assert all((catalog / path).stat().st_size for path in files.values())


def test_annotations_are_added_where_no_format_is_named(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["lint"])
    assert "\n::error file=" in capsys.readouterr().out
    run(["lint", "-f", "text"])
    assert "\n::error file=" not in capsys.readouterr().out
