"""The application: every file in `commands` is the command of its name."""

from importlib import import_module
from pkgutil import iter_modules

import typer

from prodops_cli.cli import commands

app = typer.Typer(
    name="prodops",
    help="Product operations as code: lints the catalog and writes the digest that product leaders read.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def prodops() -> None:
    """Lints the product catalog in git, and writes the digest that product leaders read."""


for found in iter_modules(commands.__path__):
    module = import_module(f"{commands.__name__}.{found.name}")
    app.command(found.name.replace("_", "-"))(module.command)
    for hidden in getattr(module, "HIDDEN_NAMES", ()):
        app.command(hidden, hidden=True)(module.command)
