"""Baselines on disk: which one holds, reading and writing it."""

from pathlib import Path

from prodops_cli.cli.opening import Opened
from prodops_cli.failure import Misuse
from prodops_cli.lint.baseline import FILE_NAME, NOTHING, Baseline, WrongBaseline, parse, written
from prodops_cli.trees.writing import write_file


def baseline_of(catalog: Opened, named: Path | None) -> Baseline:
    """The baseline that is named; else that of the catalog, which is empty where there is none. Raises Misuse."""
    try:
        data = catalog.tree.read(FILE_NAME) if named is None else (catalog.directory / named).read_bytes()
    except OSError as error:
        if named is None and isinstance(error, FileNotFoundError):
            return NOTHING
        raise Misuse(
            f"the baseline {named or FILE_NAME} can't be read: {error.strerror}",
            f"write it with `prodops baseline create{f' --baseline {named}' if named else ''}`",
        ) from error
    try:
        return parse(data.decode())
    except (WrongBaseline, UnicodeDecodeError) as error:
        why = error if isinstance(error, WrongBaseline) else "is no UTF-8"
        raise Misuse(
            f"the baseline {named or FILE_NAME} {why}",
            "take it from git again, or write it anew with `prodops baseline create`",
        ) from error


def write(catalog: Opened, named: Path | None, baseline: Baseline) -> None:
    """Puts a baseline where it belongs, whole or not at all. Raises Failure."""
    path = catalog.root / FILE_NAME if named is None else catalog.directory / named
    write_file(path, "".join(f"{line}\n" for line in written(baseline)).encode())
