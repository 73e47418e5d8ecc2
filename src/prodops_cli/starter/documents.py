"""The documents of a new catalog, as they read on the day on which it begins."""

from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Final

from prodops_cli import starter

DAYS: Final = {"start": 14, "end": 27, "launch": 60}
"""In how many days the experiment starts and ends, and the launch is."""


def documents(today: date) -> dict[str, str]:
    """The files of a new catalog by their path: settings that teach, and a document of each kind."""
    days = {name: (today + timedelta(days=number)).isoformat() for name, number in DAYS.items()}
    said = {"today": today.isoformat(), "quarter": quarter(today), **days}
    return {path: filled(file, said) for path, file in sorted(below(files(starter) / "catalog", ""))}


def quarter(today: date) -> str:
    """The quarter in which the launch is, as a goal's period has it."""
    launch = today + timedelta(days=DAYS["launch"])
    return f"{launch.year}-Q{(launch.month + 2) // 3}"


def below(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    """The files below a folder, by their path in it."""
    found: list[tuple[str, Traversable]] = []
    for each in folder.iterdir():
        found += below(each, f"{path}{each.name}/") if each.is_dir() else [(f"{path}{each.name}", each)]
    return found


def filled(file: Traversable, said: Mapping[str, str]) -> str:
    """The text of a file, with what it leaves open."""
    return Template(file.read_text(encoding="utf-8")).substitute(said)
