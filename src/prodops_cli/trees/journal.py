"""A journal: the steps of one change, written down before the first, so that none is left half done."""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path

from prodops_cli.trees.step import Step
from prodops_cli.trees.writing import replace_file

VERSION = 1


def write_journal(path: Path, steps: Iterable[Step]) -> None:
    """Writes steps down, all or none. Raises Failure."""
    said = json.dumps([as_json(step) for step in steps])
    replace_file(path, json.dumps({"version": VERSION, "checksum": checksum(said), "steps": said}).encode())


def read_journal(path: Path) -> tuple[Step, ...]:
    """The steps that were written down; none where there is no journal, or one that cannot be trusted."""
    try:
        journal = json.loads(path.read_bytes())
        if journal["version"] != VERSION or journal["checksum"] != checksum(journal["steps"]):
            return ()
        return tuple(as_step(each) for each in json.loads(journal["steps"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def checksum(said: str) -> str:
    """What tells a whole journal from a part of one."""
    return hashlib.sha256(said.encode()).hexdigest()


def as_json(step: Step) -> list[str | int | None]:
    """A step without what only its planning needs."""
    return [step.path, as_text(step.before), as_text(step.after), step.mode]


def as_step(said: list[str | None]) -> Step:
    """The step that was written down."""
    path, before, after, mode = said
    return Step(str(path), as_bytes(before), as_bytes(after), mode=None if mode is None else int(mode))


def as_text(data: bytes | None) -> str | None:
    """Bytes as JSON can hold them."""
    return None if data is None else b64encode(data).decode()


def as_bytes(text: str | None) -> bytes | None:
    """The bytes of before."""
    return None if text is None else b64decode(text)
