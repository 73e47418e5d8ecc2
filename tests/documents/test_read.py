"""What a source holds: one document, several, a list; and what is refused in it without making it unreadable."""

import pytest

from prodops_cli.documents.document import Document, read
from prodops_cli.documents.node import Value
from prodops_cli.documents.refusal import DuplicateKey, NotYaml
from prodops_cli.documents.source import Source, Span
from tests.documents.reading import refusals_of, source_of, told, values_of

HELD: tuple[tuple[str, list[Value]], ...] = (
    ("", []),
    ("\n\n", []),
    ("# nothing\n", []),
    ("---\n", [None]),
    ("---\n---\n", [None, None]),
    ("{}", [{}]),
    ("[]", []),
    ("a", ["a"]),
    ("a: b", [{"a": "b"}]),
    ("a: b\n---\nc: d\n", [{"a": "b"}, {"c": "d"}]),
    ("a: b\n...\n---\nc: d\n", [{"a": "b"}, {"c": "d"}]),
    ("---\n# first\na: b\n---\n", [{"a": "b"}, None]),
    ("- a: b\n- c\n-\n", [{"a": "b"}, "c", None]),
    ("- [a]\n- - b\n", [["a"], ["b"]]),
    ("- a\n---\n- b\n---\nc: d\n", ["a", "b", {"c": "d"}]),
    ("%YAML 1.2\n---\na: b\n", [{"a": "b"}]),
    ("a: b\r\nc:\r\n  - d\r\n", [{"a": "b", "c": ["d"]}]),
    ("a: b\rc: d", [{"a": "b", "c": "d"}]),
    ("a:\n- b\n- c\n", [{"a": ["b", "c"]}]),
    ("a: |\n  b\n  c\n\nd: >-\n  e\n  f\n", [{"a": "b\nc\n", "d": "e f"}]),
    ("a: [b, {c: d}, [e: f], g]\n", [{"a": ["b", {"c": "d"}, [{"e": "f"}], "g"]}]),
    ("a: {b, c: , d: e}\n", [{"a": {"b": None, "c": None, "d": "e"}}]),
    ('{"a": "b",\n\t"c":"d"}', [{"a": "b", "c": "d"}]),
    ("? a\n? b\n: c\n", [{"a": None, "b": "c"}]),
    ("? |\n  a\n: b\n", [{"a\n": "b"}]),
    ("a: &x [b]\nc: *x\n", [{"a": ["b"], "c": ["b"]}]),
    ("a: &x 1\nb: &x 2\nc: *x\n", [{"a": 1, "b": 2, "c": 2}]),
    ("&x a: *x\n", [{"a": "a"}]),
    ("&x a: &y b\n? c\n: [*x, *y]\n", [{"a": "b", "c": ["a", "b"]}]),
    ("a: &x\nb: *x\n", [{"a": None, "b": None}]),
    ("a: !!seq [b]\nc: !!map {d: e}\n", [{"a": ["b"], "c": {"d": "e"}}]),
    ("a: ! [b]\n", [{"a": ["b"]}]),
    ('"<<": {a: b}\n', [{"<<": {"a": "b"}}]),
    ("a: <<\n", [{"a": "<<"}]),
    ("a: [{url: https://x.com/a}]\n", [{"a": [{"url": "https://x.com/a"}]}]),
    ("a: 'it''s'\nb: \"\\t\\u00e9\\x41\\\n  c\"\n", [{"a": "it's", "b": "\té" + "Ac"}]),
)
KEYS = (
    ("1: a\nb: c\n", "1:1 '1' the key `1` is read as a number; quote it: \"1\"", [{"b": "c"}]),
    ("b: c\n~: a\n", "2:1 '~' the key `~` is read as nothing; quote it: \"~\"", [{"b": "c"}]),
    (
        "x: &x {a: b}\ny:\n  <<: *x\n  c: d\n",
        "3:3 '<<' merge keys (`<<`) are not YAML 1.2; repeat the keys, or write them once elsewhere",
        [{"x": {"a": "b"}, "y": {"c": "d"}}],
    ),
    ("a: b\n'a': c\n", "2:1 \"'a'\" DuplicateKey", [{"a": "b"}]),
    ("a: {b: 1, b: 2}\n", "1:11 'b' DuplicateKey", [{"a": {"b": 1}}]),
    ("- a: b\n  a:\n    c: d\n- e: f\n", "2:3 'a' DuplicateKey", [{"a": "b"}, {"e": "f"}]),
)


@pytest.mark.parametrize(("text", "held"), HELD)
def test_what_a_text_holds(text: str, held: list[Value]) -> None:
    assert values_of(text) == held


@pytest.mark.parametrize(("text", "words", "held"), KEYS)
def test_keys_that_are_left_out(text: str, words: str, held: list[Value]) -> None:
    _, _, documents, refusals = read(source_of(text))
    assert [told(refusal) for refusal in refusals] == [words]
    assert [document.value for document in documents] == held


def test_a_key_three_times_in_both_places() -> None:
    first, second = refusals_of('a: 1\nb: 2\na: 3\n"a": 4\n')
    assert isinstance(first, DuplicateKey)
    assert isinstance(second, DuplicateKey)
    assert (first.key, first.first, first.span) == ("a", (0, 1), (10, 11))
    assert (second.key, second.first, second.span) == ("a", (0, 1), (15, 18))


def test_several_keys_are_left_out_of_one_text() -> None:
    refusals = refusals_of("1: a\n<<: b\n2.5: c\ntrue: d\nb: {b: 1, b: 2}\n")
    assert [type(refusal) for refusal in refusals] == [NotYaml] * 4 + [DuplicateKey]


@pytest.mark.parametrize("text", ["", "# nothing\n", "[]", "---\n"])
def test_what_holds_nothing_has_a_place(text: str) -> None:
    document = Document(source_of(text), 0, None, None)
    span = document.at("a", 0, part="key").span
    assert 0 <= span.start <= span.stop <= len(text)
    assert Document(Source("", "", ""), 0, None, {}).at("a").span == Span(0, 0)
