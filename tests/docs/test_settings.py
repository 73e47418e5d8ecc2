"""What docs/settings.md shows can be written so: the whole file, and each part of it by itself."""

from datetime import date

import pytest

from prodops_cli.lint.request import Request
from prodops_cli.models.settings import Settings
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from tests.generated.settings import EXAMPLE, examples

EXAMPLES = examples()
GROWTH = b"id: growth\nname: Growth\ntype: team\nlead: ana\n---\nid: ana\nname: Ana Ribeiro\ntype: person\n"


def test_every_key_is_shown() -> None:
    assert EXAMPLES.keys() == Settings.model_fields.keys()
    assert "\n\n".join(EXAMPLES.values()) == EXAMPLE


@pytest.mark.parametrize("text", [EXAMPLE, *EXAMPLES.values()], ids=["all", *EXAMPLES])
def test_examples_are_clean(text: str) -> None:
    tree = MemoryTree({"prodops.yaml": text.encode(), "owners/growth.yaml": GROWTH})
    found = lint(tree, Request(date(2026, 9, 7), ignore=("unused-word",))).findings
    assert [finding.problem.message for finding in found if finding.path == "prodops.yaml"] == []
