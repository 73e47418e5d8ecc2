"""Hostile text: whatever is written in a catalog, the Markdown is built as if it were harmless."""

import re
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from prodops_cli.cli.editions import Wish, edition
from prodops_cli.reports import weekly
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.plain import Plain, Row
from prodops_cli.reports.rendering.formats.markdown import document
from prodops_cli.reports.rendering.report import report
from prodops_cli.reports.rendering.templates import rendered
from tests.effort import in_turn
from tests.reports.conftest import Repository

Built = tuple[list[tuple[str, str]], int]
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TASK = re.compile(r"    [^:;#\n]+ :((active|done|crit|vert), )?\d{4}-\d\d-\d\d, (\d{4}-\d\d-\d\d|1d)")
OURS = {"past", "link", "kind", "tag", "start", "end"}
"""Values of a context that no document has a say in, or that are escaped in another way."""

OTHERS = (("review", None), ("owner", "grow"), ("owner", "ana"))
PAYLOADS = [
    "a | b | c",
    "# heading",
    "- item\n\n1. other",
    "**bold** _it_ `code` ~~x~~",
    "<script>alert(1)</script>",
    "](http://evil.example) [x][1]",
    "![image](http://evil.example/x.png)",
    "```\n# out of the fence\n```",
    ":crit, 2020-01-01, 1d\n    section Evil\n    click a href",
    "x\n---\ny\n===",
    "[1]: http://evil.example",
    "\u202eright to left\u2066",
    "{{ 7 * 7 }} {% include 'x' %}",
    "\\",
    "https://evil.example www.evil.example",
    "&lt;b&gt; &#124;",
    "36. a",
    "+ 1",
]


@pytest.fixture(scope="module")
def material(bloom_folder: Path) -> Edition:
    """A week of Bloom."""
    return edition(bloom_folder, Wish("2026-W36", date(2026, 9, 8)))


@pytest.fixture(scope="module")
def harmless(context: Row) -> Built:
    """How the digest is built in which every text is an x."""
    return built(render(says(replaced(context, "x"))))


@pytest.fixture(scope="module", params=PAYLOADS)
def hostile(context: Row, request: pytest.FixtureRequest) -> str:
    """The digest in which every text is a payload."""
    return render(says(replaced(context, request.param)))


@pytest.fixture(scope="module")
def others(material: Edition) -> list[tuple[str, Row, Built]]:
    """Other reports: what they say, and how they are built where every text is an x."""
    said = [(name, says(report(name).context(material, id))) for name, id in OTHERS]
    return [(name, each, built(rendered(name, says(replaced(each, "x"))))) for name, each in said]


def render(said: Row) -> str:
    """The digest."""
    return document(rendered("weekly", said))


def replaced(value: Plain, text: str, key: str = "") -> Plain:
    """The same context with another text in the place of every text."""
    if isinstance(value, dict):
        return {name: replaced(part, text, name) for name, part in value.items()}
    if isinstance(value, list):
        return [replaced(part, text) for part in value]
    return text if isinstance(value, str) and value and key not in OURS and not is_day(value) else value


def is_day(value: str) -> bool:
    """Whether it is a day that a chart needs as it is."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


def shape(text: str) -> list[tuple[str, str]]:
    """How a document is built: its blocks and what is in their lines, without the words."""
    parts: list[tuple[str, str]] = []
    for token in MARKDOWN.parse(text):
        parts.append((token.type, token.tag))
        parts += [
            (child.type, str(child.attrGet("href") or ""))
            for child in token.children or ()
            if child.type != "text" and not (child.type == "html_inline" and child.content in ("<span>", "</span>"))
        ]
    return parts


def built(text: str) -> Built:
    """How a document is built, and how many lines it has."""
    return shape(text), text.count("\n")


def test_every_value_stays_text(hostile: str, harmless: Built) -> None:
    assert built(hostile) == harmless


def test_a_chart_stays_a_chart(hostile: str) -> None:
    lines = hostile.partition("todayMarker off\n")[2].partition("\n```")[0].splitlines()
    assert lines
    assert all(line.startswith("    section ") or TASK.fullmatch(line) for line in lines)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_value_of_other_reports_stays_text(
    others: list[tuple[str, Row, Built]], payload: str, rounds: int
) -> None:
    for name, said, harmless in in_turn(others, PAYLOADS.index(payload), 1, rounds):
        assert built(rendered(name, says(replaced(said, payload)))) == harmless, name


def says(value: Plain) -> dict[str, Plain]:
    """A context, known to be one."""
    assert isinstance(value, dict)
    return value


def test_names_of_files_cannot_leave_their_link(bloom_repository: Repository) -> None:
    evil = "tools/a b) [x](http:evil.example) <i>|.yaml"
    text = "{id: a, name: A, owner: kim, status: adopted, contract: {renewal: 2026-09-20, notice: 30d}}\n"
    bloom_repository.commit("Kim", "2026-09-05T10:00:00Z", {evil: text})
    found = render(weekly.context(edition(bloom_repository.folder, Wish("2026-W36", date(2026, 9, 8)))))
    assert "]: tools/a%20b%29%20%5Bx%5D%28http%3Aevil.example%29%20%3Ci%3E%7C.yaml\n" in found
