"""The end of a process: as an interpreter ends, but for what is in memory, which the system takes back at once."""

import atexit
import os
import sys
from contextlib import suppress
from threading import active_count
from typing import NoReturn


def end(code: int) -> NoReturn:
    """Ends with an exit code. To take a large catalog apart, value by value, takes a tenth of the time of a lint."""
    if active_count() == 1:
        atexit._run_exitfuncs()
        with suppress(OSError):  # Python has its own words for that
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(code)
    sys.exit(code)
