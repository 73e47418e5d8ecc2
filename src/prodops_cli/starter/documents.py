"""The documents of a new catalog, as they read on the day on which it begins."""

from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Final

from prodops_cli import starter

AHEAD: Final = timedelta(weeks=2)
LENGTH: Final = timedelta(weeks=2)
LAUNCH: Final = timedelta(days=60)
"""In how long the experiment starts, for how long it runs, and in how long the launch is."""


def documents(today: date) -> dict[str, str]:
    """The files of a new catalog by their path: settings that teach, and a document of each kind."""
    said = days(today)
    return {path: filled(file, said) for path, file in sorted(below(files(starter) / "catalog", ""))}


def days(today: date) -> dict[str, str]:
    """The days of new documents, and the quarter in which the launch is; what starts does so on a Monday."""
    launch, soon = today + LAUNCH, today + AHEAD
    start = soon + timedelta(-soon.weekday() % 7)
    known = {"today": today, "start": start, "end": start + LENGTH - timedelta(1), "launch": launch}
    quarter = f"{launch.year}-Q{(launch.month + 2) // 3}"
    return {"quarter": quarter, **{name: day.isoformat() for name, day in known.items()}}


def below(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    """The files below a folder, by their path in it."""
    found: list[tuple[str, Traversable]] = []
    for each in folder.iterdir():
        found += below(each, f"{path}{each.name}/") if each.is_dir() else [(f"{path}{each.name}", each)]
    return found


def filled(file: Traversable, said: Mapping[str, str]) -> str:
    """The text of a file, with what it leaves open."""
    return Template(file.read_text(encoding="utf-8")).substitute(said)
