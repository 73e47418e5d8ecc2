"""One more than each limit allows."""

from collections.abc import Iterator

from tests.documents.test_limits import AT_THE_LIMIT

SLOW = ("owners/a.yaml of 50001 pairs", "prodops.yaml of 50001 pairs", "owners/a.yaml of 100001 flat")
"""They take seconds; a usual run tries prodops.yaml of so many items, and the limits without a catalog around them."""


def limits() -> Iterator[tuple[str, dict[str, bytes]]]:
    """As an owner's file, and as prodops.yaml."""
    for made, limit, _ in AT_THE_LIMIT:
        for path in ("owners/a.yaml", "prodops.yaml"):
            yield f"{path} of {limit + 1} {made.__name__}", {path: made(limit + 1).encode()}
