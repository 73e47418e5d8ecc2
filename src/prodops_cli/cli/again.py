"""Asking again: the options of a command line that say where one looks, and at what of it."""

import shlex
from collections.abc import Iterator
from typing import Final

import typer
from click import Parameter
from click.core import ParameterSource

WHERE: Final = ("directory",)
WHAT: Final = ("owner", "min_severity", "base", "show_existing", "baseline", "no_baseline", "staged", "stdin_path")
MORE: Final = ("show_allowed", "rev", "today", "paths")


def where(context: typer.Context) -> str:
    """Where the catalog is: `-C catalog`, or nothing."""
    return words(context, WHERE)


def asked(context: typer.Context) -> str:
    """All that somebody has to say to see the same findings again: `-C catalog --base main`, or nothing."""
    return words(context, (*WHERE, *WHAT, *MORE))


def words(context: typer.Context, names: tuple[str, ...]) -> str:
    """These options, as they were written; what nobody wrote is left out."""
    by_name = {parameter.name: parameter for parameter in context.command.params}
    written = [name for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    return shlex.join([word for name in written for word in said(by_name[name], context.params[name])])


def said(parameter: Parameter, value: object) -> Iterator[str]:
    """An option with its value, or arguments."""
    if parameter.param_type_name == "option":
        yield parameter.opts[0]
    if isinstance(value, list | tuple):
        yield from map(str, value)
    elif value is not True:
        yield str(value)
