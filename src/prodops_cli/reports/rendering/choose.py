"""The formats that reports can have."""

from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import Final, Protocol

from prodops_cli.failure import Misuse
from prodops_cli.models.spelling import nearest
from prodops_cli.reports.rendering import formats
from prodops_cli.reports.rendering.room import FILE, fitted

MARKDOWN: Final = "markdown"


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
    name = named(name, path)
    if name not in names():
        near = nearest(name, names())
        raise Misuse(f"no report can be `{name}`", f"did you mean `{near}`?" if near else f"write {', '.join(names())}")
    made: Format = import_module(f"{formats.__name__}.{name}").document
    return made


def load_fitting(name: str | None, path: PurePath | None, most: int | None, whole: str) -> Format:
    """The same, which makes Markdown fit into so many bytes; without a number, a file into what GitHub shows.

    `whole` is the command that shows all of it. Raises Misuse.
    """
    made = load(name, path)
    if named(name, path) != MARKDOWN:
        if most is not None:
            raise Misuse(f"`--max-size` is for {MARKDOWN}", "take it away: nothing of other formats is left out")
        return made
    room = FILE if most is None and path else most
    return made if room is None else lambda text: fitted(made(text), room, whole)


def named(name: str | None, path: PurePath | None) -> str:
    """The name that is given, or what the file is called like."""
    return name or ("html" if path and path.suffix.lower() in (".html", ".htm") else MARKDOWN)
