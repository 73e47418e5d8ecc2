"""Markdown is read as it is meant by those who render it, and never longer than they take."""

from dataclasses import replace
from html.parser import HTMLParser

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from hypothesis import given

from prodops_cli.findings import EXISTING, Severity, Verdict
from prodops_cli.outputs.formats.markdown import MARKER, render
from prodops_cli.outputs.look import COMMENT, Look
from tests.effort import examples
from tests.outputs.strategies import VERDICTS
from tests.outputs.verdicts import ALL, CLEAR, SCOPE, unused

OURS = {"h3", "h4", "p", "ul", "li", "strong", "code", "sub", "span", "details", "summary"}


class Page(HTMLParser):
    """The elements of a page, and how deep in lists each item is."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.comments: list[str] = []
        self.items = self.depth = 0
        options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
        self.feed(cmarkgfm.github_flavored_markdown_to_html(text, options))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.depth += tag == "ul"
        self.items += tag == "li" and self.depth == 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "ul"

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def written(verdict: Verdict, room: int = COMMENT) -> str:
    return "".join(f"{line}\n" for line in render(verdict, Look(prefix="catalog/", room=room)))


def test_begins_with_its_marker() -> None:
    assert written(ALL).startswith(f"{MARKER}\n")
    assert Page(written(ALL)).comments == [" prodops lint "]


def test_what_can_wait_is_folded() -> None:
    text = written(ALL)
    assert text.index("#### Errors") < text.index("<summary>5 warnings</summary>") < text.index("14 notices</summary>")
    assert "#### Warnings" not in text


def test_more_errors_than_anybody_reads_are_folded() -> None:
    errors = tuple(replace(finding, severity=Severity.error) for finding in unused())
    assert "<summary>2 more errors</summary>" in written(Verdict(errors, SCOPE))


def test_the_heading_of_nothing() -> None:
    assert "### Product catalog: all clear\n" in written(CLEAR)
    assert "### Product catalog: nothing new\n" in written(replace(CLEAR, left_out=((EXISTING, 3),)))


@pytest.mark.parametrize("room", [0, 1500, 3000, 5000, COMMENT])
def test_is_never_longer_than_its_reader_takes(room: int) -> None:
    text = written(replace(ALL, findings=ALL.findings * 20), room)
    assert len(text) <= len(text.encode()) <= max(room, 600)
    shown, left = Page(text).items, text.partition("**")[2] if "are not shown here" in text else ""
    assert left
    assert shown + number_left(text) == len(ALL.findings) * 20


def number_left(text: str) -> int:
    """How many findings a text says that it leaves out."""
    line = next(line for line in text.splitlines() if "are not shown here" in line)
    return int(line.removeprefix("**").split()[0].replace(",", ""))


@examples(20)
@given(VERDICTS)
def test_nothing_in_a_catalog_is_markup(verdict: Verdict) -> None:
    page = Page(written(verdict))
    assert set(page.tags) <= OURS
    assert page.attributes == []
    assert page.comments == [" prodops lint "]
    assert page.items == len(verdict.findings)
