"""`prodops schema`: JSON Schemas of the documents, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_kind


def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help="A kind, or `prodops` for prodops.yaml.",
            autocompletion=complete_kind,
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="DIR", help="Write all of them into this folder.", show_default=False),
    ] = None,
) -> None:
    """Print the JSON Schema of a kind, or write them all.

    An editor that knows them completes keys and says what they mean.
    """
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.failure import Misuse
    from prodops_cli.models.schema import schema, schemas
    from prodops_cli.trees.writing import make_folder, write_file

    if (kind is None) == (write is None):
        raise Misuse("`prodops schema` takes either a kind or --write DIR", "try `prodops schema metric`")
    if kind is not None:
        print_lines([schema(kind)])
    if write is not None:
        make_folder(write)
        for name, text in schemas().items():
            write_file(write / f"{name}.schema.json", f"{text}\n".encode())
