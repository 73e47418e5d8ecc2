"""Whether a command may keep what it reads, and use what others have kept: `--no-cache` says that it may not."""

from typing import Any, Final

import click
from typer.core import TyperCommand, TyperOption

REFUSED: Final = "prodops.no-cache"


def is_refused() -> bool:
    """Whether the command that is run may not."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(REFUSED))


class Command(TyperCommand):
    """A command; one that reads a catalog can be told to read all of it."""

    def __init__(self, *arguments: Any, **words: Any) -> None:
        super().__init__(*arguments, **words)
        if any(parameter.name == "directory" for parameter in self.params):
            self.params.append(NO_CACHE)


def note(context: click.Context, _: click.Parameter, is_refused: bool) -> None:
    """Notes what the option says, for `is_refused`."""
    context.meta[REFUSED] = is_refused


NO_CACHE: Final = TyperOption(
    param_decls=["--no-cache"],
    is_flag=True,
    default=False,
    expose_value=False,
    callback=note,
    help="Read everything, and keep nothing.",
)
