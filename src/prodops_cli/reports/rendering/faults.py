"""Faults: what is wrong with a template, and where."""

from collections.abc import Mapping
from traceback import walk_tb
from typing import Final, NamedTuple

from jinja2 import TemplateNotFound, TemplateSyntaxError

MARK: Final = "template of the user: "
"""How the file names of users' templates begin in tracebacks."""


class Fault(NamedTuple):
    """What a template did; where, and the line itself, as far as that is known."""

    what: str
    name: str = ""
    number: int = 0
    line: str = ""


def fault(error: BaseException, texts: Mapping[str, str]) -> Fault:
    """The fault that an error tells of."""
    what = words(error)
    if isinstance(error, TemplateSyntaxError) and error.name is not None and error.name in texts:
        return placed(what, error.name, error.lineno, texts)
    places = [(frame.f_code.co_filename, number) for frame, number in walk_tb(error.__traceback__)]
    own = [(file.removeprefix(MARK), number) for file, number in places if file.startswith(MARK)]
    return placed(what, *own[-1], texts) if own else Fault(what)


def placed(what: str, name: str, number: int, texts: Mapping[str, str]) -> Fault:
    """A fault with its line."""
    lines = texts[name].splitlines()
    return Fault(what, name, number, lines[number - 1].strip() if 0 < number <= len(lines) else "")


def words(error: BaseException) -> str:
    """What happened."""
    match error:
        case TemplateNotFound():
            return f"there is no template {error.name or error}"
        case MemoryError():
            return "it needs too much memory"
        case RecursionError():
            return "it includes or calls itself without an end"
    return str(error) or type(error).__name__
