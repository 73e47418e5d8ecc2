"""Choosing a format: by its name, or by how a file's name ends."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from prodops_cli.failure import Misuse
from prodops_cli.importers import reading
from prodops_cli.importers.record import Record

Reader: TypeAlias = Callable[[str, bytes, str | None], tuple[Record, ...]]
ENDINGS: Final = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml", ".csv": "csv", ".tsv": "csv"}


def reader(format: str | None, path: str) -> Reader:
    """What reads a file. Raises Misuse for a file whose name says nothing."""
    name = format or ENDINGS.get(PurePosixPath(path).suffix.lower())
    if name is None:
        raise Misuse(f"nobody can tell what `{path}` holds", f"call it something that ends in {', '.join(ENDINGS)}")
    read: Reader = import_module(f"{reading.__name__}.{name}").records
    return read
