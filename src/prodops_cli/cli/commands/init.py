"""`prodops init`: a new catalog."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.options import Today, day
from prodops_cli.failure import FOUND


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The catalog's folder; it is made if needed.", show_default="here")
    ] = Path(),
    github: Annotated[bool, typer.Option("--github", help="Lint it in GitHub Actions.")] = False,
    gitlab: Annotated[bool, typer.Option("--gitlab", help="Lint it in GitLab CI.")] = False,
    pre_commit: Annotated[bool, typer.Option("--pre-commit", help="Lint it before each commit.")] = False,
    today: Today = None,
) -> int:
    """Begin a catalog: settings, a document of each kind to change into yours, and schemas for your editor.

    Nothing is overwritten. In a catalog that is there already, documents are left alone, and only the schemas and what
    is asked for are written. Exits with 1 if a file that was to be written is there and says something else.
    """
    from prodops_cli.cli.beginning import begin
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.starter.wiring import Service
    from prodops_cli.views.begun import told

    asked = {Service.github: github, Service.gitlab: gitlab, Service.pre_commit: pre_commit}
    begun = begin(folder, day(today), [service for service, wanted in asked.items() if wanted])
    print_lines(told(begun.written, begun.kept, folder))
    return FOUND if begun.kept else 0
