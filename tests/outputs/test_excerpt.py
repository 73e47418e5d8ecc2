"""Signs stand beneath what is meant, whatever is in the line and however narrow the screen is."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from prodops_cli.documents.source import Span
from prodops_cli.outputs.excerpt import Gutter, Mark, excerpt
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import columns, shown, wrap
from tests.effort import examples
from tests.outputs.strategies import LINES
from tests.outputs.verdicts import source

WIDTHS = st.integers(26, 130)
SELECTORS = str.maketrans({"\ufe0e": None, "\ufe0f": None})


@st.composite
def marks(draw: st.DrawFn) -> tuple[str, int, int]:
    """A line and a range of it."""
    line = draw(LINES.map(lambda line: line.translate(SELECTORS)) | st.text("a漢 \u0301", max_size=300))
    start = draw(st.integers(0, len(line)))
    return line, start, draw(st.integers(start, len(line)))


def drawn(line: str, start: int, stop: int, width: int) -> tuple[str, int, int]:
    """The line as it is shown, and the columns from and to which signs stand beneath it."""
    mark = Mark(source("a.yaml", line), Span(start, stop), "", "^", Ink.red)
    text, signs = excerpt([mark], Gutter(1, Look(width)))
    row = signs.partition("| ")[2]
    return text.partition("|")[2].removeprefix(" "), len(row) - len(row.lstrip()), len(row)


def beneath(text: str, left: int, right: int) -> str:
    """What stands in the columns from `left` to `right`, without accents."""
    found, column = [], 0
    for character in text:
        found += [character] * (columns(character) > 0 and left <= column < right)
        column += columns(character)
    return "".join(found)


def meant(line: str, start: int, stop: int) -> str:
    """What is marked, as it is shown, without accents; an accent means its letter."""
    while 0 < start < len(line) and columns(shown(line[start])) == 0:
        start -= 1
    return "".join(each for each in shown_apart(line[start:stop]) if columns(each))


def shown_apart(text: str) -> str:
    """Each character as it is shown by itself."""
    return "".join(shown(character) for character in text)


@examples(100)
@given(marks(), WIDTHS)
def test_signs_stand_beneath_what_is_meant(mark: tuple[str, int, int], width: int) -> None:
    line, start, stop = mark
    text, left, right = drawn(line, start, stop, width)
    marked, wanted = beneath(text, left, right), meant(line, start, min(stop, len(line.rstrip())))
    if not wanted:
        assert right - left == 1
    elif len(marked) < len(wanted):
        assert text.endswith("…")
        assert wanted.startswith(marked)
        assert marked
    else:
        assert marked == wanted


@examples(100)
@given(marks(), WIDTHS)
def test_nothing_is_wider_than_the_screen(mark: tuple[str, int, int], width: int) -> None:
    text, _, right = drawn(*mark, width)
    assert columns(text) <= width - 5
    assert right <= width - 5


@given(st.text("ab é漢字カナ한글🚀「」e\u0301ｱ…–½", max_size=60))
def test_counts_columns_as_others_do(text: str) -> None:
    assert columns(text) == cell_len(text)


@given(st.text("ab  :漢字e\u0301🚀.,", max_size=120).map(lambda text: text.replace(":", "::")), st.integers(5, 60))
def test_wraps_words(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line.lstrip().startswith("::") for line in lines[1:])
    if "::" not in text and max(map(len, text.split()), default=0) * 2 <= room:
        assert max(map(columns, lines)) <= room
