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
from tests.reports.conftest import Repository

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TASK = re.compile(r"    [^:;#\n]+ :((active|done|crit|vert), )?\d{4}-\d\d-\d\d, (\d{4}-\d\d-\d\d|1d)")
OURS = {"past", "link", "kind", "tag", "start", "end"}
"""Values of a context that no document has a say in, or that are escaped in another way."""

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
def harmless(context: Row) -> str:
    """The digest in which every text is an x."""
    return render(says(replaced(context, "x")))


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


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_value_stays_text(context: Row, harmless: str, payload: str) -> None:
    hostile = render(says(replaced(context, payload)))
    assert shape(hostile) == shape(harmless)
    assert hostile.count("\n") == harmless.count("\n")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_chart_stays_a_chart(context: Row, payload: str) -> None:
    text = render(says(replaced(context, payload)))
    lines = text.partition("todayMarker off\n")[2].partition("\n```")[0].splitlines()
    assert lines
    assert all(line.startswith("    section ") or TASK.fullmatch(line) for line in lines)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(("name", "id"), [("review", None), ("owner", "grow"), ("owner", "ana")])
def test_every_value_of_other_reports_stays_text(material: Edition, name: str, id: str | None, payload: str) -> None:
    said = report(name).context(material, id)
    hostile, harmless = (rendered(name, says(replaced(says(said), text))) for text in (payload, "x"))
    assert shape(hostile) == shape(harmless)
    assert hostile.count("\n") == harmless.count("\n")


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
