"""The page in a real browser, where there is one."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.rendering.html.page import page
from prodops_cli.reports.rendering.templates import rendered
from tests.reports.page import read
from tests.reports.test_hostile import replaced, says
from tests.reports.test_html import HOSTILE, built

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


def browse(folder: Path, text: str, *wish: str) -> subprocess.CompletedProcess[str]:
    """What Chromium says of a page."""
    (folder / "page.html").write_text(text, "utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr")
    run = (str(CHROMIUM), *flags, f"--user-data-dir={folder / 'user'}", *wish, (folder / "page.html").as_uri())
    return subprocess.run(run, capture_output=True, text=True, check=True, timeout=120)


def test_shows_what_was_written(tmp_path: Path, context: Row) -> None:
    text = page(rendered("weekly", context))
    seen = browse(tmp_path, text, "--dump-dom")
    assert built(read(seen.stdout)) == [
        each if each[0] != "svg" else ("svg", ("viewbox", "role", "aria-labelledby")) for each in built(read(text))
    ]
    assert "CONSOLE" not in seen.stderr, "the page asks for something that it forbids itself"


def test_runs_nothing_of_a_hostile_catalog(tmp_path: Path, context: Row) -> None:
    seen = browse(tmp_path, page(rendered("weekly", says(replaced(context, " ".join(HOSTILE))))), "--dump-dom")
    assert not read(seen.stdout).all("script", "img", "iframe")
    assert "CONSOLE" not in seen.stderr


def test_can_be_printed(tmp_path: Path, context: Row) -> None:
    file = tmp_path / "page.pdf"
    browse(tmp_path, page(rendered("weekly", context)), f"--print-to-pdf={file}", "--no-pdf-header-footer")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) <= 12


@pytest.mark.parametrize("width", [360, 1100])
def test_is_no_wider_than_its_window(tmp_path: Path, context: Row, width: int) -> None:
    file = tmp_path / "page.png"
    browse(tmp_path, page(rendered("weekly", context)), f"--screenshot={file}", f"--window-size={width},900")
    assert file.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(set(file.read_bytes())) > 100, "something is to be seen"
