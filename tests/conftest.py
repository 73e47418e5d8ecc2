"""What all tests share: `pytest --regen` writes golden files again."""

import pytest
from hypothesis import settings

pytest_plugins = ["tests.repositories"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write golden files instead of comparing them")


@pytest.fixture
def regen(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written again."""
    return bool(request.config.getoption("--regen"))


# The same examples in every run: a build must not fail for what its change has nothing to do with. `make soak` looks
# for surprises, with other examples in each round.
settings.register_profile("steady", derandomize=True)
settings.register_profile("soak", derandomize=False)
settings.load_profile("steady")
