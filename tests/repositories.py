"""Real git repositories, made by a git that nothing outside of the test has a say in."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]

WHO = {"NAME": "Ana Díaz", "EMAIL": "ana@example.com"}


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a folder: `git(folder, "init")`; `at` is the second of 1970 at which it says to be."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))

    def run(folder: Path, *arguments: str, at: int = 1_750_000_000, text: bytes = b"") -> str:
        person = {f"GIT_{role}_{what}": who for role in ("AUTHOR", "COMMITTER") for what, who in WHO.items()}
        dates = {f"GIT_{role}_DATE": f"@{at} +0200" for role in ("AUTHOR", "COMMITTER")}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ("git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments)
        environment = os.environ | person | dates | settings
        return subprocess.run(
            command, cwd=folder, env=environment, input=text, capture_output=True, check=True
        ).stdout.decode("utf-8", "surrogateescape")

    return run


@pytest.fixture
def commit(git: Git) -> Callable[..., str]:
    """Write files, commit all that there is, and give the commit's id."""

    def run(folder: Path, message: str = "a change", at: int = 1_750_000_000, **files: str) -> str:
        for path, text in files.items():
            file = folder / path.replace("__", "/").replace("_yaml", ".yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--allow-empty", "--allow-empty-message", "--message", message, at=at)
        return git(folder, "rev-parse", "HEAD").strip()

    return run


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Path:
    """An empty git repository."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file that is there as soon as the program `evil` has run."""
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    program.chmod(0o755)
    return tmp_path / "ran"
