"""The body of a page: Markdown as HTML, in which no HTML of others is left but what folds or quotes."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from prodops_cli.reports.charts.data import read
from prodops_cli.reports.rendering.html.figure import figure

NOTHING: Final = re.compile(r"</?span>|</a>")
FOLDS: Final = re.compile(r"(</?(?:details|summary|code)>|<br>)")
PLACE: Final = re.compile(r'<a id="([^"<>]*)">')
ALIGNED: Final = re.compile(r"text-align:(\w+)")
UNNAMED: Final = re.compile(r"[^\w\- ]")


class Section(NamedTuple):
    """What stands below a heading; of what has none, it is empty."""

    id: str
    heading: str
    html: Markup


class Renderer(RendererHTML):
    """How tokens become HTML where that differs from the usual."""

    def html_inline(self, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
        """On GitHub, `<span>` keeps characters apart; here it does nothing."""
        return folding(tokens[index].content)

    def html_block(self, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
        """What folds, folds."""
        return folding(tokens[index].content)

    def image(self, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
        """What it is called: a page asks no other machine for anything."""
        return str(escape(tokens[index].content))

    def fence(self, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
        """A chart where it is one."""
        token = tokens[index]
        chart = read(token.content) if token.info == "chart" else None
        return str(figure(chart, token.map[0] if token.map else 0) if chart else preformatted(token.content))

    def table_open(self, _tokens: Sequence[Token], _index: int, _options: Any, _env: Any) -> str:
        """Wide tables are moved by those who read, by the keyboard, too."""
        return '<div class="wide" tabindex="0"><table>'

    def table_close(self, _tokens: Sequence[Token], _index: int, _options: Any, _env: Any) -> str:
        """The end of it."""
        return "</table></div>"


def sections(markdown: str) -> tuple[Section, ...]:
    """The parts of a document by its headings of the second level, and by its rules, after which none has a name."""
    parser = MarkdownIt("commonmark", renderer_cls=Renderer).enable(["table", "strikethrough"])
    env: dict[str, Any] = {}
    tokens = prepared(parser.parse(markdown, env))
    return tuple(
        Section(*named(part), Markup(parser.renderer.render(part, parser.options, env)))  # noqa: S704
        for part in parted(tokens)
    )


def prepared(tokens: list[Token]) -> list[Token]:
    """Headings get the names by which links find them on GitHub, cells their scope, and their side by a class."""
    seen: Counter[str] = Counter()
    for token, after in zip(tokens, [*tokens[1:], None], strict=False):
        if token.type == "heading_open" and after is not None:
            token.attrSet("id", name_of(after, seen))
        if token.type in ("th_open", "td_open"):
            side = ALIGNED.fullmatch(str(token.attrs.pop("style", "")))
            token.attrs |= {"class": side[1]} if side else {}
            token.attrs |= {"scope": "col"} if token.type == "th_open" else {}
    return tokens


def name_of(heading: Token, seen: Counter[str]) -> str:
    """`needs-a-decision`; a second one is `needs-a-decision-1`."""
    name = UNNAMED.sub("", words(heading).lower()).replace(" ", "-")
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name] - 1}"


def words(heading: Token) -> str:
    """What a heading says."""
    return "".join(token.content for token in heading.children or () if token.type in ("text", "code_inline"))


def parted(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens from one heading or rule to the next; rules are left out."""
    part: list[Token] = []
    for token in tokens:
        if token.level == 0 and (token.type == "hr" or (token.type == "heading_open" and token.tag == "h2")):
            if part:
                yield part
            part = []
        if token.type != "hr":
            part.append(token)
    if part:
        yield part


def named(part: list[Token]) -> tuple[str, str]:
    """The name and the words of the heading that a part begins with."""
    return (str(part[0].attrGet("id")), words(part[1])) if part[0].type == "heading_open" else ("", "")


def folding(markup: str) -> str:
    """HTML in which all is text but what folds or quotes, and the places that links lead to."""
    if place := PLACE.fullmatch(markup):
        return f'<span id="{place[1]}"></span>'
    parts = FOLDS.split(NOTHING.sub("", markup))
    return "".join(part if FOLDS.fullmatch(part) else str(escape(html.unescape(part))) for part in parts)


def preformatted(text: str) -> Markup:
    """Text as it was written."""
    return Markup("<pre><code>{}</code></pre>\n").format(text)
