"""`--fix` where a folder may not be written to: nothing is changed anywhere, and one is told which file it was."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixes.catalogs import everything, write

NOBODY = 65534
RUN = f"""
import os, sys
from prodops_cli.cli.run import run
warm, catalog = sys.argv[1:]
run(["lint", "--fix", "-q", "-C", warm])  # loads all that runs, as long as it can be read
if os.geteuid() == 0:
    os.setegid({NOBODY})
    os.seteuid({NOBODY})  # root may write everywhere
sys.stdout.flush()
sys.exit(run(["lint", "--fix", "-f", "concise", "-C", catalog]))
"""
FILES = {
    "metrics/orders.yaml": "id: orders\nname: no\nowner: anna\nstatus: Active\ndirection: increase\n"
    "description: How many there were.\nsource: {dashboard: 'https://example.com/1'}\n",
    "owners/anna.yaml": "id: anna\nname: Anna\ntype: Person\n",
}


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that others can look into, too."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def fix(place: Path) -> subprocess.CompletedProcess[str]:
    """Fixes the catalog as somebody who is not root."""
    write(place / "warm", {"owners/a.yaml": "id: a\nname: no\ntype: Person\n", "owners/b.yaml": "id: ["})
    environment = os.environ | {"XDG_CACHE_HOME": str(place / "cache"), "HOME": str(place)}
    for folder in (place / "cache", place / "cache/prodops"):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
    command = [sys.executable, "-c", RUN, str(place / "warm"), str(place / "catalog")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def allow(root: Path, folder: str, mode: int) -> None:
    """Says what others than root may do in a folder."""
    if os.geteuid() == 0:
        os.chown(root / folder, NOBODY, NOBODY)
        for file in (root / folder).iterdir():
            os.chown(file, NOBODY, NOBODY)
    (root / folder).chmod(mode)


@pytest.mark.parametrize("locked", ["metrics", "owners"])
def test_all_or_nothing_also_where_one_folder_is_read_only(place: Path, locked: str) -> None:
    root = write(place / "catalog", FILES)
    for folder in ("metrics", "owners"):
        allow(root, folder, 0o555 if folder == locked else 0o755)
    before = everything(root)
    done = fix(place)
    assert everything(root) == before
    assert done.returncode == 3
    (file,) = (path for path in FILES if path.startswith(locked))
    assert done.stderr.endswith(
        f"error: {root / file} cannot be written: Permission denied\n  hint: look at the rights of its folder\n"
    )
    allow(root, locked, 0o755)
    done = fix(place)
    assert "Fixed 3 problems in 2 files." in done.stderr
    assert done.returncode == 0
    assert "type: person" in (root / "owners/anna.yaml").read_text()


def test_a_folder_without_a_place_for_the_journal(place: Path) -> None:
    root = write(place / "catalog", FILES)
    for folder in ("metrics", "owners"):
        allow(root, folder, 0o755)
    before = everything(root)
    (place / "cache").mkdir()
    (place / "cache").joinpath("prodops").write_text("no folder")
    environment = os.environ | {"XDG_CACHE_HOME": str(place / "cache")}
    command = [sys.executable, "-m", "prodops_cli", "lint", "--fix", "-C", str(root)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "cannot be made: " in done.stderr
    assert everything(root) == before
