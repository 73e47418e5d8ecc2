"""Catalogs in memory: experiments as people write them, read by the real loader."""

from datetime import date

from prodops_cli.catalog.load import load
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.overlap.collide import Verdict
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 3, 10)
REST = {"name": "Something", "owner": "someone", "type": "ab_test", "status": "scheduled", "surfaces": "[checkout]"}


def experiment(id: str, text: str) -> str:
    """A document with the lines that a test is about, and the smallest that it needs beside them."""
    lines = [line.strip() for line in text.split(" | ") if line.strip()]
    written = {line.partition(":")[0] for line in lines}
    return "\n".join([f"id: {id}", *lines, *(f"{key}: {value}" for key, value in REST.items() if key not in written)])


def encounters(settings: str = "", today: date = TODAY, layers: str = "", **experiments: str) -> Encounters:
    """The encounters of a catalog; each experiment's lines are divided by ` | `."""
    files = {f"experiments/{id}.yaml": experiment(id, text) for id, text in experiments.items()}
    files |= {
        "prodops.yaml": settings,
        "layers/shared.yaml": f"id: shared\nname: L\nowner: someone\nunit: user\n{layers}",
    }
    catalog = load(MemoryTree({path: text.encode() for path, text in files.items()}))
    assert not catalog.wrong, catalog.wrong
    return Encounters(catalog, today)


def verdict(found: Encounters) -> Verdict:
    """Whether a and b can meet."""
    a, b = (found.trials.of(found.trials.experiments[id]) for id in "ab")
    return found.trials.compare(*(found.trials.experiments[each.id] for each in (a, b)))


def only(found: Encounters) -> Encounter:
    """The one encounter of a catalog."""
    (met,) = found
    return met
