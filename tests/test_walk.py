"""The walk in docs/architecture.md is true."""

import doctest
from pathlib import Path

ARCHITECTURE = Path(__file__).parent.parent / "docs" / "architecture.md"


def test_the_walk_is_true() -> None:
    failed, tried = doctest.testfile(str(ARCHITECTURE), module_relative=False)
    assert tried > 10
    assert not failed
