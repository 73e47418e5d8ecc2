"""Whatever a source holds, an import does it or says where it is wrong; nothing else comes of it."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.load import load
from prodops_cli.documents.node import Value
from prodops_cli.failure import Failure, Misuse
from prodops_cli.importers.choose import known, prepared
from prodops_cli.importers.material import Material
from prodops_cli.importers.reading.choose import ENDINGS, reader
from prodops_cli.importers.table import Table, columns_of, mapping_of
from prodops_cli.importers.unreadable import Unreadable
from prodops_cli.trees.memory import MemoryTree
from tests.effort import examples
from tests.importers.catalogs import SETTINGS, imported

FORMATS = tuple(dict.fromkeys(ENDINGS.values()))
PIECES = (
    b'"',
    b"'",
    b",",
    b";",
    b"\n",
    b"\r",
    b"\t",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"- ",
    b"a",
    b"=1+1",
    b"\xff",
    b"\0",
)
KEYS = {
    "backstage": "kind metadata name title namespace annotations spec profile displayName email members owner links",
    "dbt": "name label type type_params measure agg expr sql calculation_method numerator denominator filter filters "
    "window count granularity metrics input_metrics time_grains model config meta conversion_type_params",
    "growthbook": "id name label type settings goals metricId variations phases trafficSplit variationId weight status "
    "namespace range coverage dateStarted behavior windowSettings windowValue windowUnit key numerator column inverse",
}
WORDS = ("Group", "derived", "simple", "growth", "../x", "a/b:c", "2026-09-01", "ref('x')", "=1", "7 days", "")


def parts(source: str) -> st.SearchStrategy[Value]:
    """Values with the keys of a source, wherever they stand."""
    keys = st.sampled_from(KEYS[source].split())
    numbers = st.one_of(st.integers(-5, 10**14), st.floats(allow_nan=False))
    leaf = st.one_of(st.sampled_from(WORDS), numbers, st.booleans(), st.none())
    return st.recursive(
        leaf, lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(keys, part, max_size=5)), max_leaves=20
    )


def mappings(source: str, **fixed: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    """A mapping of which some keys are as they should be."""
    others = st.dictionaries(st.sampled_from(KEYS[source].split()), parts(source), max_size=6)
    return st.builds(lambda some, more: {**more, **some}, st.fixed_dictionaries(dict(fixed)), others)


def pages(source: str) -> st.SearchStrategy[Value]:
    """A document as a source writes it, in which anything may stand anywhere."""
    name = st.sampled_from(["growth", "b_1", "C", "d/e"])
    things = st.lists(mappings(source, name=name, id=name), max_size=3)
    match source:
        case "backstage":
            kinds = st.sampled_from(["Group", "User", "Component", "Location"])
            return mappings(source, kind=kinds, metadata=mappings(source, name=name), spec=mappings(source))
        case "dbt":
            models = st.lists(mappings(source, name=name, metrics=things, measures=things), max_size=2)
            return mappings(source, metrics=things, models=models, semantic_models=models)
        case _:
            return mappings(source, metrics=things, factMetrics=things, namespaces=things, experiments=things)


def attempted(make: Callable[[], Material]) -> None:
    """Imports, or is refused. What is written is read again, and nothing is new the second time."""
    try:
        files, _ = imported({}, make())
    except (Failure, Misuse, Unreadable):
        return
    catalog = load(MemoryTree(SETTINGS | files))
    assert len(catalog.entities) == len(files)
    assert all(path.split("/")[0] in {"owners", "tools", "metrics", "experiments", "layers"} for path in files)
    again, outcome = imported(files, make())
    assert again == files
    assert not outcome.conflicts


@given(st.lists(st.sampled_from(PIECES)).map(b"".join) | st.binary(max_size=60))
@pytest.mark.parametrize("format", FORMATS)
def test_bytes_are_read_or_refused(format: str, data: bytes) -> None:
    try:
        records = reader(format, f"x.{format}")(f"x.{format}", data, None)
    except (Failure, Misuse, Unreadable):
        return
    assert all(record.place().startswith(f"x.{format}:") for record in records)


@pytest.mark.parametrize("source", KEYS)
def test_records_of_all_shapes_are_imported_or_refused(source: str) -> None:
    @given(st.lists(pages(source) | parts(source), max_size=2) | st.lists(pages(source), max_size=2))
    @examples(15)
    def run(said: list[Value]) -> None:
        text = json.dumps(said)
        format = known(source).reads or ""

        def make() -> Material:
            return Material(source, known(source), prepared(source, reader(format, "x")("x", text.encode(), None)))

        attempted(make)

    run()


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), min_size=1, max_size=4))
@examples(12)
def test_names_of_all_kinds_stay_in_the_catalog(rows: list[tuple[str, str]]) -> None:
    text = "name,purpose\n" + "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    data = text.encode(errors="ignore")

    def make() -> Material:
        records = reader("csv", "x.csv")("x.csv", data, None)
        return Material("sheet", mapping_of(Table("tool"), columns_of(records)), records)

    attempted(make)


def test_deep_and_long_sources_are_refused() -> None:
    for format, data in {"json": b"[" * 100_000, "yaml": b"[" * 10_000, "toml": b"a=" + b"[" * 10_000}.items():
        with pytest.raises((Failure, Unreadable)):
            reader(format, "x")("x", data, None)
    for format in FORMATS:
        with pytest.raises((Failure, Unreadable)):
            reader(format, "x")("x", b"#" * (16 * 1024 * 1024 + 1), None)
