"""Two independent witnesses: ruamel.yaml on what a text means, and the text itself on where things stand."""

import re
import warnings
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from prodops_cli.documents.compose import compose
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import read
from prodops_cli.documents.node import Mapping, Node, Scalar, Sequence, Value, plain
from prodops_cli.documents.refusal import DuplicateKey, Refused
from prodops_cli.documents.source import Source
from prodops_cli.documents.values import values
from tests.documents.reading import source_of
from tests.documents.written import dumped, lines, mutated, same

OFTEN = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
SELDOM = settings(OFTEN, max_examples=60)


def witness(text: str) -> list[object] | None:
    """What ruamel.yaml says that a text means; None where it refuses it."""
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    try:
        with warnings.catch_warnings(action="ignore"):
            return list(reader.load_all(text))
    except (YAMLError, ValueError, TypeError, AssertionError, AttributeError, KeyError, IndexError):
        return None


def ours(text: str) -> list[Value] | None:
    """What we say that a text means; None where anything in it is refused."""
    try:
        made = values(source_of(text))
    except Refused:
        return None
    return list(made) if made is not None else None


def known_to_differ(text: str) -> bool:
    """Where ruamel.yaml leaves YAML 1.2 or its core schema, and where libyaml wants a text at the top indented."""
    return bool(re.search(r"! \S|\d{4}-\d\d?-\d\d?|<<|\d_|0b|^=|^(?:---\s+)?[|>]", text, re.MULTILINE))


@OFTEN
@given(dumped())
def test_what_programs_write(text: str) -> None:
    read_here, read_there = ours(text), witness(text)
    if read_here is not None and read_there is not None and not known_to_differ(text):
        assert len(read_here) == len(read_there)
        assert all(map(same, read_here, read_there)), (read_here, read_there)


@OFTEN
@given(lines())
def test_what_people_write(text: str) -> None:
    read_here, read_there = ours(text), witness(text)
    if read_here is not None and read_there is not None and not known_to_differ(text):
        assert all(map(same, read_here, read_there)), (read_here, read_there)


def scalars(node: Node) -> Iterator[Scalar]:
    """The scalars of a node."""
    match node:
        case Mapping(entries=entries):
            for entry in entries.values():
                yield from scalars(entry.node)
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case _:
            yield node


def check(source: Source) -> None:
    """Nothing but Refused is raised, every place is in the text, and both ways of reading say the same."""
    made = values(source)
    try:
        stream = compose(source)
    except Refused as refused:
        assert made is None
        stream = None
        refusals: tuple[object, ...] = (refused.refusal,)
    else:
        refusals = stream.refusals
        assert (made is None) == bool(refusals)
        assert made is None or all(same(plain(root), value) for root, value in zip(stream.roots, made, strict=True))
    for refusal in refusals:
        span = getattr(refusal, "span")  # noqa: B009
        assert 0 <= span.start <= span.stop <= len(source.text)
        if isinstance(refusal, DuplicateKey):
            assert refusal.first.stop <= refusal.span.start
    for root in stream.roots if stream else ():
        for scalar in scalars(root):
            check_place(source, scalar)


def check_place(source: Source, scalar: Scalar) -> None:
    """What stands at the place of a scalar means the scalar; of a text block the last line break may be lost."""
    start, stop = scalar.span
    assert 0 <= start <= stop <= len(source.text)
    written = source.text[start:stop]
    if written.startswith("*") or re.match(r"[|>][-+]?\d|-(--)?(\s|$)", written) or is_tagged(source.text[:start]):
        return
    again = values(Source("", written if re.search(r"[\r\n]", written) else f"- {written}", ""))
    assert again is not None, written
    value = again[0] if again else None
    value = value[0] if isinstance(value, list) else value
    if isinstance(value, str) and written[:1] in ("|", ">"):
        assert isinstance(scalar.value, str)
        assert value.rstrip("\n") == scalar.value.rstrip("\n")
    else:
        assert same(value, scalar.value), (written, value, scalar.value)


def is_tagged(before: str) -> bool:
    """Whether a tag stands before a scalar."""
    return re.search(r"!\S*\s*(&\S+\s*)?$", before) is not None


@OFTEN
@given(lines())
def test_places_of_what_people_write(text: str) -> None:
    check(source_of(text))


@SELDOM
@given(dumped())
def test_places_of_what_programs_write(text: str) -> None:
    try:
        check(source_of(text))
    except Refused as refused:
        assert refused.refusal.span.stop <= len(refused.refusal.source.text)  # noqa: PT017


@OFTEN
@given(mutated() | st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = decode("x.yaml", data)
    except Refused as refused:
        assert refused.refusal.span.stop <= len(refused.refusal.source.text)  # noqa: PT017
        return
    check(source)
    try:
        for document in read(source).documents:
            span = document.span(("id", 0, "x"))
            assert 0 <= span.start <= span.stop <= len(source.text)
    except Refused:
        pass
