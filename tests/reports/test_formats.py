"""Which format a report has: that which is asked for, else what its file is called."""

from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from prodops_cli.failure import Misuse
from prodops_cli.reports.rendering.choose import load

WEEK = ("--week", "2026-W36", "--today", "2026-09-08")


@pytest.mark.parametrize(
    ("name", "path", "begins"),
    [
        (None, None, "# A"),
        (None, Path("a.html"), "<!doctype html>"),
        (None, Path("a.HTM"), "<!doctype html>"),
        (None, Path("html"), "# A"),
        ("markdown", Path("a.html"), "# A"),
        ("html", Path("a.md"), "<!doctype html>"),
        ("slack", Path("a.html"), '{\n  "text": "A"'),
    ],
)
def test_is_what_is_asked_for(name: str | None, path: Path | None, begins: str) -> None:
    assert load(name, path)("# A\n").startswith(begins)


def test_is_one_that_there_is() -> None:
    with pytest.raises(Misuse, match="no report can be `htm`") as refused:
        load("htm", None)
    assert refused.value.hint == "did you mean `html`?"


def test_writes_a_page(bloom_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "weekly.html"
    report = ["report", "-C", str(bloom_folder), *WEEK, "-o", str(file)]
    assert run(report) == 0
    assert "<title>Product week 36" in file.read_text("utf-8")
    assert run([*report, "--check"]) == 0
    assert run([*report, "-f", "markdown", "--check"]) == 1
