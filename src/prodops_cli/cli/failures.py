"""The one error door: what goes wrong becomes a sentence, a hint and an exit code; never a traceback."""

import errno
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import click
import typer

from prodops_cli import __version__
from prodops_cli.escape import terminal
from prodops_cli.failure import BUG, COULD_NOT, INTERRUPTED, WRONG_USAGE, Failure, Misuse

UNWRITABLE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""What a system says that has no room, or can't write any more."""
EXHAUSTED = frozenset((errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN))
"""What a system says that can't do more at once."""


def exit_code(command: Callable[[], int | None]) -> int:
    """Runs a command; what it raises is told on stderr."""
    try:
        return told_whole(command)
    except Failure as failure:
        return tell(failure.sentence, failure.hint, COULD_NOT)
    except Misuse as misuse:
        return tell(misuse.sentence, misuse.hint, WRONG_USAGE)
    except click.UsageError as error:
        named = error.ctx.command_path if error.ctx else "prodops"
        return tell(error.format_message(), f"`{named} --help` shows what it takes", WRONG_USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return quietly()
    except OSError as error:
        return told_of_the_system(error)
    except Exception:  # noqa: BLE001 whatever it is, it is a bug, and is reported as one
        return tell_crash(traceback.format_exc())


def told_of_the_system(error: OSError) -> int:
    """What the system refuses is no bug of ours, where it would refuse it to anybody."""
    if error.errno in EXHAUSTED:
        return tell(f"it could not be done: {error.strerror}", "close other programs, and run it again", COULD_NOT)
    if error.errno in UNWRITABLE:
        sys.stdout = None  # so that the interpreter does not try it once more
        return tell(f"not all could be written: {error.strerror}", "make room, or write it elsewhere", COULD_NOT)
    return tell_crash(traceback.format_exc())


def told_whole(command: Callable[[], int | None]) -> int:
    """Runs a command until all that it prints is written, while there is still somebody to tell if it can't be."""
    code = command() or 0
    sys.stdout.flush()
    return code


def tell(sentence: str, hint: str, code: int) -> int:
    """Says what is wrong and what to do."""
    sys.stderr.write(f"error: {terminal(sentence)}\n")
    if hint:
        sys.stderr.write(f"  hint: {terminal(hint)}\n")
    return code


def quietly() -> int:
    """Whoever was reading has read enough."""
    sys.stdout = None  # so that the interpreter does not flush into the broken pipe
    return 0


def tell_crash(report: str) -> int:
    """Writes down what happened, for those who can mend it."""
    import tempfile  # which takes its time

    text = f"prodops {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{report}"
    try:
        with tempfile.NamedTemporaryFile("w", prefix="prodops-crash-", suffix=".txt", delete=False) as file:
            file.write(text)
            where = f"what happened is written down in {Path(file.name)}"
    except OSError:
        where = f"what happened:\n{text}"
    return tell(
        f"this is a bug in prodops, not in your catalog; {where}", "please send it to us with what you did", BUG
    )
