"""A small world: a few attributes, with values enough that every audience of these tests finds its clients."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import Any

from hypothesis import strategies as st

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.value import Kind
from tests.overlap.written import Written

ATTRIBUTES: Mapping[str, Attribute] = {
    "country": Attribute(parents={"FR-75": "FR", "FR-13": "FR"}),
    "region": Attribute(values=("FR-75", "FR-13", "DE"), parents={"FR-75": "FR", "FR-13": "FR", "DE-BE": "DE"}),
    "platform": Attribute(values=("web", "ios", "android")),
    "premium": Attribute(kind="bool"),
    "age": Attribute(kind="number"),
    "app_version": Attribute(kind="version", stable=False),
    "since": Attribute(kind="date"),
    "segment": Attribute(many=True),
    "role": Attribute(many=True, values=("x", "y", "z")),
}
KINDS: Mapping[str, Kind] = {name: attribute.kind or "text" for name, attribute in ATTRIBUTES.items()}

VERSIONS = ("1", "1.4", "1.4.5", "2")
SERIES = ("1.*", "1.4.*", "1.4.5.*", "2.0.*")
NAMED: Mapping[str, Sequence[Any]] = {
    "country": ("FR", "FR-75", "FR-13", "DE"),
    "region": ("FR", "FR-75", "FR-13", "DE", "DE-BE"),
    "platform": ("web", "ios", "android"),
    "premium": (True, False),
    "age": (0, 1, 2, 2.5),
    "app_version": VERSIONS + SERIES,
    "since": ("2026-01-01", "2026-01-02", "2026-01-04"),
    "segment": ("a", "b", "c"),
    "role": ("x", "y", "z"),
}


def _sets(values: Sequence[str], least: int) -> list[frozenset[str]]:
    sizes = range(least, len(values) + 1)
    return [frozenset(some) for some in chain.from_iterable(combinations(values, size) for size in sizes)]


# Every client of the world has one of these, or None, for an attribute that it doesn't have.
HAVES: Mapping[str, Sequence[Any]] = {
    "country": (*NAMED["country"], "elsewhere", None),
    "region": ("FR-75", "FR-13", "DE", "DE-BE"),
    "platform": NAMED["platform"],
    "premium": (True, False, None),
    "age": (-1, 0, 0.5, 1, 1.5, 2, 2.25, 2.5, 3, None),
    "app_version": (
        *("0", "0.5", "1", "1.0.1", "1.2", "1.4", "1.4.2", "1.4.5", "1.4.5.1", "1.4.6", "1.4.7", "1.5", "1.7"),
        *("2", "2.0.1", "2.1", "2.5", "3", "4", None),
    ),
    "since": (*(f"2026-01-0{day}" for day in range(1, 7)), "2025-12-31", None),
    "segment": (*_sets(("a", "b", "c", "d"), 1), None),
    "role": _sets(("x", "y", "z"), 1),
}


def clients(names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """All that differ in these attributes."""
    return (dict(zip(names, haves, strict=True)) for haves in product(*(HAVES[name] for name in names)))


def attribute_names(least: int = 1, most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(ATTRIBUTES)), min_size=least, max_size=most, unique=True)


def audiences(names: Sequence[str], depth: int = 1) -> st.SearchStrategy[Written]:
    flat = st.fixed_dictionaries({}, optional={name: constraints(name) for name in names})
    if not depth:
        return flat
    alternatives = st.lists(audiences(names, depth - 1), min_size=1, max_size=3)
    return flat | st.builds(lambda asked, any_of: {**asked, "any_of": any_of}, flat, alternatives)


def constraints(name: str) -> st.SearchStrategy[Any]:
    lists = st.lists(st.sampled_from(NAMED[name]), max_size=3, unique=True)
    asked: dict[str, st.SearchStrategy[Any]] = {"in": lists, "not_in": lists, "exists": st.booleans()}
    if KINDS[name] not in ("text", "bool"):
        points = st.sampled_from([named for named in NAMED[name] if "*" not in str(named)])
        asked |= dict.fromkeys(("gt", "lt"), points)
        asked |= dict.fromkeys(("gte", "lte", "min", "max"), st.sampled_from(NAMED[name]))
    several = st.lists(st.sampled_from(sorted(asked)), min_size=1, max_size=3, unique=True)
    written = several.flatmap(lambda keys: st.fixed_dictionaries({key: asked[key] for key in keys}))
    return written | lists | (st.booleans() if name == "premium" else st.nothing())
