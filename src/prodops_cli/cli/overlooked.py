"""Overlooked: files of the work tree that look like documents, and stand where no document is read."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from prodops_cli.escape import terminal
from prodops_cli.phrases import listing

KNOWN: Final = frozenset(
    (
        *("owners", "tools", "metrics", "experiments", "layers", "goals", "feedback", "launches", "practices"),
        *("docs", "schemas", "templates", "examples"),
    )
)
"""Folders that are read unless settings say otherwise, which is known here without the models, and what isn't meant."""
MOST: Final = 20
"""So many folders, and files of each, are looked into: among them is a document, or it is not about documents."""
BEGINNING: Final = 4096
LIKE: Final = (re.compile(rb"^(?:- )?id:", re.MULTILINE), re.compile(rb"^(?:  )?(?:owner|type|period):", re.MULTILINE))
FEW: Final = 5


def overlooked(root: Path) -> Iterator[str]:
    """A sentence about documents at the catalog's top, and in folders there that are no kind's."""
    if found := unread(root, [path for folder in folders(root) for path in documents(folder)]):
        names = dict.fromkeys(f"{path.parent.name}/" if path.parent != root else path.name for path in found)
        said = listing([terminal(name) for name in [*names][:FEW]] + (["others"] if len(names) > FEW else []))
        yield (
            f"Not read, though they look like documents: {said}. Move them into the folder of their kind, such as "
            "metrics/, or name theirs in prodops.yaml: `catalog: {folders: {metric: my_metrics}}`"
        )


def folders(root: Path) -> Iterator[Path]:
    """The top, and the folders there that nobody expects."""
    yield root
    with os.scandir(root) as found:
        named = sorted(each.name for each in found if each.name not in KNOWN and each.is_dir(follow_symlinks=False))
    yield from islice((root / name for name in named if not name.startswith(".")), MOST)


def documents(folder: Path) -> Iterator[Path]:
    """The files in a folder that look like documents, of the first ones in it."""
    names: list[str] = []
    with suppress(OSError), os.scandir(folder) as found:
        names = sorted(each.name for each in found if each.is_file(follow_symlinks=False))
    wanted = (name for name in names if name.endswith((".yaml", ".yml")) and name != "prodops.yaml")
    for path in islice((folder / name for name in wanted if not name.startswith(".")), MOST):
        with suppress(OSError), path.open("rb") as file:
            text = file.read(BEGINNING)
            if all(sign.search(text) for sign in LIKE):
                yield path


def unread(root: Path, suspects: list[Path]) -> list[Path]:
    """Those of some files that are no part of the catalog."""
    if not suspects:
        return []
    from prodops_cli.catalog.load import entries  # the models are opened only where there is something to tell
    from prodops_cli.catalog.settings import load_settings
    from prodops_cli.trees.worktree import WorkTree

    tree = WorkTree(root)
    read = {entry.path for entry, _ in entries(tree, load_settings(tree)[1])}
    return [path for path in suspects if path.relative_to(root).as_posix() not in read]
