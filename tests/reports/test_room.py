"""Markdown that has to fit: what is left out, that it is counted, and that what remains is still Markdown."""

from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from prodops_cli.failure import Misuse
from prodops_cli.reports.rendering.pieces import pieces
from prodops_cli.reports.rendering.room import fitted, size
from tests.test_benchmarks import CATALOGS

ROWS = "".join(f"| [Né {number}][{number}] | {number} |\n" for number in range(1, 41))
ENTRIES = "".join(f"### Entry {number}\n\n- A point\n- Another\n\n" for number in range(1, 31))
LINKS = "".join(f"[{number}]: metrics/a-{number}.yaml\n" for number in range(1, 41))
TEXT = f"""\
# Book

As it stands.

## Short

A sentence.

## Table

| Name | Number |
|:--|--:|
{ROWS}
## Entries

{ENTRIES}---

Made from the work tree.

{LINKS}"""
WHOLE = "prodops report metrics"


def fit(most: int) -> str:
    """The book in so many bytes."""
    return fitted(TEXT, most, WHOLE)


def test_leaves_alone_what_fits() -> None:
    assert fit(size(TEXT)) == TEXT


def test_leaves_out_what_is_one_byte_too_large() -> None:
    made = fit(size(TEXT) - 1)
    assert size(made) < size(TEXT)
    assert made.count("shows all.") == 1


@pytest.mark.parametrize("most", range(500, size(TEXT), 97))
def test_always_fits_and_keeps_its_frame(most: int) -> None:
    made = fit(most)
    assert size(made) <= most
    assert made.startswith("# Book\n\nAs it stands.\n\n## Short\n")
    assert "\n---\n\nMade from the work tree.\n" in made
    assert "\n\n## Table\n\n" in made
    assert "\n\n## Entries\n\n" in made


@pytest.mark.parametrize("most", [800, 1200, 1700, 2200])
def test_counts_what_is_left_out(most: int) -> None:
    made = fit(most)
    left = [int(line.split()[1]) for line in made.splitlines() if line.startswith("And ")]
    assert sum(left) == 40 - made.count("| [Né") + 30 - made.count("### Entry")
    assert f"`{WHOLE}` shows all." in made


def test_shortens_the_longest_first() -> None:
    text = "# Book\n\n## Long\n\n" + "- A point\n" * 100 + "\n## Short\n\n" + "- A point\n" * 20
    made = fitted(text, 600, WHOLE)
    assert made.endswith("\n## Short\n\n" + "- A point\n" * 20)
    assert "more, for which there is no room here" in made


def test_defines_only_the_links_that_are_left() -> None:
    made = fit(1200)
    for number in range(1, 41):
        assert (f"][{number}]" in made) == (f"\n[{number}]: " in made)


def test_says_how_much_it_needs() -> None:
    with pytest.raises(Misuse, match="does not fit into 20 bytes") as refused:
        fit(20)
    least = int(str(refused.value.hint).split()[2].strip("`"))
    assert size(fit(least)) <= least


def test_parts_no_chart_no_fold_and_no_head_of_a_table() -> None:
    chart = "```mermaid\ngraph LR\n\n- no point\n```\n\n"
    fold = "<details><summary>A</summary>\n\n- b\n\n</details>\n\n"
    text = f"{chart}{fold}| A |\n|:--|\n| 1 |\n| 2 |\n"
    assert [piece.text.partition("\n")[0] for piece in pieces(text)] == [
        "```mermaid",
        "<details><summary>A</summary>",
        "| A |",
        "| 2 |",
    ]
    assert "".join(piece.text for piece in pieces(text)) == text


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog of 2,000 documents."""
    root: Path = CATALOGS["make"](tmp_path_factory.mktemp("large") / "catalog", 2000)
    return root


@pytest.mark.parametrize("name", ["metrics", "weekly"])
def test_books_of_a_large_catalog_fit_an_issue(name: str, large: Path, tmp_path: Path) -> None:
    file = tmp_path / "book.md"
    arguments = ["report", name, "-C", str(large), "--worktree", "--today", "2026-09-07", "-o", str(file)]
    assert run([*arguments, "--max-size", "65536"]) == 0
    text = file.read_text("utf-8")
    assert size(text) <= 65536
    assert ("shows all." in text) == (name == "metrics")


def test_is_for_markdown(bloom_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = ["report", "-C", str(bloom_folder), "--week", "2026-W36", "--today", "2026-09-08", "--max-size"]
    assert run([*report, "65536", "-f", "html"]) == 2
    assert "`--max-size` is for markdown" in capsys.readouterr().err
    assert run([*report, "100"]) == 2
    assert "the report does not fit into 100 bytes" in capsys.readouterr().err
