"""The healthy catalog on disk, in git, with a bad input written over it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.bad.healthy import over

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main", "-c", "gc.auto=0")
NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def repository(root: Path) -> Path:
    """A folder in which the healthy catalog is committed."""
    write(root, over({}))
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Begin")):
        subprocess.run((*GIT, *arguments), cwd=root, env=os.environ | NOBODY, check=True, capture_output=True)
    return root


def put(root: Path, files: Mapping[str, bytes]) -> None:
    """The healthy catalog again, with these files over it; whatever else was there is gone."""
    for each in root.iterdir():
        if each.name != ".git":
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    write(root, over(files))


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files, and the folders that they need."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
