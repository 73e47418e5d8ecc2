"""Whichever system call fails: it is said, nothing is torn or lost, and the next run does what this one could not."""

import errno
import random

from tests.disasters.stage import Stage
from tests.disasters.test_kills import is_whole_and_mended, pytestmark

__all__ = ("pytestmark",)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)


def test_while_writing(name: str, turn: int, catalog: Stage) -> None:
    chance = random.Random(f"{name} {turn} writing")
    ended = catalog.run(name, at=chance.randint(1, catalog.calls(name)), writes=True, error=chance.choice(ERRORS))
    assert ended.code in (0, 1, 3), ended
    assert "Traceback" not in ended.printed
    if ended.code != 3:
        assert catalog.files() == catalog.after(name), "what was said to be done is not"
    is_whole_and_mended(catalog, name)


def test_while_reading(name: str, turn: int, catalog: Stage) -> None:
    """What can't be read is a mistake in the catalog, or ends the command; no document becomes another one by it."""
    chance = random.Random(f"{name} {turn} reading")
    ended = catalog.run(name, at=chance.randint(1, 10 * catalog.calls(name)), error=chance.choice(ERRORS))
    assert ended.code in (0, 1, 2, 3), ended
    assert "Traceback" not in ended.printed
    assert [path for path in catalog.torn(catalog.after(name)) if path.endswith(".yaml")] == []
    catalog.run(name)
    now = catalog.files()
    catalog.reset()
    assert now == catalog.after(name)


def test_no_room(name: str, turn: int, catalog: Stage) -> None:
    """A file may have so many bytes and no more, as on a disk that is full."""
    ended = catalog.run(name, room=random.Random(f"{name} {turn} room").choice((0, 1, 50, 500, 5000)))
    assert ended.code in (0, 1, 3), ended
    assert "Traceback" not in ended.printed
    is_whole_and_mended(catalog, name)
