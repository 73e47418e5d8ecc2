"""What is written of a small catalog, to the letter."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from prodops_cli.exporters.choose import load, names
from tests.exporters.small import material

GOLDEN = Path(__file__).parent / "golden"
MEASURED = 'INSERT INTO "history_measures"'  # what the scorecard says is its own tests' matter
TEXTS = [name for name in names() if not load(name).is_binary]


def files(name: str) -> dict[str, bytes]:
    """The files of a format by their name."""
    target = load(name)
    parts = target.parts(material()) if target.parts else ("",)
    return {f"{'-'.join(filter(None, (name, part)))}{target.suffix}": target.write(material(), part) for part in parts}


def compare(path: Path, data: bytes, regen: bool) -> None:
    """Holds bytes to a golden file."""
    if regen:
        path.write_bytes(data)
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str, regen: bool) -> None:
    for path, data in files(name).items():
        compare(GOLDEN / path, data, regen)


def test_sqlite(regen: bool) -> None:
    with closing(opened()) as database:
        dump = "".join(f"{line}\n" for line in database.iterdump() if not line.startswith(MEASURED))
    compare(GOLDEN / "sqlite.sql", dump.encode(), regen)


def opened() -> sqlite3.Connection:
    """The database."""
    database = sqlite3.connect(":memory:")
    database.deserialize(files("sqlite")["sqlite.sqlite"])
    return database


@pytest.mark.parametrize("name", names())
def test_the_same_bytes_each_time(name: str) -> None:
    assert files(name) == files(name)


def test_remarks() -> None:
    assert {name: list(load(name).remarks(material())) for name in names()} == REMARKS


REMARKS: dict[str, list[str]] = {name: [] for name in names()} | {
    "codeowners": [
        "Left out: 2 files whose owner has no handle (tools/figma.yaml, tools/survey.yaml): write `codeowners` for a "
        "team, `handles.github` for a person."
    ],
}
