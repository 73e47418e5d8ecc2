"""`prodops lsp`: what an editor starts."""

from typing import Annotated

import typer

from prodops_cli.cli.options import Today, day


def command(
    stdio: Annotated[  # noqa: ARG001
        bool, typer.Option("--stdio", help="Speak over standard input and output; there is no other way.")
    ] = True,
    today: Today = None,
) -> int:
    """Answer an editor: what is wrong while you type, what may stand here, who is who, who meets whom.

    Editors start it and speak the Language Server Protocol with it; docs/editor.md says how. It writes no file.
    Needs pygls: `pip install 'pygls>=2'`.
    """
    from prodops_cli.cli.answering import answer

    return answer(lambda: day(today))
