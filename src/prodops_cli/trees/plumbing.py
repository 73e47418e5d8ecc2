"""Git's plumbing, run so that neither the environment nor a repository's settings have a say in what it does."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prodops_cli.failure import Failure


@contextmanager
def no_git_variables() -> Iterator[None]:
    """Take GIT_* out of this process's environment, which GitPython hands on, for as long as git is started."""
    found = {name: os.environ.pop(name) for name in tuple(os.environ) if name.startswith("GIT_")}
    try:
        yield
    finally:
        os.environ.update(found)


with no_git_variables():
    os.environ["GIT_PYTHON_REFRESH"] = "quiet"  # a machine without git is a failure of the world, not of an import
    from git.cmd import Git
    from git.exc import GitCommandNotFound

    del os.environ["GIT_PYTHON_REFRESH"]

COMMAND = (
    "git",
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)
ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # none, whatever the repository's settings allow: a partial clone must not fetch
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_GRAFT_FILE": os.devnull,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a git command gave back."""

    status: int
    output: bytes
    complaint: str

    @property
    def text(self) -> str:
        """The output as text; bytes that are not UTF-8 are kept as lone surrogates."""
        return self.output.decode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class Plumbing:
    """Git's commands at the top of a repository; `index` is the file of another index than its own."""

    top: Path
    index: str = ""

    def run(self, *arguments: str, lines: Sequence[str] = ()) -> Answer:
        """The answer to a command that must succeed, with lines as its input. Raises Failure with git's reason."""
        answer = self.ask(*arguments, lines=lines)
        if answer.status != 0:
            raise _failure(answer.complaint)
        return answer

    def ask(self, *arguments: str, lines: Sequence[str] = ()) -> Answer:
        """The answer to a command, whatever it is. Raises Failure where git can't be started."""
        command = (*COMMAND, "-C", str(self.top), *arguments)
        other = {"GIT_INDEX_FILE": self.index} if self.index else {}
        with tempfile.TemporaryFile() as standard_input, no_git_variables():
            standard_input.writelines(f"{line}\n".encode() for line in lines)
            standard_input.seek(0)
            try:
                status, output, complaint = Git().execute(
                    command,
                    istream=standard_input,
                    with_extended_output=True,
                    with_exceptions=False,
                    stdout_as_string=False,
                    strip_newline_in_stdout=False,
                    # Without the work tree, core.worktree could shift all paths.
                    env={**ENVIRONMENT, **other, "GIT_WORK_TREE": str(self.top)},
                )
            except GitCommandNotFound as error:
                raise Failure("git is not installed, or not on the PATH", "install git 2.38 or later") from error
            except (OSError, ValueError) as error:  # an argument with NUL, or too long for the system
                raise Failure(f"git cannot be run: {error}") from error
        return Answer(status, output, complaint)


def partial_clone(reason: str) -> Failure:
    """The clone was made without some of its objects, and we fetch nothing by ourselves."""
    return Failure(f"this is a partial clone: {reason}", "bring all of it with `git fetch --refetch --no-filter`")


def _failure(complaint: str) -> Failure:
    """Git's reason in one line, and the command that git advises, which it puts behind a tab."""
    lines = complaint.splitlines() or ["it says nothing"]
    line = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0])
    reason = line.partition(": ")[2] or line
    if reason.endswith("from promisor remote"):
        return partial_clone(reason)
    advice = [line.strip() for line in lines if line.startswith("\tgit ")]
    return Failure(f"git cannot do it: {reason}", f"run `{advice[0]}`" if advice else "")
