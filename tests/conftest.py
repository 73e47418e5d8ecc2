"""What all tests share: `pytest --regen` writes golden files again."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

pytest_plugins = ["tests.program.fixtures", "tests.repositories"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write golden files instead of comparing them")
    parser.addoption("--rounds", type=int, default=1, help="how often to make each mistake, and to run each bad input")
    parser.addoption("--python", action="append", default=[], help="another Python that must give the same bytes")
    parser.addoption("--with-network", action="store_true", help="also run what installs packages")


@pytest.fixture
def regen(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written again."""
    return bool(request.config.getoption("--regen"))


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """How many times each mistake is made, each time elsewhere."""
    return int(request.config.getoption("--rounds"))


@pytest.fixture(scope="session", autouse=True)
def no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept of catalogs outside of repositories lies among the tests' own files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


# The same examples in every run: a build must not fail for what its change has nothing to do with, nor for how busy the
# machine is. `make soak` looks for surprises, with other examples in each round, and more of them.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("soak", derandomize=False, deadline=None, max_examples=300)
settings.load_profile("steady")
