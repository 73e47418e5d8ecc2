"""A catalog with a history: a real git repository with fixed days and authors."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from prodops_cli.cli.editions import Wish, edition
from prodops_cli.reports import weekly
from prodops_cli.reports.material.plain import Row
from tests.reports import bloom


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository that nothing outside of the test has a say in."""

    folder: Path

    def write(self, files: Mapping[str, str]) -> None:
        """Writes files; an empty text removes one."""
        for path, text in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8") if text else file.unlink()

    def commit(self, who: str, when: str, files: Mapping[str, str]) -> str:
        """Commits files in somebody's name, and gives the commit's id."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a change", who=who, when=when)
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *arguments: str, who: str = "nobody", when: str = "2026-01-01T00:00:00Z") -> str:
        """What git says."""
        person = {
            f"GIT_{role}_{what}": said
            for role in ("AUTHOR", "COMMITTER")
            for what, said in (("NAME", who), ("EMAIL", "x@bloom.example"), ("DATE", when))
        }
        clean = {name: said for name, said in os.environ.items() if not name.startswith("GIT_")}
        fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_DEFAULT_HASH": "sha1"}
        command = ("git", "-c", "init.defaultBranch=main", *arguments)
        done = subprocess.run(command, cwd=self.folder, env=clean | fixed | person, capture_output=True, check=True)
        return done.stdout.decode()


def begin(folder: Path) -> Repository:
    """An empty repository in a new folder."""
    made = Repository(folder)
    made.folder.mkdir()
    made.git("init", "--quiet")
    return made


@pytest.fixture(scope="session")
def bloom_seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bloom's catalog with its history, made once; nobody works in it, all have copies."""
    made = begin(tmp_path_factory.mktemp("seed") / "bloom")
    for who, when, files in bloom.HISTORY:
        made.commit(who, when, files)
    return made.folder


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return begin(tmp_path / "catalog")


@pytest.fixture
def bloom_repository(bloom_seed: Path, tmp_path: Path) -> Repository:
    """Bloom's catalog, to be changed by one test."""
    return Repository(copytree(bloom_seed, tmp_path / "bloom"))


@pytest.fixture(scope="session")
def bloom_folder(bloom_seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bloom's catalog, for those who only read it."""
    return copytree(bloom_seed, tmp_path_factory.mktemp("read-only") / "bloom")


@pytest.fixture(scope="session")
def context(bloom_folder: Path) -> Row:
    """What the digest of Bloom says."""
    return weekly.context(edition(bloom_folder, Wish("2026-W36", date(2026, 9, 8))))
