"""The site has all pages, and is built without a complaint."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.docs.page import DOCS

ROOT = DOCS.parent
CONFIG = ROOT / "zensical.toml"


def leaves(nav: Any) -> Iterator[str]:
    """All pages that a menu leads to."""
    for entry in nav:
        for what in entry.values():
            yield from (what,) if isinstance(what, str) else leaves(what)


def test_the_menu_leads_to_every_page() -> None:
    reached_from_others = ("rules", "decisions", "changes")
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    listed = set(leaves(tomllib.loads(CONFIG.read_text(encoding="utf-8"))["project"]["nav"]))
    assert listed <= pages
    assert {page for page in pages - listed if page.split("/")[0] not in reached_from_others} == set()


def test_the_site_is_built(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")
    (tmp_path / CONFIG.name).write_bytes(CONFIG.read_bytes())
    build = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "build" / "site" / "rules" / "overlap" / "overlapping-surface" / "index.html").is_file()
