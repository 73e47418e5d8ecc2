"""The stage, a turn for each round, and all commands, which a usual run shares among the disasters."""

from collections.abc import Iterator

import pytest

from tests.disasters.commands import COMMANDS
from tests.disasters.stage import Stage, stage

DISASTERS = (
    "test_between_two_calls",
    "test_at_any_time",
    "test_while_writing",
    "test_while_reading",
    "test_no_room",
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each round and command; where there is one round, each command meets one disaster."""
    rounds = metafunc.config.getoption("--rounds")
    if "turn" in metafunc.fixturenames:
        metafunc.parametrize("turn", range(rounds))
    if "name" in metafunc.fixturenames:
        share = slice(DISASTERS.index(metafunc.function.__name__), None, len(DISASTERS))
        metafunc.parametrize("name", tuple(COMMANDS)[share if rounds == 1 else slice(None)])


@pytest.fixture(scope="package")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A catalog in which disasters happen."""
    with stage(tmp_path_factory.mktemp("disasters") / "repository") as made:
        yield made
