"""`prodops init`: a new catalog."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.options import Today, day, width
from prodops_cli.failure import FOUND


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The catalog's folder; it is made if needed.", show_default="here")
    ] = Path(),
    github: Annotated[bool, typer.Option("--github", help="Lint it in GitHub Actions.")] = False,
    weekly: Annotated[
        bool,
        typer.Option("--weekly", help="Write the weekly digest on Mondays, in GitHub Actions; with --gitlab, there."),
    ] = False,
    gitlab: Annotated[bool, typer.Option("--gitlab", help="Lint it in GitLab CI.")] = False,
    pre_commit: Annotated[bool, typer.Option("--pre-commit", help="Lint it before each commit.")] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="URL", help="The git repository from which CI installs prodops: https://…@v0.1.0."
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What your organisation is called.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option("--timezone", metavar="ZONE", help="Where its days begin, such as Europe/Paris.")
    ] = None,
    team: Annotated[
        list[str] | None,
        typer.Option("--team", metavar="TEAM=LEAD", help="A team, and who leads it: `Payments=Ana Ribeiro`; several."),
    ] = None,
    share_pages: Annotated[
        bool | None,
        typer.Option(
            "--share-pages/--one-at-a-time", help="Whether two experiments may share a page.", show_default=False
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Ask nothing: take what is usual.")] = False,
    today: Today = None,
) -> int:
    """Begin a catalog: settings, a document of each kind to change into yours, and schemas for your editor.

    At a terminal four questions are asked, once: the name, the time zone, the teams, and whether experiments may share
    a page. Nothing is overwritten. In a catalog that is there already, documents are left alone, and only the schemas
    and what is asked for are written. CI installs prodops from the repository that this one came from, or from the one
    that `--from` names. Exits with 1 if a file that was to be written is there and says something else.
    """
    from prodops_cli.cli.acquainting import Acquaintance
    from prodops_cli.cli.asking import Asking, is_terminal
    from prodops_cli.cli.beginning import begin, origin_of
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.starter.origin import TO_FILL_IN
    from prodops_cli.starter.wiring import Service
    from prodops_cli.trees.worktree import find_top
    from prodops_cli.views.begun import to_fill_in, told

    asked = {
        Service.github: github,
        Service.github_weekly: weekly and (github or not gitlab),
        Service.gitlab: gitlab,
        Service.gitlab_weekly: weekly and gitlab,
        Service.pre_commit: pre_commit,
    }
    services = [service for service, wanted in asked.items() if wanted]
    said = Acquaintance(name, timezone, tuple(team or ()), share_pages)
    asking = Asking(width()) if is_terminal() and not yes else None
    begun = begin(folder, day(today), services, origin_of(source), lambda: said.house(asking))
    print_lines(told(begun.written, begun.kept, folder, find_top(folder) is not None, width()))
    print_lines(to_fill_in(begun.unfilled, TO_FILL_IN.repository, width()))
    return FOUND if begun.kept else 0
