"""The formats that there are, found by looking."""

from importlib import import_module
from pkgutil import iter_modules

from prodops_cli.exporters import formats
from prodops_cli.exporters.target import Target
from prodops_cli.failure import Misuse
from prodops_cli.models.spelling import nearest


def names() -> tuple[str, ...]:
    """What there is."""
    return tuple(module.name for module in iter_modules(formats.__path__))


def load(name: str) -> Target:
    """The target of a name. Raises Misuse."""
    if name not in names():
        near = nearest(name, names())
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(names())}"
        raise Misuse(f"there is no export `{name}`", hint)
    target: Target = import_module(f"{formats.__name__}.{name}").TARGET
    return target
