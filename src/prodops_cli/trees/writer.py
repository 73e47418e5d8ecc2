"""The writer of what is kept: this version of our code, and all that it stands on."""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from prodops_cli import __file__ as package
from prodops_cli import __version__

INSTALLED: Final = (".dist-info", ".egg-info")


def writer() -> str:
    """A digest that is another one as soon as our code, Python, or a package beside us is: developers edit them."""
    told = (__version__, sys.version, *installed(), *code(Path(package).parent))
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def installed() -> Iterator[str]:
    """The packages that can be imported, with their versions."""
    for folder in sys.path:
        try:
            yield from sorted(name for name in os.listdir(folder) if name.endswith(INSTALLED))  # noqa: PTH208 - a tenth of the cost
        except OSError:
            continue


def code(folder: Path) -> list[str]:
    """Our files, with their sizes and when they were written: looked at, not read."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and entry.name != "__pycache__":
                found += code(Path(entry.path))
            elif entry.name.endswith(".py"):
                status = entry.stat()
                found.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
    return sorted(found)
