"""What is suggested and told at a place: texts with a mark, and the answers."""

from functools import cache

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.editor.completion import suggestions
from prodops_cli.editor.hover import hover
from prodops_cli.trees.worktree import WorkTree
from tests.editor.asked import ACME, TODAY, Case, cases, regenerate

FIRST = 7
MEETINGS = {"2026q3-checkout-express-wallets": ("meets a from 7 to 14 Sep (8 days)", "meets <b>")}
"""What is said of whom an experiment meets."""


@cache
def acme() -> Catalog:
    """The catalog, read once."""
    return load(WorkTree(ACME))


def suggested(case: Case) -> str:
    """The first suggestions, as the file of cases has them."""
    here = case.here(acme())
    found = suggestions(here)
    start, stop = here.cursor.word
    lines = [
        f"{'(retired) ' if each.is_retired else ''}{each.text.replace(chr(10), '⏎')} | {each.detail}" for each in found
    ]
    more = [f"and {len(found) - FIRST} more"] if len(found) > FIRST else []
    return "\n".join([f"for `{case.text[start:stop]}`", *(line.rstrip(" |") for line in lines[:FIRST]), *more])


def told(case: Case) -> str:
    """What is told, and of what."""
    found = hover(case.here(acme()), TODAY, MEETINGS)
    return f"of `{case.text[slice(*found.span)]}`\n{found.text}" if found else "nothing"


@pytest.mark.parametrize("case", cases("completion.txt"), ids=lambda case: case.title)
def test_what_is_suggested(case: Case, regen: bool) -> None:
    if regen:
        regenerate("completion.txt", suggested)
    else:
        assert suggested(case) == case.answer


@pytest.mark.parametrize("case", cases("hover.txt"), ids=lambda case: case.title)
def test_what_is_told(case: Case, regen: bool) -> None:
    if regen:
        regenerate("hover.txt", told)
    else:
        assert told(case) == case.answer
