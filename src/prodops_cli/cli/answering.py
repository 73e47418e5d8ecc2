"""Answering an editor: the streams, the collector of garbage and the library that this takes."""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from importlib.util import find_spec

from prodops_cli.cli.beginning import noted
from prodops_cli.failure import Misuse
from prodops_cli.starter.origin import installed_from

SELDOM = (50_000, 20, 50)
"""When to look for garbage: to look through a large catalog takes a fifth of a second, and somebody is writing."""


def answer(today: Callable[[], date]) -> int:
    """Answers until the editor goes. Raises Misuse where the library lacks that speaks with it."""
    if find_spec("pygls") is None:
        raise Misuse("pygls, which speaks with editors, is not installed", "`pip install 'pygls>=2'`")
    from prodops_cli.editor.serving import serve, server

    today()  # what is no day is said before anybody is spoken to
    gc.enable()  # this lives for days
    gc.set_threshold(*SELDOM)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers, redirect_stdout(sys.stderr):
        return serve(server(today, pages()), sys.stdin.buffer, answers)


def pages() -> str:
    """Where the pages of the rules are, if it is known where this comes from."""
    origin = installed_from(noted())
    is_public = origin is not None and origin.repository.startswith("https://")
    return f"{origin.repository.removesuffix('.git')}/blob/{origin.revision}/docs/rules" if origin and is_public else ""
