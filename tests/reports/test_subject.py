"""A report that is about one thing."""

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.failure import Misuse
from prodops_cli.models.owner import Owner
from prodops_cli.reports.rendering.report import subject
from prodops_cli.trees.memory import MemoryTree

CATALOG = load(
    MemoryTree({"prodops.yaml": b"version: 1\n", "owners/anna.yaml": b"id: anna\nname: Anna\ntype: person\n"})
)


def test_is_found_by_its_id() -> None:
    assert subject("owner", Owner, "anna", CATALOG) is CATALOG.get(Owner, "anna")


@pytest.mark.parametrize(
    ("id", "said", "hint"),
    [
        (None, "`owner` is about one owner", "say which: `prodops report owner ID`"),
        ("ana", "no owner is called `ana`", "did you mean `anna`?"),
        ("x", "no owner is called `x`", "`prodops list owner` says which there are"),
    ],
)
def test_has_to_be_there(id: str | None, said: str, hint: str) -> None:
    with pytest.raises(Misuse) as refused:
        subject("owner", Owner, id, CATALOG)
    assert (refused.value.sentence, refused.value.hint) == (said, hint)
