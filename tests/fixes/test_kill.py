"""Killed at any moment, a run leaves whole files, and the next one finishes what it began."""

import random
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from pkgutil import walk_packages

import pytest

import prodops_cli
from prodops_cli.cli.run import run
from prodops_cli.trees.store import open_store
from tests.fixes.catalogs import everything, write

OWNERS = [f"owner-{number}" for number in range(40)]
FILES = {f"owners/{id}.yaml": f"id: {id}\nname: no # {id}\ntype: Person\n" for id in OWNERS} | {
    f"owners/old-{number}.yaml": f"id: new-{number}\nname: New\ntype: person\n" for number in range(10)
}
AFTER = {path: text.replace("no #", '"no" #').replace("Person", "person") for path, text in FILES.items()}
AFTER = {path.replace("old-", "new-"): text for path, text in AFTER.items()}
COMMAND = ("lint", "--fix", "-q", "-f", "concise", "-C")
READY = get_context("forkserver")
"""Begins processes that have imported everything, so that they are killed while they work, and not before."""
READY.set_forkserver_preload([each.name for each in walk_packages(prodops_cli.__path__, "prodops_cli.")])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A few moments of each sort in a usual run, as many more in each round."""
    if "moment" in metafunc.fixturenames:
        metafunc.parametrize("moment", range(8 * metafunc.config.getoption("--rounds")))


def test_nothing_is_torn(moment: int, tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    (root / ".git").mkdir()
    journal = open_store(root) / "journal.json"
    pause = random.Random(moment).uniform(0, 0.02 if moment % 2 else 0.2)
    process = READY.Process(target=run, args=([*COMMAND, str(root)],))
    process.start()
    while moment % 4 and not journal.exists() and process.is_alive():
        time.sleep(0.0005)
    time.sleep(pause)
    process.kill()
    process.join()
    texts = {path: data.decode() for path, data in everything(root).items() if not path.endswith(".prodops-new")}
    assert all(text in (FILES.get(path), AFTER.get(path), "") for path, text in texts.items())
    assert {path.replace("old-", "new-") for path in texts} == {*AFTER, "prodops.yaml"}

    assert run([*COMMAND, str(root)]) == 0
    assert {path: data.decode() for path, data in everything(root).items()} == AFTER | {"prodops.yaml": ""}
    assert {path.name for path in journal.parent.iterdir()} - {"kept"} == {"lock"}


def test_two_runs_lose_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    (root / ".git").mkdir()
    some, others = (
        subprocess.Popen([sys.executable, "-m", "prodops_cli", *COMMAND, str(root), "--select", family])
        for family in ("yaml", "naming")
    )
    assert (some.wait(), others.wait()) == (0, 0)
    assert {path: data.decode() for path, data in everything(root).items()} == AFTER | {"prodops.yaml": ""}
