"""Text made safe: tables of what it becomes, and real readers of Markdown that see nothing but text."""

import html
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from prodops_cli.escape import (
    BREAKS,
    markdown,
    mermaid,
    page,
    speaks_to_runner,
    terminal,
    uri,
    workflow_data,
    workflow_property,
    xml,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", "plain text"),
        ("tab\tstays", "tab\tstays"),
        ("café · Ünïcode · 日本語 · العربية · ❤️ 🎉", "café · Ünïcode · 日本語 · العربية · ❤️ 🎉"),
        ("\x1b[31mred\x1b]8;;x\x07", r"\x1b[31mred\x1b]8;;x\x07"),
        ("a\nb\r\nc\0", r"a\x0ab\x0d\x0ac\x00"),
        ("\x7f\x80\x9b\x85", r"\x7f\u0080\u009b\u0085"),
        ("a\u202egnp.exe", r"a\u202egnp.exe"),
        ("\u2066x\u2069\u200e\u061c", r"\u2066x\u2069\u200e\u061c"),
        ("pay\u200bpal\ufeff\u00ad\u2060", r"pay\u200bpal\ufeff\u00ad\u2060"),
        ("👩\u200d💻", r"👩\u200d💻"),
        ("\U000e0041\U000e0100\ufe01\u3164\u2800", r"\U000e0041\U000e0100\ufe01\u3164\u2800"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("caf\udce9.yaml", r"caf\xe9.yaml"),
        ("\ud800", r"\ud800"),
        ("::error::x", r":\x3aerror::x"),
        ("  ::set-output name=x::y", r"  :\x3aset-output name=x::y"),
        ("\u00a0::error::x", "\u00a0:\\x3aerror::x"),
        ("a::b", "a::b"),
        ("x ##[group]y", r"x #\x23[group]y"),
        ("##vso[task.complete]", r"#\x23vso[task.complete]"),
        ("## heading", "## heading"),
    ],
)
def test_terminal(text: str, expected: str) -> None:
    assert terminal(text) == expected


def test_terminal_shows_what_controls_and_leaves_what_is_seen() -> None:
    kinds = {chr(number): unicodedata.category(chr(number)) for number in range(0x110000)}
    hidden = [char for char, kind in kinds.items() if kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char != "\t"]
    assert len(hidden) > 2000
    assert all(terminal(char).startswith("\\") and terminal(char).isascii() for char in hidden)
    seen = "".join(char for char, kind in kinds.items() if kind[0] in "LNPS").translate(
        dict.fromkeys([0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800])
    )
    assert len(seen) > 100_000
    assert terminal(seen) == seen


@pytest.mark.parametrize(
    ("text", "data", "value"),
    [
        ("plain", "plain", "plain"),
        ("50% a\r\nb", "50%25 a%0D%0Ab", "50%25 a%0D%0Ab"),
        ("%0A::error::", "%250A::error::", "%250A%3A%3Aerror%3A%3A"),
        ("a:b,c", "a:b,c", "a%3Ab%2Cc"),
        ("\x1b\u202e\udce9", r"\x1b\u202e\xe9", r"\x1b\u202e\xe9"),
    ],
)
def test_workflow(text: str, data: str, value: str) -> None:
    assert workflow_data(text) == data
    assert workflow_property(text) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & 'c' \"d\"", "a &lt; b &amp; &#x27;c&#x27; &quot;d&quot;"),
        ("]]> &amp;", "]]&gt; &amp;amp;"),
        ("a\tb\nc\x00\ufffe", r"a b\x0ac\x00\ufffe"),
    ],
)
def test_xml(text: str, expected: str) -> None:
    assert xml(text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tools/a.yaml", "tools/a.yaml"),
        ("a b?c#d%.yaml", "a%20b%3Fc%23d%25.yaml"),
        ("javascript:x", "javascript%3Ax"),
        ("caf\udce9", "caf%E9"),
        ("é漢", "%C3%A9%E6%BC%A2"),
        ("\ud800", "%EF%BF%BD"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saved cards", "Saved cards"),
        ("Saved cards: new; #2", "Saved cards new 2"),
        ("a\n section b", "a section b"),
        ("section b", "“section b”"),
        ("Gantt", "“Gantt”"),
        ("titles", "titles"),
        ("2026-09-07 launch", "“2026-09-07 launch”"),
        ("% off %%{init: {}}%%", "％ off ％％ init ％％"),
        ('the "user\'s" `page`', "the ”user’s” ’page’"),
        ("$$x$$ for $5", "$x$ for $5"),
        ("<b>[x](y)</b>", "b x y /b"),
        (" \n ", "…"),
        ("::", "…"),
        ("a\x1bb\u202e", r"a\x1bb\u202e"),
    ],
)
def test_mermaid(text: str, expected: str) -> None:
    assert mermaid(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, (text) – 1.2: “ok”!", "plain, (text) – 1.2: “ok”!"),
        ("saved_cards *now*", r"saved\_cards \*now\*"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("a|b\nc  ", r"a\|b c"),
        ("# x", r"\# x"),
        ("- x - y", r"\- x - y"),
        ("12) x", r"12\) x"),
        ("https://x.com www.x.com", r"https\://x.com www\.x.com"),
        ("ana@example.com", "ana<span>@</span>example.com"),
        ("see #12, gh-3", "see <span>#</span>12, gh<span>-</span>3"),
        ("$1 :tada:", "<span>$</span>1 <span>:</span>tada:"),
        ("\x1b", r"\\x1b"),
        ("", ""),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert markdown(text) == expected


PLACES = {
    "paragraph": "{}",
    "after a line": "before\n{}",
    "before a line": "{}\nafter",
    "heading": "## {}",
    "closed heading": "## {} ##",
    "item": "- {}",
    "numbered item": "1. {}",
    "quotation": "> {}",
    "cell": "| a | b |\n|---|---|\n| {} | after |",
    "last cell": "| a | b |\n|---|---|\n| before | {} |",
    "bold": "**x {} x**",
    "link": "[x {} x](y)",
}
READERS: dict[str, Callable[[str], str]] = {
    "cmark-gfm": lambda text: str(
        cmarkgfm.github_flavored_markdown_to_html(text, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
    ),
    "markdown-it": MarkdownIt("commonmark").enable(["table", "strikethrough"]).render,
}


class Reading(HTMLParser):
    """The elements of a page, and its text in the place of each."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {attrs}")

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.tags.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.tags.append(f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.tags.append(f"section {data}")

    def handle_data(self, data: str) -> None:
        self.text += data


def reads_as_itself(text: str, place: str, read: Callable[[str], str]) -> None:
    """The page is the one that has a harmless word here, but for the word; our own `span` doesn't count."""
    page, model = Reading(read(place.format(markdown(text)))), Reading(read(place.format("WORD")))
    assert [tag for tag in page.tags if tag != "span []"] == model.tags
    assert page.text == model.text.replace("WORD", BREAKS.sub(" ", text).strip())


PAYLOADS = [
    "*a*",
    "**a**",
    "__a__",
    "_a_ b_c_d",
    "~~a~~ ~b~",
    "`a` ``b`` ```c",
    "[a](https://x.com)",
    "![a](b)",
    "[a][b]",
    "[a]: https://x.com",
    "[^1]",
    "[x] done",
    "[ ] open",
    "<b>a</b>",
    "<script>alert(1)</script>",
    "<!-- a -->",
    "<?php ?>",
    "<![CDATA[a]]>",
    "<https://x.com>",
    "<a@b.co>",
    "https://x.com/a_b?c=d&e=f#g",
    "http://x.com",
    "ftp://x.com",
    "HTTPS://X.COM",
    "www.x.com",
    "WWW.X.COM",
    "_www.x.com _http://x.com",
    "a.b+c@d-e.org",
    "mailto:a@b.co",
    "xmpp:a@b.co/c",
    "@user @org/team",
    "#1 user#2 org/name#3 GH-4",
    ":tada: :+1: a:b:c",
    "$x$ $$y$$ $`z`$",
    "&lt; &amp;lt; &#65; &copy;",
    "a|b||c\\|d",
    "\\",
    "\\\\",
    "a\\",
    "a\\\nb",
    "a  \nb",
    "\n\n# a\n\n- b",
    "    code",
    "\tcode",
    "# a",
    "####### a",
    "a #",
    "a ##",
    "#",
    "- a",
    "-",
    "---",
    "- - -",
    "+ a",
    "* a",
    "***",
    "===",
    "--",
    ":-:",
    ":--",
    "--|--",
    "1. a",
    "1) a",
    "123456789. a",
    "1.",
    "> a",
    "```\na\n```",
    "~~~",
    "| a | b |",
    "|---|",
    "\u00a0a\u00a0",
    "{{ x }} {% y %}",
    "'a' \"b\" -- ...",
    "^a^ ==b== ++c++",
    "!",
    "a!",
]


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_payloads_are_only_text(place: str, read: Callable[[str], str]) -> None:
    for text in PAYLOADS:
        reads_as_itself(text, place, read)


PIECES = "http:// www. @ mailto: a b.c 1 . é gh- # [ ] ( ) ! < > \\ ` * _ ~ | & ; : - + = $ \" ' / { } ^ % ? , &amp;"
TEXTS = st.lists(st.sampled_from([*PIECES.split(), " ", "  ", "\n"]), max_size=12).map("".join)


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=TEXTS, place=st.sampled_from(list(PLACES.values())))
@example(text="", place="{}")
def test_markup_is_only_text(text: str, place: str, read: Callable[[str], str]) -> None:
    if BREAKS.sub("", text):
        reads_as_itself(text, place, read)


RAW = r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(st.characters(), max_size=40))
def test_every_text_is_one_visible_line(text: str) -> None:
    for safe in (terminal(text), markdown(text), workflow_data(text), workflow_property(text), mermaid(text)):
        assert not re.search(RAW, safe)


def test_a_page_speaks_to_no_runner() -> None:
    found = page("<p>##[add-path]x ##vso[task] # ## a##b[ &amp;</p>")
    assert not speaks_to_runner(found)
    assert html.unescape(found) == "<p>##[add-path]x ##vso[task] # ## a##b[ &</p>"
