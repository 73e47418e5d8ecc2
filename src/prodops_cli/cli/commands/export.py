"""`prodops export`: what the catalog knows, for other systems."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_export, complete_id, complete_kind
from prodops_cli.cli.options import Directory, Quiet, Revision, Today, day


def command(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="backstage, codeowners, csv, ics, json, parquet or sqlite.",
            autocompletion=complete_export,
        ),
    ],
    kinds: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KIND]…", help="Only these kinds.", autocompletion=complete_kind, show_default=False),
    ] = None,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="PATH", help="The file to write; - for stdout, DIR/ for several.")
    ] = "-",
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner", metavar="ID", help="Only what they own, or people of that team.", autocompletion=complete_id
        ),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin csv with a byte order mark, by which Excel knows UTF-8.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file is not as it would be.")
    ] = False,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write codeowners into the repository's CODEOWNERS; all other lines are kept."),
    ] = False,
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    quiet: Quiet = False,
) -> int:
    """Export what the catalog knows; docs/export.md says what each format holds.

    The same catalog on the same day gives the same bytes. What is wrong in the catalog is left out, and said on stderr.
    """
    import sys

    from prodops_cli.cli.exporting import Wish, checked, delivered, files, material, remarks
    from prodops_cli.cli.opening import opened
    from prodops_cli.cli.reading import refuse
    from prodops_cli.cli.reviewing import write_codeowners
    from prodops_cli.failure import Misuse
    from prodops_cli.lint.request import SettingsRefused

    if write and (format != "codeowners" or output != "-" or check or rev is not None):
        raise Misuse("`--write` is for codeowners alone, in the work tree", "name other files with -o")
    if check and output == "-":
        raise Misuse("`--check` compares with a file", "name it with -o")
    wish = Wish(format, day(today), tuple(kinds or ()), owner, output, bom)
    target = checked(wish)
    place = opened(directory, rev)
    try:
        found = material(place, target, wish)
    except SettingsRefused as refused:
        return refuse(refused, "exported")
    if write:
        write_codeowners(place, found.catalog, quiet)
    code = 0 if write else delivered(files(target, wish, found), target, check)
    if not quiet:
        sys.stderr.writelines(f"{line}\n" for line in remarks(target, found))
    return code
