"""What is written is read as the same: by our reader, and by ruamel.yaml, which knows YAML 1.2."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from prodops_cli.documents.decode import FORBIDDEN
from prodops_cli.documents.document import read
from prodops_cli.documents.node import Value
from prodops_cli.documents.source import Source
from prodops_cli.importers.written import block, flow

LETTERS = st.one_of(
    st.sampled_from(list("ab: #-'\"[]{},&*!|>%@`?\n=~0.9yno/\\")), st.characters(exclude_categories=("Cs", "Cc"))
)
TEXTS = st.text(LETTERS).filter(lambda text: not FORBIDDEN.search(text))
NUMBERS = st.one_of(st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False))
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(TEXTS, NUMBERS, st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
TABLES = st.dictionaries(TEXTS.filter(lambda key: key != "<<"), VALUES, min_size=1, max_size=4)


def meaning(text: str) -> Value:
    """What our reader reads."""
    (document,) = read(Source("x.yaml", text, "")).documents
    return document.value


@given(TABLES)
def test_a_document_is_read_as_it_was_meant(value: dict[str, Value]) -> None:
    assert meaning(block(value)) == value


@given(TABLES)
def test_a_line_is_read_as_it_was_meant(value: dict[str, Value]) -> None:
    assert meaning(flow(value)) == value


@given(st.dictionaries(st.text("abc-_.", min_size=1), st.one_of(TEXTS, st.lists(TEXTS, max_size=3)), min_size=1))
def test_another_reader_reads_the_same(value: dict[str, Value]) -> None:
    found = YAML(typ="safe", pure=True).load(StringIO(block(value)))
    assert {key: str(part) if not isinstance(part, list) else part for key, part in found.items()} == value


def test_documents_read_well() -> None:
    said: dict[str, Value] = {
        "name": "Growth & co",
        "no": "no",
        "created": "2026-01-01",
        "description": "One.\n\nTwo:\n  three",
        "tags": ["a", "b c"],
        "links": [{"title": "A", "url": "https://a.example/?x=1#y"}],
        "empty": {},
    }
    assert block(said) == (
        'name: Growth & co\n"no": "no"\ncreated: 2026-01-01\ndescription: |-\n  One.\n\n  Two:\n    three\n'
        "tags: [a, b c]\nlinks:\n  - title: A\n    url: https://a.example/?x=1#y\nempty: {}\n"
    )
