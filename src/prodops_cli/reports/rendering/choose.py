"""The formats that reports can have."""

from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import Protocol

from prodops_cli.failure import Misuse
from prodops_cli.models.spelling import nearest
from prodops_cli.reports.rendering import formats


class Format(Protocol):
    """Makes a document of a report's Markdown, in which charts are still data."""

    def __call__(self, text: str, /) -> str:
        """The document."""
        ...


def names() -> tuple[str, ...]:
    """What there is."""
    return tuple(module.name for module in iter_modules(formats.__path__))


def load(name: str | None, path: PurePath | None) -> Format:
    """The format of a name; without one, HTML for a file that is called so, else Markdown. Raises Misuse."""
    name = name or ("html" if path and path.suffix.lower() in (".html", ".htm") else "markdown")
    if name not in names():
        near = nearest(name, names())
        raise Misuse(f"no report can be `{name}`", f"did you mean `{near}`?" if near else f"write {', '.join(names())}")
    made: Format = import_module(f"{formats.__name__}.{name}").document
    return made
