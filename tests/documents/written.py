"""YAML as people and programs write it: values, and texts in many styles, for property tests."""

from io import StringIO
from pathlib import Path

import yaml
from hypothesis import strategies as st
from ruamel.yaml import YAML

from prodops_cli.documents.node import Value

ACME = Path(__file__).parents[2] / "examples" / "acme"
FILES = tuple(path.read_bytes() for path in sorted(ACME.rglob("*.yaml")))

WORDS = st.sampled_from(
    (
        *(
            "a",
            "id",
            "no",
            "on",
            "12",
            "012",
            "1.10",
            "0x1F",
            "1e3",
            "null",
            "~",
            "true",
            "2026-11-22",
            "12:30",
            "a: b",
        ),
        *("a #b", "- a", "a\nb", "a\n\n b\n", " a", "a ", "é 😀", "'", '"', "\\", "", "{a}", "[a]", "@a", "%a", "*a"),
        *("&a", "!a", "|", "?", ":", "-", "#", "\ta", "a\tb", "---", "...", "<<", "=", "x" * 90, "a " * 60, "1_000"),
        *(".inf", "a,b", "\u00a0"),
    )
)
TEXTS = WORDS | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def dumped(draw: st.DrawFn) -> str:
    """A value as PyYAML or ruamel.yaml writes it, in some style."""
    value, flow = draw(VALUES), draw(st.sampled_from([None, True, False]))
    width, indent = draw(st.sampled_from([20, 80, 10_000])), draw(st.integers(2, 4))
    if draw(st.booleans()):
        style = draw(st.sampled_from([None, "'", '"', "|", ">"]))
        break_ = draw(st.sampled_from(["\n", "\r\n"]))
        text = yaml.dump(
            value, default_style=style, default_flow_style=flow, width=width, indent=indent, line_break=break_,
            allow_unicode=draw(st.booleans()), explicit_start=draw(st.booleans()),
        )  # fmt: skip
        return str(text)
    stream, writer = StringIO(newline=""), YAML(typ="rt", pure=True)
    writer.default_flow_style, writer.width = flow, width
    writer.indent(mapping=indent, sequence=indent + 2, offset=draw(st.integers(0, 2)))
    writer.dump(value, stream)
    return stream.getvalue()


INLINE = st.sampled_from(
    (
        *("a", "b-c", "null", "~", "true", "no", "12", "012", "0o14", "1.50", "-3", "1e3", ".5", "2026-02-30", "it's"),
        *("C:\\x", "é😀", "#x", "a#b", "x:y", "", "a b", "a  b", "'a''b'", '"a\\tb"', '"\\u00e9"', "'a # b'", "[a, b]"),
        *("{a: b}", "[a: b]", "{a, b: }", "[]", "{}", "&a b", "*a", "!!str 1", "!!float 3", "! 4", "&a [a]", "a, b"),
        *(
            "http://x.com:80/",
            "'a\n\n    b'",
            '"a\\\n    b"',
            "a\n    b",
            "[a,\n    b]",
            "-1",
            "a 'b'",
            "$100",
            "x # y",
        ),
    )
)
TEXT_BLOCKS = st.sampled_from(("|", ">", "|-", ">-", "|+", ">+"))
KEYS = st.sampled_from(("id", "name", "a b", "'q'", '"d"', "no", "a", "b", "c-d", "a.b", "é", "&k e"))
NOTES = st.sampled_from(("", "", "", "", " # note", "   ", "\n# note", "\n\n", "\n\n      # note\n"))


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Lines as people write them, now and then with a slip."""
    text = "\n---\n".join(draw(st.lists(block(0), min_size=1, max_size=2)))
    if draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(text)))
        slip = draw(
            st.sampled_from((" ", "\t", ":", ": ", "- ", "'", '"', "[", "}", "\n", "<<: *a\n", "12: a\n", "!x "))
        )
        text = text[:at] + slip + text[at + draw(st.integers(0, 2)) :]
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))


@st.composite
def block(draw: st.DrawFn, indent: int) -> str:
    """A mapping or a list, by lines."""
    keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
    starts = [f"{key}:" for key in keys] if draw(st.booleans()) else ["-"] * len(keys)
    rows = [f"{' ' * indent}{start}{draw(value(indent + 2))}{draw(NOTES)}" for start in starts]
    return "\n".join(rows) + "\n"


@st.composite
def value(draw: st.DrawFn, indent: int) -> str:
    """What stands behind a key or a dash: something on the line, a text block, or a block below it."""
    match draw(st.integers(0, 9 if indent < 6 else 7)):
        case 0:
            text = "".join(f"{' ' * indent}{line}\n" for line in draw(st.sampled_from((["a"], ["a", "", " b"], [""]))))
            return f" {draw(TEXT_BLOCKS)}\n{text}"
        case 8 | 9:
            return f"\n{draw(block(indent))}"
        case _:
            return f" {draw(INLINE)}"


SLIPS = (
    *(
        b"",
        b" ",
        b"\t",
        b"\n",
        b":",
        b": ",
        b"- ",
        b"'",
        b'"',
        b"[",
        b"}",
        b"&a ",
        b"*a",
        b"|",
        b"#",
        b"!x ",
        b"%",
        b"~",
    ),
    *(b"<<: *a\n", b"\r\n", b"---\n", b"12", b"\xc3", b"\0", b"\xef\xbb\xbf"),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real file with some bytes removed, repeated or replaced."""
    data = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.sampled_from([0, 0, 1, 1, 2, 7, 40])))
        new = draw(st.sampled_from(SLIPS) | st.binary(max_size=3))
        data = data[:start] + new + data[stop:]
    return data


def same(one: Value, other: object) -> bool:
    """Whether two values are the same to the type; not-a-number is itself."""
    if isinstance(one, dict):
        return isinstance(other, dict) and list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and (one == other or (one != one and other != other))
