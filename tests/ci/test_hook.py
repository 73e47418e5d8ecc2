"""The hook runs as pre-commit runs it; `make soak` also lets it set up the hook's environment from this repository."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
CATALOG = {
    "product/prodops.yaml": "",
    "product/owners/anna.yaml": "id: anna\nname: Anna\ntype: person\nmanager: bob\n",
    "product/owners/bob.yaml": "id: bob\nname: Bob\ntype: person\n",
}


@pytest.fixture
def repository(tmp_path: Path, prodops: Path) -> Path:
    """A repository with a healthy catalog, committed."""
    for path, text in CATALOG.items():
        file = tmp_path / "work" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (tmp_path / "bin").symlink_to(prodops)
    folder = tmp_path / "work"
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"]):
        done = run(folder, ["git", *command])
        assert done.returncode == 0, done.stderr
    return folder


def run(folder: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    """What a command says, with nothing of this machine's settings."""
    me = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = (
        os.environ
        | me
        | {
            "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
            "SOURCE_DATE_EPOCH": "1788739200",
        }
    )
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def pre_commit(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit says."""
    return run(folder, [sys.executable, "-m", "pre_commit", *command])


def configure(folder: Path, **repo: Any) -> None:
    """Writes pre-commit's settings with the hook."""
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [repo]}))
    run(folder, ["git", "add", ".pre-commit-config.yaml"])


def test_the_manifest_is_one(tmp_path: Path) -> None:
    done = pre_commit(tmp_path, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert (done.returncode, done.stdout) == (0, "")


def test_runs_in_the_catalog_that_is_named(repository: Path) -> None:
    """The hook as it is written, but for its environment: this one is used."""
    here = {key: value for key, value in HOOK.items() if key != "minimum_pre_commit_version"}
    configure(repository, repo="local", hooks=[here | {"language": "system", "args": ["-C", "product"]}])
    assert pre_commit(repository, "run").returncode == 0
    (repository / "product" / "owners" / "untracked.yaml").write_text("not: committed\n")
    assert pre_commit(repository, "run").returncode == 0
    run(repository, ["git", "rm", "-q", "product/owners/bob.yaml"])
    done = pre_commit(repository, "run")
    assert done.returncode == 1
    assert "no owner is called `bob`" in done.stdout


@pytest.mark.skipif("not config.getoption('--with-network')", reason="`make soak` runs it: it installs packages")
def test_sets_up_its_own_environment(repository: Path) -> None:
    revision = run(ROOT, ["git", "rev-parse", "HEAD"]).stdout.strip()
    hooks = [{"id": HOOK["id"], "args": ["-C", "product"]}]
    configure(repository, repo=str(ROOT), rev=revision, hooks=hooks)
    (repository.parent / "bin").unlink()
    done = pre_commit(repository, "run")
    assert done.returncode == 0, done.stdout + done.stderr
    run(repository, ["git", "rm", "-q", "product/owners/bob.yaml"])
    assert "no owner is called `bob`" in pre_commit(repository, "run", "--all-files").stdout
