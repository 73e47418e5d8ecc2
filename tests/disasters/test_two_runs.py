"""Two commands write at once: what stands there then, one after the other could have written; or one has refused."""

import json
import random
from itertools import combinations_with_replacement

from tests.disasters.commands import COMMANDS
from tests.disasters.stage import Files, Stage
from tests.disasters.test_kills import pytestmark

__all__ = ("pytestmark",)
PAIRS = tuple(combinations_with_replacement(COMMANDS, 2))
USUALLY = 2


def test_two_at_once(turn: int, rounds: int, catalog: Stage) -> None:
    pairs = random.Random(turn).sample(PAIRS, USUALLY) if rounds == 1 else PAIRS
    for one, other in pairs:
        catalog.reset()
        endings = catalog.run_both(one, other)
        assert all(ended.code in (0, 1, 2, 3) and "Traceback" not in ended.printed for ended in endings), endings
        now = catalog.files()
        wanted = [documents(each) for each in (catalog.in_turn(one, other), catalog.in_turn(other, one))]
        wanted += [
            documents(catalog.after(name)) for name, ended in zip((one, other), endings, strict=True) if ended.code < 2
        ]
        catalog.reset()
        assert documents(now) in wanted, (one, other, endings)
        for path, data in now.items():
            assert is_whole(path, data), (one, other, path)


def documents(files: Files) -> Files:
    """What people have written; the rest is made of it, at one moment or another."""
    return {path: data for path, data in files.items() if path.endswith(".yaml")}


def is_whole(path: str, data: bytes | None) -> bool:
    """Whether a file is one to its end, and none of those that lie about for a moment."""
    if path.endswith((".prodops-new", "journal.json")):
        return False
    if data is not None and path.endswith(".json"):
        json.loads(data)
    return not data or data.endswith(b"\n")
