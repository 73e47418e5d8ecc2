"""A transaction: several files of a work tree change together or not at all, one run at a time, killed or not."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from prodops_cli.failure import Failure
from prodops_cli.trees.journal import read_journal, write_journal
from prodops_cli.trees.lock import locked
from prodops_cli.trees.step import Step
from prodops_cli.trees.store import open_store
from prodops_cli.trees.worktree import WorkTree
from prodops_cli.trees.writing import create_file, make_folder, mode_of, remove_file, remove_unfinished, replace_file


@dataclass(frozen=True, slots=True)
class Transaction:
    """The right to change the files below a root. `mended` says what became of an interrupted run's, if any."""

    root: Path
    journal: Path
    mended: str

    def carry_out(self, steps: Iterable[Step]) -> None:
        """Takes all steps, or none. Raises Failure where a file is not as it was, or can't be written."""
        known = tuple(self._with_mode(step) for step in steps)
        for step in known:
            refuse_changed(self.root, step)
        if known:
            write_journal(self.journal, known)
            self._settle(known)

    def _with_mode(self, step: Step) -> Step:
        return replace(step, mode=mode_of(self.root / (step.moved_from or step.path)))

    def _settle(self, steps: Sequence[Step]) -> None:
        try:
            take(self.root, steps)
        except Failure:
            undo(self.root, steps)
            remove_file(self.journal)
            raise
        remove_file(self.journal)


@contextmanager
def transaction(root: Path) -> Iterator[Transaction]:
    """Waits for other runs, then brings to an end what an interrupted one began. Raises Failure."""
    store = open_store(root)
    journal = store / "journal.json"
    with locked(store / "lock"):
        remove_unfinished(journal)
        yield Transaction(root, journal, recover(root, journal))


def recover(root: Path, journal: Path) -> str:
    """Finishes what a journal says, or undoes it where somebody has changed one of the files since; says which."""
    steps = read_journal(journal)
    for step in steps:
        remove_unfinished(root / step.path)
    changed = [step.path for step in steps if not any(holds(root, step.path, at) for at in (step.before, step.after))]
    if changed:
        undo(root, steps)
    else:
        take(root, steps)
    journal.unlink(missing_ok=True)
    if changed:
        return f"An interrupted run was undone, as `{changed[0]}` has changed since."
    return f"An interrupted run was finished: {', '.join(step.path for step in steps)}." if steps else ""


def take(root: Path, steps: Iterable[Step]) -> None:
    """Takes the steps that are not taken: a file is there under its new name before the old one goes."""
    for step in sorted(steps, key=lambda step: step.after is None):
        now = found(root, step.path)
        if now != step.after:
            refuse_changed(root, step)
            put(root / step.path, step)


def undo(root: Path, steps: Iterable[Step]) -> None:
    """Goes back where a step was taken; what somebody else has changed stays."""
    for step in sorted((step.undone for step in steps), key=lambda step: step.after is None):
        if step.before != step.after and holds(root, step.path, step.before):
            put(root / step.path, step)


def put(path: Path, step: Step) -> None:
    """Brings a file from before to after. Raises Failure."""
    if step.after is None:
        remove_file(path)
    elif step.before is None:
        make_folder(path.parent)
        create_file(path, step.after, step.mode)
    else:
        replace_file(path, step.after)


def refuse_changed(root: Path, step: Step) -> None:
    """Nobody's work is written over. Raises Failure."""
    if found(root, step.path) != step.before:
        reason = "is new" if step.before is None else "has changed since it was read"
        raise Failure(f"nothing is written: `{step.path}` {reason}", "run it again")


def holds(root: Path, path: str, data: bytes | None) -> bool:
    """Whether a file has these bytes now; None: whether there is none, and might be one."""
    try:
        return found(root, path) == data
    except Failure:
        return False


def found(root: Path, path: str) -> bytes | None:
    """The bytes of a file now; None where there is none. Raises Failure for what is no file, or behind a link."""
    try:
        return WorkTree(root).read(path)
    except FileNotFoundError:
        if is_free(root, path):
            return None
        raise Failure(f"`{path}` is not in the catalog any more", "run it again") from None
    except OSError as error:
        raise Failure(f"`{path}` cannot be read: {error.strerror}") from error


def is_free(root: Path, path: str) -> bool:
    """Whether a file may be made there: below the root, behind no link, and nothing stands there."""
    place = root / path
    is_below = ".." not in Path(path).parts and not Path(path).is_absolute()
    return is_below and place.parent.resolve() == place.parent and not os.path.lexists(place)
