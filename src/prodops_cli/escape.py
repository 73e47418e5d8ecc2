"""User text made safe for where it goes: a terminal, Markdown, a workflow's log, Mermaid, XML, a URI."""

import html
import re
import unicodedata
from re import Match
from urllib.parse import quote

UNUSUAL = re.compile(r"[^\t\n\r -~]")
INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # control, format (bidi, zero width, tags), surrogates, separators
# Letters, marks and symbols without a shape of their own. The selectors of emoji, U+FE0E and U+FE0F, may stay.
SHAPELESS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\ufffe\uffff\U000e0100-\U000e01ef]"
)
BREAKS = re.compile("[\t\n\v\f\r \x85\u2028\u2029]+")

# GitHub knows `::name` at the start of a line and `##[name]` anywhere; Azure and TeamCity know `##vso[` and the like.
RUNNER_COMMAND = re.compile(r"^\s*::|##(?=\w*\[)")
IN_A_LINE = re.compile(r"##(?=\w*\[)")

MARKDOWN = re.compile(
    r"""
    (?P<entity> [<>&] )
    # What GitHub looks for in the finished text: mentions, e-mail, #1 and GH-1, mathematics, :emoji:.
    | (?P<apart> [@$] | \#(?=\d) | (?<=\bgh)-(?=\d) | :(?=[\w+-]+:) )
    | (?P<plain> [\\`*_~|\[\]\#] | ^[-+=:] | (?<=www)[.] | :(?=//) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")  # spreadsheets of East Asia know the wide signs, too
NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # half a character, and no byte of a name either
NUMBERED = re.compile(r"^(\d+)([.)])(?!\d)")  # no list begins with 36.1
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

MERMAID = str.maketrans({'"': "”", "'": "’", "`": "’", "%": "％", **dict.fromkeys(":;#<>()[]{}|", " ")})
# What begins a line of its own in a gantt, so that a task's name can't begin like this.
MERMAID_KEYWORD = re.compile(
    r"""
    (?: acc(?:title|descr\w*) | axisformat | call | click | dateformat | displaymode | excludes | gantt | href
    | includes | inclusiveenddates | section | tickinterval | title | todaymarker | topaxis | weekday | weekend
    | \d{4}-\d\d-\d\d )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def terminal(text: str) -> str:
    r"""One line for a terminal or a log: nothing in it moves the cursor, hides, reorders, or speaks to a CI runner.

    What can't be seen is shown by its number: `\x1b`, `\u202e`, and the bytes of a name that isn't UTF-8 as `\xe9`.
    Tabs, accents, emoji and all scripts stay as they are; emoji that are joined by U+200D come apart.
    """
    shown = _reveal(text).replace("\n", r"\x0a").replace("\r", r"\x0d")
    return RUNNER_COMMAND.sub(_break_command, shown) if "::" in shown or "##" in shown else shown


def markdown(text: str) -> str:
    r"""Inline Markdown that cmark-gfm renders as exactly this text, on one line and without what can't be seen.

    It holds in a paragraph, a heading, a list's item and a table's cell, at their start and end too: no markup,
    HTML, link or cell begins or ends in it, and nobody is mentioned. GitHub undoes backslashes and entities before it
    looks for `@`, `#1` and `$`: only an element around them keeps them apart from what follows.
    """
    line = _reveal(BREAKS.sub(" ", text)).strip()
    return NUMBERED.sub(r"\1\\\2", MARKDOWN.sub(_mean_nothing, line))


def workflow_data(text: str) -> str:
    """The message of a GitHub workflow command: it ends with its line, and line breaks in it are shown as such."""
    return _reveal(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """The value of a workflow command's property, such as `file=`: no other property begins in it, nor the message."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def cell(text: str) -> str:
    """A cell of a CSV file, on one line, before it is quoted: no spreadsheet takes it for a formula."""
    line = terminal(BREAKS.sub(" ", text))
    return f"'{line}" if FORMULA.match(text) else line


def mermaid(text: str) -> str:
    """The name of a task or section in a Mermaid gantt, never empty: no comment, statement or field begins in it."""
    line = _reveal(BREAKS.sub(" ", text)).translate(MERMAID)
    name = re.sub(r"\$(?=\$)", "", " ".join(line.split()))
    return f"“{name}”" if MERMAID_KEYWORD.match(name) else name or "…"


def xml(text: str) -> str:
    """The text of an element or an attribute's value, on one line: no markup begins in it, and XML allows it all."""
    return html.escape(terminal(text).replace("\t", " "))


def page(html: str) -> str:
    """A finished page that says the same, and in which no CI runner finds a command."""
    return IN_A_LINE.sub("#&#35;", html)


def uri(path: str) -> str:
    """A relative path as a URI, by its bytes: also one that is not UTF-8, and no scheme, query or fragment begins."""
    return quote(NO_BYTE.sub("\ufffd", path).encode(errors="surrogateescape"))


def speaks_to_runner(line: str) -> bool:
    """Whether a CI runner would take a line of a log for a command, or for one that begins in it."""
    return bool(RUNNER_COMMAND.search(line))


def _reveal(text: str) -> str:
    """Show what can't be seen, but for tabs and line breaks."""
    if text.isascii() and text.isprintable():
        return text
    return UNUSUAL.sub(_show, text)


def _show(found: Match[str]) -> str:
    char = found[0]
    number = ord(char)
    if unicodedata.category(char) not in INVISIBLE and not SHAPELESS.match(char):
        return char
    if 0xDC80 <= number <= 0xDCFF:  # Python's way to keep a byte that isn't UTF-8
        return f"\\x{number - 0xDC00:02x}"
    if number < 0x80:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _break_command(found: Match[str]) -> str:
    """Show the character before the last by its number: `:` of `::`, `#` of `##`."""
    start = found[0]
    return f"{start[:-1]}\\x{ord(start[-1]):02x}"


def _mean_nothing(found: Match[str]) -> str:
    match found.lastgroup:
        case "entity":
            return ENTITIES[found[0]]
        case "apart":
            return f"<span>{found[0]}</span>"
        case _:
            return f"\\{found[0]}"
