"""The formats there are, found by looking, and the door to each; none is imported before it is asked for."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from prodops_cli.findings import Verdict
from prodops_cli.outputs import formats
from prodops_cli.outputs.discreet import discreet
from prodops_cli.outputs.look import Look


class Render(Protocol):
    """What a format's module is: one function, from a verdict to lines without their line breaks."""

    def __call__(self, verdict: Verdict, look: Look) -> Iterator[str]:
        """The lines of a verdict."""
        ...


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(module.name for module in iter_modules(formats.__path__)))


def load(name: str) -> Render:
    """The format of that name; it prints no secret. Raises KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    render: Render = import_module(f"{formats.__name__}.{name}").render
    return lambda verdict, look: render(discreet(verdict), look)
