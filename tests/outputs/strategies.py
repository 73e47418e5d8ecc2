"""Texts that are hard to print, and verdicts full of them."""

from hypothesis import strategies as st

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.findings import About, Create, Finding, Fix, Move, Problem, Related, Replace, Severity, Verdict
from tests.outputs.verdicts import SCOPE, source

CHARACTERS = st.one_of(
    st.sampled_from("ab: #-[]{}'\"\t漢字カな한\u1112\u1161e\u0301\u0300\u20e3🚀👩\u200d❤\ufe0f½\u3000\xa0…"),
    st.sampled_from(
        "\x00\x07\x08\x1b\x7f\x85\x9b\xad\u061c\u200b\u200f\u2028\u2029\u202e\u2066\ufeff\udce9\udcff\ud800\U000e0041"
    ),
    st.characters(exclude_characters="\r\n"),
)
LINES = st.text(CHARACTERS, max_size=120)
PIECES = st.sampled_from(
    (
        "::error::",
        "::add-mask::x",
        "##[add-mask]",
        "##vso[x]",
        " ",
        "\r\n",
        "\n",
        "%0A",
        "%",
        ",",
        ":",
        "=",
        "\x1b[2J",
        '"',
    )
)
HOSTILE = st.lists(st.one_of(PIECES, st.text(CHARACTERS, max_size=6)), max_size=8).map("".join)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """A range of a text, sometimes one that is past its end."""
    text = draw(st.lists(LINES, max_size=4).map("\n".join) | HOSTILE)
    start = draw(st.integers(0, len(text) + 1))
    span = Span(start, draw(st.integers(start, len(text) + 1)))
    return Place(source(draw(HOSTILE), text), exact=span)


@st.composite
def fixes(draw: st.DrawFn) -> Fix:
    """A fix with an operation of each sort."""
    place = draw(places())
    operations = (Replace(place.source, place.span, draw(HOSTILE)), Create(draw(HOSTILE), draw(HOSTILE)))
    return Fix(draw(HOSTILE), (*operations, Move(draw(HOSTILE), draw(HOSTILE))), draw(st.booleans()))


PROBLEMS = st.builds(
    Problem,
    places(),
    HOSTILE,
    HOSTILE,
    st.lists(st.builds(Related, places(), HOSTILE), max_size=2).map(tuple),
    st.lists(HOSTILE, max_size=2).map(tuple),
    st.lists(HOSTILE, max_size=2).map(tuple),
    st.none() | fixes(),
)
ABOUTS = st.builds(About, st.just("tool"), HOSTILE, st.none() | HOSTILE, st.none() | HOSTILE)
ADDRESSES = st.lists(HOSTILE | st.integers(0, 9), max_size=3).map(tuple)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(("bad-thing", "other-thing")),
    st.just("family"),
    st.sampled_from(Severity),
    PROBLEMS,
    st.none() | ABOUTS,
    ADDRESSES,
    st.none() | HOSTILE,
)
VERDICTS = st.lists(FINDINGS, max_size=4).map(lambda findings: Verdict(tuple(findings), SCOPE))
