"""The application: every file in `commands` is the command of its name, imported when somebody asks for it."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import click
import typer
import typer.main
from typer.core import TyperGroup

from prodops_cli.cli import commands
from prodops_cli.cli.keeping import Command

ALSO_CALLED: Final = {"check": "lint", "validate": "lint"}
"""What people type who know other tools; no help tells it."""
NAMES: Final = (*(found.name.replace("_", "-") for found in iter_modules(commands.__path__)), *ALSO_CALLED)


class Commands(TyperGroup):
    """The commands, of which each is made when it is asked for, so that nobody pays for what is not run."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all of them."""
        self.make(NAMES)
        return sorted(super().list_commands(context))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of a name; a name that none has is compared with all of them."""
        self.make((name,) if name in NAMES else NAMES)
        return super().get_command(context, name)

    def make(self, names: Iterable[str]) -> None:
        """Makes those of these commands that are not made yet."""
        self.commands.update((name, made(name)) for name in names if name not in self.commands)


def made(name: str) -> click.Command:
    """The command of a name, made of its module."""
    module = import_module(f"{commands.__name__}.{ALSO_CALLED.get(name, name).replace('-', '_')}")
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=Command, hidden=name in ALSO_CALLED)(module.command)
    return typer.main.get_command(alone)


program = typer.Typer(
    name="prodops",
    cls=Commands,
    help="Product operations as code: lints the catalog and writes the digest that product leaders read.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@program.callback()
def prodops() -> None:
    """Lints the product catalog in git, and writes the digest that product leaders read."""


app: Final = typer.main.get_command(program)
