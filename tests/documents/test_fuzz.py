"""Whatever a text is: it is read or refused, all of it has a place, and an edit changes what it says and nothing else.

`pytest --rounds=N` tries N times as many texts; each is known by its seed.
"""

import copy
from collections.abc import Iterator
from random import Random

import pytest

from prodops_cli.documents.amend import Unplaceable, put, removal
from prodops_cli.documents.compose import compose
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.node import Address, Mapping, Node, Sequence, Value
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source
from prodops_cli.fixes.sameness import comments, is_same_elsewhere
from tests.documents.fuzzed import Grammar, mutant
from tests.documents.reading import source_of
from tests.documents.test_oracle import check, is_tagged, known_to_differ, ours, witness
from tests.documents.written import same

TEXTS = 1_000
SELDOM = 20
"""Of so many texts one is read by ruamel.yaml, too, which takes its time."""
NEW = ("x", "12", "[y, z]", "{k: v}", "'it''s'", '"# no"')
VALUES: tuple[Value, ...] = ("x", 12, ["y", "z"], {"k": "v"}, "it's", "# no")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each round."""
    if "turn" in metafunc.fixturenames:
        metafunc.parametrize("turn", range(metafunc.config.getoption("--rounds")))


def seeds(turn: int) -> range:
    """The seeds of a round."""
    return range(turn * TEXTS, (turn + 1) * TEXTS)


def readable(seed: int) -> tuple[Source, tuple[Document, ...]] | None:
    """A text of the grammar in which nothing is refused, and its documents."""
    try:
        source = source_of(Grammar(seed).text())
        _, _, documents, refusals = read(source)
    except Refused:
        return None
    return None if refusals else (source, documents)


def test_a_text_of_the_grammar_is_read_or_refused(turn: int) -> None:
    for seed in seeds(turn):
        look(Grammar(seed).text().encode())


def test_a_mutant_is_read_or_refused(turn: int) -> None:
    for seed in seeds(turn):
        look(mutant(seed))


def look(data: bytes) -> None:
    """Reads bytes in every way, and asks for the places of what is there and of what is not."""
    try:
        source = decode("x.yaml", data)
        check(source)
        for document in read(source).documents:
            for way in (*ways(document.node), ("id", 0, "x"), (0,), ("a", "b", "c")):
                for part in ("key", "value"):
                    start, stop = document.span(way, part)
                    assert 0 <= start <= stop <= len(source.text)
    except Refused as refused:
        start, stop = refused.refusal.span
        assert 0 <= start <= stop <= len(refused.refusal.source.text)  # noqa: PT017


def ways(node: Node, way: Address = ()) -> Iterator[Address]:
    """The addresses of everything inside of a node."""
    yield way
    inner: dict[str | int, Node] = {}
    if isinstance(node, Mapping):
        inner = {key: entry.node for key, entry in node.entries.items()}
    elif isinstance(node, Sequence):
        inner = dict(enumerate(node.items))
    for step, each in inner.items():
        yield from ways(each, (*way, step))


def test_somebody_else_reads_the_same(turn: int) -> None:
    for seed in seeds(turn)[::SELDOM]:
        text = Grammar(seed).text()
        here, there = ours(text), witness(text)
        if here is not None and there is not None and not known_to_differ(text):
            assert all(map(same, here, there)), (seed, text, here, there)


def test_an_edit_changes_what_it_says_and_nothing_else(turn: int) -> None:
    made = 0
    for seed in seeds(turn):
        if found := readable(seed):
            source, documents = found
            random = Random(seed)
            mappings = [document for document in documents if isinstance(document.value, dict)]
            made += sum(tried(source, random.choice(mappings), random) for _ in range(3) if mappings)
    assert made > TEXTS // 20


def tried(source: Source, document: Document, random: Random) -> bool:
    """Writes, adds or removes a value somewhere: what passes for the same but for the edit is that."""
    way = random.choice(list(ways(document.node)))
    place = random.randrange(len(NEW))
    wanted = copy.deepcopy(document.value)
    try:
        edit: Edit | None
        if way and isinstance(way[-1], str) and random.random() < 0.3:
            edit = removal(source, document.node, way)
            del at(wanted, way[:-1])[way[-1]]
        else:
            way = (*way, "new") if not way or isinstance(at(wanted, way), dict) else way
            edit = put(source, document.node, way, NEW[place], lambda _: ("id", "new", "name"))
            wanted = with_value(wanted, way, VALUES[place])
    except Unplaceable:
        return False
    assert edit
    if is_tagged(source.text[: edit.span.start]):
        return False  # the tag says what the new value is
    after = Source(source.path, edited(source.text, (edit,)), "")
    try:
        if not is_same_elsewhere(source, after, (edit,)):
            return False
    except Refused:
        return False
    again = next(each for each in read(after).documents if (each.index, each.item) == (document.index, document.item))
    assert same(again.value, wanted) or is_reordered(again.value, wanted), (source.text, after.text, way)
    assert not comments(source, compose(source).roots) - comments(after, compose(after).roots)
    return True


def at(value: Value, way: Address) -> object:
    """What stands at an address."""
    for step in way:
        value = value[step]  # type: ignore[index,call-overload]
    return value


def with_value(value: Value, way: Address, new: Value) -> Value:
    """A value with another one at an address."""
    if not way:
        return new
    holder = at(value, way[:-1])
    holder[way[-1]] = new  # type: ignore[index]
    return value


def is_reordered(one: Value, other: Value) -> bool:
    """Whether two values differ by the order of keys alone."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_reordered(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_reordered, one, other))
    return same(one, other)
