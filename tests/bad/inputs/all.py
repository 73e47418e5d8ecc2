"""All bad inputs by name: files that are written over a healthy catalog."""

from collections.abc import Iterator
from itertools import chain, islice

from tests.bad.inputs.constructs import constructs
from tests.bad.inputs.days import days
from tests.bad.inputs.encodings import encodings
from tests.bad.inputs.fields import fields
from tests.bad.inputs.limits import limits
from tests.bad.inputs.settings import settings
from tests.bad.inputs.shapes import shapes


def inputs(turn: int = 0) -> dict[str, dict[str, bytes]]:
    """Every input; with another turn, other values in the fields. Raises ValueError where two have one name."""
    found: dict[str, dict[str, bytes]] = {}
    for name, files in chain.from_iterable(sorts(turn)):
        if name in found:
            raise ValueError(name)
        found[name] = files
    return found


def some(turn: int = 0) -> dict[str, dict[str, bytes]]:
    """The first of each sort, and every hundredth after it."""
    return dict(chain.from_iterable(islice(sort, 0, None, 100) for sort in sorts(turn)))


def sorts(turn: int) -> tuple[Iterator[tuple[str, dict[str, bytes]]], ...]:
    """Every input, sort by sort."""
    return constructs(), encodings(), shapes(), limits(), settings(), days(), fields(turn)
