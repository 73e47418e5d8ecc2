"""A patch: what steps would change, as a unified diff that `git apply` and `patch -p1` take."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff

from prodops_cli.escape import terminal
from prodops_cli.trees.step import Step

NOWHERE = "/dev/null"
LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


def patch(steps: Iterable[Step], prefix: str = "") -> Iterator[str]:
    """The lines of all steps by path; `prefix` leads from the repository's root to the catalog's."""
    known = tuple(steps)
    bytes_before = {step.path: step.before for step in known}
    moved = {step.moved_from for step in known}
    for step in known:
        if step.after is None and step.path in moved:
            continue
        if step.moved_from:
            yield from rename(prefix, step)
        before = bytes_before.get(step.moved_from) if step.moved_from else step.before
        old = name("a", prefix, step.moved_from or step.path) if before is not None else NOWHERE
        new = name("b", prefix, step.path) if step.after is not None else NOWHERE
        yield from hunks(before or b"", step.after or b"", old, new)


def rename(prefix: str, step: Step) -> Iterator[str]:
    """The head of a file that moves, in git's words."""
    yield f"diff --git {name('a', prefix, step.moved_from)} {name('b', prefix, step.path)}"
    yield f"rename from {terminal(prefix + step.moved_from)}"
    yield f"rename to {terminal(prefix + step.path)}"


def name(side: str, prefix: str, path: str) -> str:
    """A file as diffs call it."""
    return f"{side}/{terminal(prefix + path)}"


def hunks(before: bytes, after: bytes, old: str, new: str) -> Iterator[str]:
    """What differs between two texts, whose lines end as they do."""
    for line in unified_diff(lines(before), lines(after), old, new, lineterm="\n"):
        yield from (line[:-1],) if line.endswith("\n") else (line, "\\ No newline at end of file")


def lines(data: bytes) -> list[str]:
    """The lines with their ends, as diffs divide them: at line feeds alone."""
    return LINE.findall(data.decode())
