"""Phrases that are worth a table."""

import pytest

from prodops_cli.phrases import odds


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (1.0, "1 time in 1"),
        (0.33, "1 time in 3"),
        (0.0123, "1 time in 81"),
        (1.82e-6, "1 time in 550,000"),
        (1e-9, "1 time in 1,000,000,000"),
        (9e-10, "less than 1 time in a billion"),
        (0.0, "less than 1 time in a billion"),
    ],
)
def test_odds(chance: float, said: str) -> None:
    assert odds(chance) == said
