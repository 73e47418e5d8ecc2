"""All bad inputs by name: files that are written over a healthy catalog."""

from collections.abc import Iterator

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
    for name, files in everything(turn):
        if name in found:
            raise ValueError(name)
        found[name] = files
    return found


def everything(turn: int) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Every input, family by family."""
    yield from constructs()
    yield from encodings()
    yield from shapes()
    yield from limits()
    yield from settings()
    yield from days()
    yield from fields(turn)
