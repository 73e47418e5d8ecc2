"""The door to the parser: libyaml through PyYAML, which gives events with exact offsets."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from prodops_cli.failure import Failure


def events(text: str) -> Callable[[], Any]:
    """What pulls the next event of a text, each time it is called. Raises Failure where there is no libyaml.

    Events are of the classes of `yaml.events`; the binding itself has no types.
    """
    pull: Callable[[], Any] = binding().CParser(text).get_event
    return pull


@cache
def binding() -> ModuleType:
    """PyYAML's binding to libyaml. Raises Failure where PyYAML was installed without it."""
    try:
        return import_module("yaml.cyaml")
    except ImportError as error:
        hint = "reinstall it from a wheel: pip install --force-reinstall --only-binary :all: PyYAML"
        raise Failure("PyYAML is installed without libyaml", hint) from error
