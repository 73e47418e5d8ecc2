"""The formats that there are, found by looking."""

from importlib import import_module
from pkgutil import iter_modules

from prodops_cli.exporters import formats
from prodops_cli.exporters.target import Target
from prodops_cli.failure import Failure, Misuse
from prodops_cli.models.spelling import nearest


def names() -> tuple[str, ...]:
    """What there is."""
    return tuple(module.name for module in iter_modules(formats.__path__))


def load(name: str) -> Target:
    """The target of a name. Raises Misuse, and Failure for one whose library is not installed."""
    if name not in names():
        near = nearest(name, names())
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(names())}"
        raise Misuse(f"there is no export `{name}`", hint)
    try:
        target: Target = import_module(f"{formats.__name__}.{name}").TARGET
    except ModuleNotFoundError as missing:
        raise Failure(
            f"{missing.name} is not installed, which writes {name}",
            f"install prodops with the extra `{name}`, or `pip install {missing.name}`",
        ) from missing
    return target
