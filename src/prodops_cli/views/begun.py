"""What `prodops init` says: what was written, what was there, and what to do next."""

import os
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.phrases import count, listing

MANY: Final = 4
"""Of how many files in a folder nobody reads the names."""


def told(written: Sequence[Path], kept: Sequence[Path], folder: Path, in_git: bool, width: int) -> Iterator[str]:
    """A line for each file, or for a folder of many, then the next steps."""
    often = Counter(path.parent for path in written)
    for parent, together in groupby(written, key=lambda path: path.parent):
        if often[parent] > MANY:
            yield f"wrote  {seen(parent)}{os.sep} ({often[parent]} files)"
        else:
            yield from (f"wrote  {seen(path)}" for path in together)
    yield from (f"kept   {seen(path)}: it is there already, and says something else" for path in kept)
    if not written and not kept:
        yield "Nothing to do: everything is there."
    if kept:
        yield f"{count(len(kept), 'file')} kept: move what you want to have anew out of the way, and run this again."
    if any(path.name == "prodops.yaml" for path in written):
        named = "" if folder == Path() else shlex.quote(str(folder))
        where = f" -C {named}" if named else ""
        git = "" if in_git else f"`git init{f' {named}' if named else ''}` keeps what changes. "
        yield ""
        yield from wrap(
            shown(f"Next: {git}`prodops lint{where}` says that all is clear. Then make the documents yours."), width
        )


def to_fill_in(files: Sequence[Path], address: str, width: int) -> Iterator[str]:
    """What somebody has to write into some files instead of an address; it is said last, so that it is seen."""
    if files:
        yield ""
        yield from wrap(
            f"Before you commit: nobody knows yet where CI gets prodops from. Write your copy's address instead of "
            f"{address} in {listing([seen(path) for path in files])}. (On a package index, the name may be somebody "
            "else's.)",
            width,
        )


def seen(path: Path) -> str:
    """A path from here, as people would type it."""
    return shown(os.path.relpath(path))
