"""The same bytes in every world: hash seeds, languages, time zones, orders of folders, processes, caches, Pythons."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.catalogs import make

import prodops_cli
from tests.bad.catalog import GIT, NOBODY
from tests.determinism.commands import COMMANDS
from tests.examples.catalogs import ACME, TANGLED

TOP = Path(__file__).parents[2]
WORLDS: dict[str, dict[str, Any]] = {
    "once more": {},
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed 1": {"PYTHONHASHSEED": "1"},
    "POSIX": {"LC_ALL": "C"},
    "UTF-8": {"LC_ALL": "C.UTF-8"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "German": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    "Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "Newfoundland": {"TZ": "America/St_Johns"},
    "one process": {"processes": 1},
    "two processes": {"processes": 2},
    "without what is kept": {"uncached": True},
    "with what is kept": {"times": 2},
    "another order": {"shuffled": 1},
    "another mask": {"mask": 0o077},
    "another folder": {"folder": "/"},
}
ODD = {
    "PYTHONHASHSEED": "1",
    "LC_ALL": "tr_TR.UTF-8",
    "LANGUAGE": "tr",
    "TZ": "Pacific/Kiritimati",
    "processes": 2,
    "shuffled": 1,
    "mask": 0o077,
    "folder": "/",
}
"""All of it at once: what a usual run has time for."""
USUALLY = 6


def catalogs(root: Path) -> Iterator[Path]:
    """Catalogs in repositories: one after a bad quarter, one that is healthy, and a generated one."""
    for source in (TANGLED, ACME):
        folder = root / source.name
        shutil.copytree(source, folder)
        for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Begin", "--date", "@1750000000 +0000")):
            subprocess.run((*GIT, *words), cwd=folder, env=os.environ | NOBODY, check=True)
        yield folder
    yield make(root / "generated", 200)


def told(python: str, catalog: Path, commands: list[tuple[str, ...]], world: dict[str, Any]) -> dict[str, str]:
    """What each command says in a world."""
    said = {"catalog": str(catalog), "commands": commands, "folder": str(catalog)}
    said |= {name: value for name, value in world.items() if name.islower()}
    paths = (Path(prodops_cli.__file__).parents[1], TOP)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(catalog),
        "COLUMNS": "100",
        "PYTHONHASHSEED": "random",
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
        **{name: value for name, value in world.items() if name.isupper()},
    }
    command = (python, "-P", "-m", "tests.determinism.performer")
    done = subprocess.run(
        command, input=json.dumps(said) + "\n", env=environment, capture_output=True, text=True, check=True
    )
    return dict(zip(map(" ".join, commands), json.loads(done.stdout), strict=True))


def test_in_an_odd_world(tmp_path: Path) -> None:
    """Some of the commands; which, changes with the commands that there are, and with nothing else."""
    some = random.Random(len(COMMANDS)).sample(COMMANDS, USUALLY)
    catalog = next(catalogs(tmp_path))
    usual = told(sys.executable, catalog, some, {})
    assert not [command for command, code in usual.items() if code[0] not in "01"]
    assert told(sys.executable, catalog, some, ODD) == usual


def test_in_every_world(tmp_path: Path, rounds: int, request: pytest.FixtureRequest) -> None:
    if rounds == 1:
        pytest.skip("takes ten minutes: `make soak` does it")
    for catalog in catalogs(tmp_path):
        usual = told(sys.executable, catalog, list(COMMANDS), {})
        for name, world in WORLDS.items():
            assert told(sys.executable, catalog, list(COMMANDS), world) == usual, (catalog.name, name)
        for python in request.config.getoption("--python"):
            assert told(python, catalog, list(COMMANDS), {}) == usual, (catalog.name, python)
