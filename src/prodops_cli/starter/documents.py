"""The documents of a new catalog, as they read on the day on which it begins."""

from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Final

from prodops_cli import starter
from prodops_cli.escape import markdown
from prodops_cli.starter.house import USUAL, House
from prodops_cli.starter.origin import Origin

AHEAD: Final = timedelta(weeks=2)
LENGTH: Final = timedelta(weeks=2)
LAUNCH: Final = timedelta(days=60)
"""In how long the experiment starts, for how long it runs, and in how long the launch is."""


def documents(today: date, house: House = USUAL) -> dict[str, str]:
    """The files of a new catalog by their path: settings that teach, and a document of each kind."""
    said = days(today) | house.said()
    found = {path: filled(file, said) for path, file in below(files(starter) / "catalog", "")}
    return dict(sorted((found | dict(house.owners())).items()))


def readme(house: House, origin: Origin | None) -> str:
    """What the team reads first."""
    known = f"Install prodops: `pipx install '{origin}'`."
    install = (
        known if origin else "Install prodops from your organisation's copy of its repository, as its README says."
    )
    heading = f"The product catalog of {markdown(house.name)}" if house.name != USUAL.name else "The product catalog"
    return filled(files(starter) / "README.md", {"heading": heading, "install": install})


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
