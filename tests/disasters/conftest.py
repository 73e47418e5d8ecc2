"""The stage, a turn for each round, and all commands, of which a usual run takes some."""

from collections.abc import Iterator
from zlib import crc32

import pytest

from tests.disasters.commands import COMMANDS
from tests.disasters.stage import Stage, stage

FEW = 3


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each round and command; where there is one round, each test is run with a few of them."""
    rounds = metafunc.config.getoption("--rounds")
    if "turn" in metafunc.fixturenames:
        metafunc.parametrize("turn", range(rounds))
    if "name" in metafunc.fixturenames:
        some = slice(crc32(metafunc.function.__name__.encode()) % FEW, None, FEW) if rounds == 1 else slice(None)
        metafunc.parametrize("name", tuple(COMMANDS)[some])


@pytest.fixture(scope="package")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A catalog in which disasters happen."""
    with stage(tmp_path_factory.mktemp("disasters") / "repository") as made:
        yield made
