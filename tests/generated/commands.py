"""docs/commands.md: every command with an example, its arguments and options, as the command line itself knows them."""

import inspect
from collections.abc import Iterator
from functools import cache

import click

from prodops_cli.cli.app import app

HEAD = """\
<!-- The tests run this page in a copy of examples/acme, on 2026-09-07. -->

# The commands

`prodops COMMAND --help` says the same in the terminal. What one does with them day by day: [Every day](everyday.md).
What they print for programs: [Formats](formats.md). How they end: [Exit codes](everyday.md#exit-codes).
"""
GROUPS = {
    "Begin": {
        "init": "prodops init --github --pre-commit",
        "new": 'prodops new owner kim-lee --set name="Kim Lee" --set type=person --yes',
        "import": "prodops export csv tool -o tools.csv\nprodops import tools.csv --kind tool",
    },
    "Find what is wrong": {
        "lint": "prodops lint experiments/ --select overlap",
        "baseline": "prodops baseline create",
        "explain": "prodops explain overlapping-surface",
    },
    "Run experiments": {
        "overlap": "prodops overlap --surface checkout.payment --start 2026-11-02 --audience country=FR",
        "schedule": "prodops schedule",
        "size": "prodops size 2026q3-checkout-one-page",
        "seen-by": "prodops seen-by country=DE platform=web",
    },
    "Look things up": {
        "list": "prodops list experiment --surface checkout",
        "show": "prodops show amplitude",
        "diff": "prodops diff HEAD --fail-on never",
    },
    "Change something": {
        "set": "prodops set amplitude contract.decision=renew",
        "rename": "prodops rename metric checkout_addon_rate checkout_extras_rate",
    },
    "Tell others": {
        "report": "prodops report weekly -o weekly.html",
        "export": "prodops export sqlite -o catalog.sqlite",
    },
    "Set up the machines": {
        "lsp": "prodops lsp --help",
        "schema": "prodops schema --write schemas",
        "cache": "prodops cache path",
    },
}
"""The commands by what one wants, each with an example."""


def commands_page() -> str:
    """The page."""
    assert {name for examples in GROUPS.values() for name in examples} == commands().keys()
    lines = [HEAD, "| you want to | commands |", "|---|---|"]
    for group, examples in GROUPS.items():
        names = ", ".join(f"[{name}](#prodops-{name})" for name in examples)
        lines.append(f"| {group[0].lower()}{group[1:]} | {names} |")
    for group, examples in GROUPS.items():
        lines += ["", f"## {group}"]
        for name, example in examples.items():
            lines += section(name, commands()[name], example)
    return "\n".join(lines) + "\n"


@cache
def commands() -> dict[str, click.Command]:
    """All commands that help tells of, by name."""
    assert isinstance(app, click.Group)
    app.list_commands(click.Context(app))
    return {name: command for name, command in app.commands.items() if not command.hidden}


def section(name: str, command: click.Command, example: str) -> Iterator[str]:
    """What one command does and takes."""
    yield from ("", f"### prodops {name}", "", inspect.cleandoc(command.help or ""), "", "```sh", example, "```", "")
    yield from ("| argument or option | meaning |", "|---|---|")
    for parameter in command.params:
        yield f"| {written(parameter)} | {getattr(parameter, 'help', '') or ''}{default(parameter)} |"


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
