"""`prodops explain`: a rule's page, or all rules."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_rule
from prodops_cli.cli.options import Colour, Directory, in_colour, width


def command(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="A rule or a family.", autocompletion=complete_rule, show_default=False),
    ] = None,
    directory: Directory = Path(),
    color: Colour = "auto",
) -> None:
    """Show a rule's page, the rules of a family, or all rules.

    Within a catalog a page ends with what prodops.yaml says of the rule: its options, and the words that it goes by.
    """
    from prodops_cli.cli.configuring import settings_at
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.views.explain import explained

    print_lines(explained(name, width(), in_colour(color), settings_at(directory)))
