"""A catalog has the same findings in the work tree, at a commit and in memory."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from prodops_cli.findings import Finding, Verdict
from prodops_cli.outputs.formats.concise import line
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.revision import Repository
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TANGLED, judged, on_disk

CATALOGS = pytest.mark.parametrize("root", [ACME, TANGLED], ids=lambda root: root.name)


def in_memory(root: Path, folder: Path) -> Tree:
    """The catalog's files, read into memory."""
    files = (path for path in root.rglob("*") if path.is_file())
    return MemoryTree({path.relative_to(root).as_posix(): path.read_bytes() for path in files})


def copied(root: Path, folder: Path) -> Tree:
    """The catalog somewhere else on the disk."""
    return WorkTree(shutil.copytree(root, folder / "copy"))


def committed(root: Path, folder: Path) -> Tree:
    """The catalog at a commit of a repository of its own, in a folder below the top; the work tree is gone again."""
    catalog = shutil.copytree(root, folder / "repository" / "product" / "catalog")
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "a bad quarter")):
        git(folder / "repository", *arguments)
    shutil.rmtree(catalog / "metrics")
    repository = Repository.of(catalog)
    return repository.tree(repository.resolve("HEAD"))


def git(folder: Path, *arguments: str) -> None:
    """Run git as if nobody had configured it."""
    who = {f"GIT_{role}_{what}": "ana@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(("git", *arguments), cwd=folder, env=outside | settings | who, check=True)


def told(verdict: Verdict) -> list[tuple[str, ...]]:
    """All that is said, also to machines, that the tree must not change."""
    return [said(finding) for finding in verdict.with_allowed().findings]


def said(finding: Finding) -> tuple[str, ...]:
    """A finding with what stands below it."""
    problem = finding.problem
    related = (f"{each.place.source.path}:{each.place.span.start}: {each.message}" for each in problem.related)
    return line(finding), finding.fingerprint, *problem.notes, *problem.help, *related


@CATALOGS
@pytest.mark.parametrize("way", [in_memory, copied, committed], ids=lambda way: way.__name__)
def test_finds_the_same(root: Path, way: Callable[[Path, Path], Tree], tmp_path: Path) -> None:
    assert told(judged(way(root, tmp_path))) == told(on_disk(root))


@CATALOGS
def test_looks_at_the_same(root: Path, tmp_path: Path) -> None:
    here, there = on_disk(root), judged(committed(root, tmp_path))
    assert (there.subjects, there.scope.files, there.scope.entities) == (
        here.subjects,
        here.scope.files,
        here.scope.entities,
    )
