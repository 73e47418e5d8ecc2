"""Catalogs with what can be fixed in them, in memory and on disk."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from prodops_cli.findings import Finding
from prodops_cli.fixes.plan import Plan, plan
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.tree import Tree

TODAY = date(2026, 9, 7)
ANNA = "id: anna\nname: Anna\ntype: person\n"


def judged(tree: Tree) -> tuple[Finding, ...]:
    """Everything that is wrong with a tree."""
    return lint(tree, Request(TODAY)).findings


def tree(files: Mapping[str, str]) -> MemoryTree:
    """Files in memory, with an empty prodops.yaml."""
    return MemoryTree({"prodops.yaml": b""} | {path: text.encode() for path, text in files.items()})


def planned(files: Mapping[str, str], unsafe: bool = False) -> Plan:
    """What is to be done with a catalog."""
    return plan(tree(files), judged(tree(files)), judged, unsafe)


def after(files: Mapping[str, str], made: Plan) -> Overlay:
    """The catalog when that is done."""
    return Overlay(tree(files), {step.path: step.after for step in made.steps})


def changed(made: Plan) -> dict[str, str | None]:
    """The texts that a plan makes, by path; None for what goes."""
    return {step.path: None if step.after is None else step.after.decode() for step in made.steps}


def write(root: Path, files: Mapping[str, str]) -> Path:
    """The catalog on disk."""
    for path, data in tree(files).files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def everything(root: Path) -> dict[str, bytes]:
    """All files below a folder but git's, hidden ones too."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
