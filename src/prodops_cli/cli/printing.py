"""Printing a verdict: in which formats, and where to."""

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from prodops_cli.escape import speaks_to_runner
from prodops_cli.failure import Failure, Misuse
from prodops_cli.findings import Verdict
from prodops_cli.outputs.choose import load, names
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.outputs.summary import sentences
from prodops_cli.trees.writing import write_file

STEP_SUMMARY: Final = 1024 * 1024
"""How many bytes GitHub takes as the summary of a step."""


@dataclass(frozen=True, slots=True)
class Printout:
    """A format, and the file that it goes to; None for stdout."""

    format: str
    path: Path | None


def printouts(said: Sequence[str]) -> tuple[Printout, ...]:
    """What `--format` asks for: text, if nothing; with annotations where GitHub reads along. Raises Misuse."""
    if not said:
        annotations = ("github",) if os.environ.get("GITHUB_ACTIONS") == "true" else ()
        return tuple(Printout(name, None) for name in ("text", *annotations))
    return tuple(printout(each) for each in said)


def printout(said: str) -> Printout:
    """A format as it is written: `json`, or `json:findings.json`. Raises Misuse."""
    name, _, path = said.partition(":")
    if name not in names():
        raise Misuse(f"there is no format `{name}`", f"there are {', '.join(names())}")
    return Printout(name, Path(path) if path else None)


def print_verdict(verdict: Verdict, wanted: Sequence[Printout], look: Look) -> None:
    """Prints a verdict in every format that is wanted. Raises Failure for a file that can't be written."""
    for each in wanted:
        if each.path is None:
            print_lines(load(each.format)(verdict, look))
            continue
        plain = replace(look, colour=False)
        if is_step_summary(each.path):
            room = STEP_SUMMARY - (each.path.stat().st_size if each.path.exists() else 0)
            append(each.path, written(load(each.format)(verdict, replace(plain, room=room))))
        else:
            write_file(each.path, written(load(each.format)(verdict, plain)))


def is_step_summary(path: Path) -> bool:
    """Whether a file is the one that GitHub shows as the summary of a step; others have written to it before us."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    return bool(summary) and path.absolute() == Path(str(summary)).absolute()


def append(path: Path, data: bytes) -> None:
    """Writes behind what stands in a file. Raises Failure."""
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror}", "choose another path") from error


def written(lines: Iterable[str]) -> bytes:
    """Lines as the bytes of a file."""
    return "".join(f"{line}\n" for line in lines).encode(errors="backslashreplace")


def print_summary(verdict: Verdict, wanted: Sequence[Printout], look: Look) -> None:
    """Says on stderr what text says at its end, where nobody reads text: silence could also mean that nothing ran."""
    if Printout("text", None) not in wanted:
        lines = (line for sentence in sentences(verdict) for line in wrap(sentence, look.width))
        sys.stderr.writelines(f"{line}\n" for line in lines)


def print_remarks(remarks: Iterable[str], look: Look) -> None:
    """Says on stderr what is no finding, and should be known."""
    sys.stderr.writelines(f"{line}\n" for remark in remarks for line in wrap(remark, look.width))


def print_lines(lines: Iterable[str]) -> None:
    """Writes lines to stdout."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def print_to_the_letter(lines: Sequence[str]) -> None:
    """Writes lines for programs as they are; but no terminal and no runner may obey what stands in a file.

    Raises Failure where a runner would.
    """
    is_log = os.environ.get("GITHUB_ACTIONS") == "true" and not stat.S_ISREG(os.fstat(1).st_mode)
    if is_log and any(map(speaks_to_runner, lines)):
        raise Failure(
            "a line of it is a command to the runner that writes this log",
            "write it to a file, such as `prodops lint --diff > fixes.patch`",
        )
    print_lines(map(shown, lines) if sys.stdout.isatty() else lines)
