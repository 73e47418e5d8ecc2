"""Killed at any moment, a command leaves whole files, and the next run leaves nothing else."""

import random
import signal

import pytest

from tests.disasters.stage import Stage

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="forks and limits are needed")


def test_between_two_calls(name: str, turn: int, catalog: Stage) -> None:
    """Ended before one of the system calls that change something on disk."""
    chance = random.Random(f"{name} {turn}")
    at = chance.randint(1, catalog.calls(name))
    ended = catalog.run(name, at=at, signal=chance.choice((signal.SIGKILL, signal.SIGTERM)))
    assert ended.code < 0, ended
    is_whole_and_mended(catalog, name)


def test_at_any_time(name: str, turn: int, catalog: Stage) -> None:
    """Ended by somebody else, or within a write, of which only a part is on the disk then."""
    chance = random.Random(f"{name} {turn} time")
    if turn % 2:
        catalog.run(name, seconds=chance.uniform(0, 0.3), signal=chance.choice((signal.SIGKILL, signal.SIGTERM)))
    else:
        catalog.run(name, room=chance.randint(0, 4000), signal=signal.SIGXFSZ)
    is_whole_and_mended(catalog, name)


def is_whole_and_mended(catalog: Stage, name: str) -> None:
    """Each file is the old or the new one; the next run makes all of it new, and leaves nothing beside it."""
    after = catalog.after(name)
    assert catalog.torn(after) == []
    catalog.run(name)
    now = catalog.files()
    catalog.reset()
    assert now == after
