"""The run of one command line: from arguments to an exit code."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from prodops_cli.cli.app import app
from prodops_cli.cli.failures import exit_code


def run(arguments: Sequence[str]) -> int:
    """0 nothing found, 1 something found, 2 wrong usage or settings, 3 could not be done, 4 a bug, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The same bytes in every locale; what no encoding has is shown as its escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return exit_code(lambda: app(arguments, prog_name="prodops", standalone_mode=False))
