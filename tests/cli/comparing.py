"""Metrics that nobody owns, so that each is one finding, and what a lint against a base says of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from prodops_cli.cli.run import run

Git = Callable[..., str]
Commit = Callable[..., str]


def metric(id: str, owner: str = "nobody") -> str:
    """A metric with one finding: its owner does not exist."""
    return f"id: {id}\nname: The {id}\nowner: {owner}\ndescription: How many {id}.\nstatus: draft\ndirection: neutral\n"


OLD = {"prodops_yaml": "", "metrics__old_yaml": metric("old")}


@dataclass(frozen=True, slots=True)
class Told:
    """The ids of what is new and of what was there before, how much is fixed, the base, and what stderr says."""

    new: str
    existing: str
    fixed: int
    base: str | None
    code: int
    said: str


def told(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Told:
    """What a lint says: ids in their order, with blanks between them."""
    command = ("lint", "-C", str(folder), "--select", "unknown-reference", "-f", "json", "--show-existing", *options)
    code = run(command)
    out, said = capsys.readouterr()
    assert "Traceback" not in said
    assert code in (0, 1, 2, 3), said
    if not out:
        return Told("", "", 0, None, code, " ".join(said.split()))
    verdict = json.loads(out)
    new, existing = (
        [(each["entity"] or {"id": each["rule"]})["id"] for each in verdict["findings"] if each["state"] == state]
        for state in ("new", "existing")
    )
    assert len(verdict["findings"]) == len(new) + len(existing)
    assert verdict["summary"]["existing"] == len(existing)
    fixed, base = verdict["summary"]["fixed"], verdict["base"]
    return Told(" ".join(sorted(new)), " ".join(sorted(existing)), fixed, base, code, " ".join(said.split()))


def branched(folder: Path, git: Git, commit: Commit) -> str:
    """A branch `change` with a new metric, checked out, and a later metric on main; gives where they parted."""
    base = commit(folder, **OLD)
    git(folder, "switch", "--quiet", "-c", "change")
    commit(folder, metrics__new_yaml=metric("new"))
    git(folder, "switch", "--quiet", "main")
    commit(folder, metrics__later_yaml=metric("later"))
    git(folder, "switch", "--quiet", "change")
    return base
