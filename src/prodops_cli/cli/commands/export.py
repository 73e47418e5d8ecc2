"""`prodops export`: what the catalog knows, for other systems."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.options import Directory, Quiet, day


def command(
    format: Annotated[Literal["codeowners"], typer.Argument(metavar="codeowners", help="What to write.")],
    write: Annotated[
        bool, typer.Option("--write", help="Write it into the repository's CODEOWNERS; all other lines are kept.")
    ] = False,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> int:
    """Export what the catalog knows.

    codeowners: who answers for a document is asked to review it. The lines stand between two comments; with --write in
    .github/CODEOWNERS, or where that file is already.
    """
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.reading import refuse
    from prodops_cli.cli.reviewing import export_codeowners
    from prodops_cli.pipeline import Request, SettingsRefused
    from prodops_cli.pipeline import opened as read

    export = {"codeowners": export_codeowners}[format]
    place = opened(directory, None)
    try:
        catalog = read(place.tree, Request(day(None)))
    except SettingsRefused as refused:
        return refuse(refused, "exported")
    export(place, catalog, write, quiet)
    return 0
