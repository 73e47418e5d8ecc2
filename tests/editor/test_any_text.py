"""Any text, any place in it: every question has an answer, whatever somebody has typed, pasted or torn apart."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.source import Source, Span
from prodops_cli.editor.actions import actions, all_safe
from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.completion import suggestions
from prodops_cli.editor.cursor import cursor
from prodops_cli.editor.desk import Desk
from prodops_cli.editor.hover import hover
from prodops_cli.editor.navigation import definition, nameable, references
from prodops_cli.editor.said import of_all
from prodops_cli.editor.symbols import outline

WORDS = (
    "id: x",
    "name: X",
    "owner: anna",
    "owner: ",
    "audience: {country: [",
    "kind: ",
    "<<: *a",
    "~",
    "1.5",
    "2026-02-30",
)
SIGNS = (*"{}[],:'\"#|>%é😀", "- ", "  ", ": ", "&a ", "*a", "!x ", "? ", "---\n", "...")
BREAKS = ("\n", "\n", "\n  ", "\r\n", "\r", "\t", "\ufeff", "\u2028", "\x00", "\ud83d", "\udc00")
COMMENTS = (" # prodops: allow stale-review", " # prodops: allow ", "# prodops:")
LONG = ("metrics:\n  primary:\n    - metric: ", "key_results:\n- id: a", "x" * 20_000, "[" * 300, "- " * 300)
PIECES = st.sampled_from((*WORDS, *SIGNS, *BREAKS, *COMMENTS, *LONG))
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40)
PATHS = st.sampled_from(
    ["experiments/x.yaml", "goals/x.yaml", "owners/anna.yaml", "prodops.yaml", "x.yaml", "notes.md"]
)
FILES = {
    "prodops.yaml": "surfaces: {checkout: {owner: anna}}\nattributes: {country: {values: [FR, DE]}}\n",
    "owners/anna.yaml": "id: anna\nname: Anna\ntype: person\n",
    "metrics/orders.yaml": "id: orders\nname: Orders\nowner: anna\nstatus: draft\ndirection: increase\n",
    "experiments/running.yaml": "id: running\nname: R\nowner: anna\nstatus: running\nsurfaces: [checkout]\n",
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small catalog on the disk."""
    root = tmp_path_factory.mktemp("catalog")
    for path, text in FILES.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)
    return root


def ask_everything(desk: Desk, path: str, offset: int) -> None:
    """Asks all that can be asked of a place."""
    source = desk.buffers[path].source(path)
    desk.look_near()
    if here := desk.here(path, offset):
        suggestions(here)
        hover(here, date(2026, 9, 7), {})
        definition(here)
        tuple(references(here, with_definition=True))
        nameable(here)
        tuple(outline(here.catalog, path))
    if desk.view.catalog:
        desk.said = of_all(desk.view.catalog, desk.request, (path,))
    found = desk.said.findings.get(path, ())
    tuple(actions(found, Span(0, len(source.text)), source))
    all_safe(found, source)


@given(TEXTS, PATHS, st.floats(0, 1))
def test_any_text_is_answered(catalog: Path, text: str, path: str, part: float) -> None:
    desk = Desk.at(catalog, lambda: date(2026, 9, 7))
    desk.write(path, Buffer(text, 1))
    ask_everything(desk, path, round(part * len(desk.buffers[path].source(path).text)))


@given(st.integers(0, 10_000), PATHS)
def test_edits_of_one_another_are_answered(catalog: Path, seed: int, path: str) -> None:
    rng, desk = random.Random(seed), Desk.at(catalog, lambda: date(2026, 9, 7))
    text = FILES["experiments/running.yaml"]
    for number in range(4):
        start = rng.randrange(len(text) + 1)
        stop = min(len(text), start + rng.randrange(6))
        text = text[:start] + "".join(rng.choices("ab:-[]{},#'\"| \n\ud800😀", k=rng.randrange(5))) + text[stop:]
        desk.write(path, Buffer(text, number))
        ask_everything(desk, path, min(start, len(text)))


@given(TEXTS)
def test_a_word_is_around_its_cursor(text: str) -> None:
    source = Source("x.yaml", text, "")
    for offset in (0, len(text) // 3, len(text) // 2, len(text)):
        found = cursor(source, offset)
        assert 0 <= found.word.start <= found.word.stop <= len(text)
        assert "\n" not in text[slice(*found.word)]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "a" + " " * 9_000 + "b\n",
        f"{'x' * 400_000} {'y' * 500_000}",
        "{" + "a: [1], " * 20_000,
        "a: 1\n" * 20_000,
        "[" * 100_000,
        "\n" * 500_000,
        "- " * 200_000,
    ],
    ids=range(8),
)
def test_what_is_far_too_large_is_answered(catalog: Path, text: str) -> None:
    desk = Desk.at(catalog, lambda: date(2026, 9, 7))
    desk.write("goals/x.yaml", Buffer(text, 1))
    ask_everything(desk, "goals/x.yaml", len(text) // 2)
