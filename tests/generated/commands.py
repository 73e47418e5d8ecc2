"""docs/commands.md: every command with its arguments and options, as the command line itself knows them."""

import inspect
from collections.abc import Iterator

import click

from prodops_cli.cli.app import app


def commands_page() -> str:
    """The page."""
    assert isinstance(app, click.Group)
    context = click.Context(app)
    lines = ["# The commands", "", "`prodops COMMAND --help` says the same in the terminal.", ""]
    for name in sorted(app.list_commands(context)):
        command = app.get_command(context, name)
        if command and not command.hidden:
            lines += section(name, command)
    return "\n".join(lines)


def section(name: str, command: click.Command) -> Iterator[str]:
    """What one command does and takes."""
    yield from (f"## prodops {name}", "", inspect.cleandoc(command.help or ""), "")
    yield from ("| argument or option | meaning |", "|---|---|")
    for parameter in command.params:
        yield f"| {written(parameter)} | {getattr(parameter, 'help', '') or ''}{default(parameter)} |"
    yield ""


def written(parameter: click.Parameter) -> str:
    """How a parameter is written on the command line."""
    metavar = parameter.metavar or ""
    if isinstance(parameter, click.Argument):
        return f"`{metavar or (parameter.name or '').upper()}`"
    if isinstance(parameter.type, click.Choice):
        metavar = "\\|".join(parameter.type.choices)
    return " ".join(filter(None, (", ".join(f"`{option}`" for option in parameter.opts), metavar)))


def default(parameter: click.Parameter) -> str:
    """What holds if nothing is said, where that is worth saying."""
    said = parameter.default
    return f" `{said}` if nothing is said." if isinstance(said, str) and said else ""
