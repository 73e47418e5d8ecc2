"""How many examples a property is tried with: by the profile, of which the one for soak rounds tries more."""

from hypothesis import settings

USUAL = 100


def examples(usually: int) -> settings:
    """So many in a usual run."""
    return settings(max_examples=settings().max_examples * usually // USUAL)
