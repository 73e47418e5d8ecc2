"""What libyaml's complaints mean to the person who wrote the file."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from yaml.error import MarkedYAMLError

from prodops_cli.documents.complaint import Complaint, complaint
from prodops_cli.documents.refusal import NotYaml
from prodops_cli.documents.source import Source, Span

KEY_ABOVE = re.compile(r":\s")
CURLY = re.compile(r":\s+([\u201c\u201d\u201e\u00ab])")
"""What text processors make of a quote, where a value begins."""
KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:[^\s/]")
DASH = re.compile(r"\s*[–—•·*]\s")
"""What text processors make of a hyphen at the beginning of a line."""
WIDE_COLON = "\uff1a"
NO_BREAK_SPACE = "\u00a0"
CLOSED = {"[": "]", "{": "}"}


class Meaning(NamedTuple):
    """Where something is wrong, what it is, and what to do."""

    span: Span
    problem: str
    action: str


Reader: TypeAlias = Callable[[Complaint], Meaning]


def explain(source: Source, error: MarkedYAMLError) -> NotYaml:
    """The refusal that says what a parser's error means and where it is."""
    return NotYaml(source, *meaning(complaint(source, error)))


def meaning(complaint: Complaint) -> Meaning:
    """A parser's complaint in the words of the person who wrote the file."""
    for said, read in MEANINGS:
        if said in complaint.said:
            return read(complaint)
    if complaint.opening in BEGINNINGS:
        return BEGINNINGS[complaint.opening](complaint)
    action = "see the line above, too: the mistake often begins there"
    return Meaning(complaint.here, f"this is not YAML: {complaint.said}", action)


def here(problem: str, action: str) -> Reader:
    """The same whatever stands where the parser noticed."""
    return lambda complaint: Meaning(complaint.here, problem, action)


def there(problem: str, action: str) -> Reader:
    """The same whatever stands where the parser began."""
    return lambda complaint: Meaning(complaint.there, problem, action)


def quoted(complaint: Complaint) -> Meaning:
    """A text that begins with a character that means something else to YAML."""
    return Meaning(complaint.there, f"a value can't begin with `{complaint.opening}`", "put it in quotes")


def no_token(complaint: Complaint) -> Meaning:
    """A character with which nothing begins."""
    if complaint.character == "\t":
        return Meaning(complaint.here, *TAB)
    return Meaning(complaint.here, f"a value can't begin with `{complaint.character}`", "put it in quotes")


def second_colon(complaint: Complaint) -> Meaning:
    """A key where no key can stand: behind another, or in the middle of a text that began above."""
    if WIDE_COLON in complaint.source.text[: complaint.noticed]:
        action = "write a plain `:` and a space instead of the wide `：`"
        return Meaning(complaint.here, "this line is read as more of the text above it", action)
    if found := CURLY.search(complaint.before):
        action = f"write plain quotes instead of the curly `{found[1]}`, which quotes nothing"
        return Meaning(complaint.here, "a second `: ` stands on one line", action)
    if KEY_ABOVE.search(complaint.before):
        return Meaning(complaint.here, "a second `: ` stands on one line", "quote the text, or begin a new line")
    action = "align it with the other keys, or look for a missing `:` above"
    return Meaning(complaint.here, "this line is read as more of the text above it", action)


def no_colon(complaint: Complaint) -> Meaning:
    """A line that is no key, with the reason where it can be seen."""
    number, column = complaint.source.position(complaint.begun)
    line = complaint.source.line(number)
    span = Span(complaint.begun, complaint.begun + len(line[column - 1 :].rstrip()))
    if NO_BREAK_SPACE in line:
        action = "replace the no-break space (U+00A0) by a plain one"
    elif DASH.match(line):
        action = "begin an item with `- `: a hyphen, and a space"
    elif KEY_WITHOUT_SPACE.match(line):
        action = "write a space behind the `:`"
    else:
        action = "write `key: value`, or indent it"
    return Meaning(span, "this line is neither `key: value` nor a list item", action)


def stray(complaint: Complaint) -> Meaning:
    """What stands where a key should, or the next item."""
    if complaint.character in ("]", "}"):
        return Meaning(complaint.here, f"this `{complaint.character}` closes nothing", "remove it, or quote the text")
    if complaint.before.strip(" -?"):
        return Meaning(complaint.here, "the value has ended before this", "put all of it in quotes, or remove the rest")
    if complaint.character == ":":
        return Meaning(complaint.here, "no key stands before this `:`", "write one")
    if complaint.character == "-":
        action = "align it with its neighbours, or write nothing behind the `:` above the list"
        return Meaning(complaint.here, "this list item belongs to no list", action)
    return Meaning(complaint.here, "the indentation fits no line above", "align it with its neighbours")


def no_item(complaint: Complaint) -> Meaning:
    """What stands among the items of a list and is none."""
    if complaint.before.strip():
        return stray(complaint)
    action = "begin it with `- `, or align it"
    return Meaning(complaint.here, "this line does not belong to the list above", action)


def unclosed(complaint: Complaint) -> Meaning:
    """A list in brackets or a mapping in braces that goes on with neither a comma nor its end."""
    bracket = CLOSED[complaint.opening]
    if complaint.is_at_the_end:
        return Meaning(complaint.there, f"this `{complaint.opening}` is not closed", f"add the missing `{bracket}`")
    line = complaint.source.position(complaint.begun).line
    problem = f"a `,` or `{bracket}` is missing before this (the `{complaint.opening}` is on line {line})"
    return Meaning(complaint.here, problem, "add it")


def no_value(complaint: Complaint) -> Meaning:
    """A comma, a bracket or the end of the file, where a value should begin."""
    if complaint.source.line(complaint.source.position(complaint.noticed).line).startswith("..."):
        return Meaning(complaint.here, "a line `...` ends a document, and none has begun", "remove it")
    if complaint.is_at_the_end:
        return Meaning(complaint.here, "a `[` or `{` is not closed", "add the missing `]` or `}`")
    if complaint.character == "," and re.search(r"[\[{,]\s*$", complaint.source.text[: complaint.noticed]):
        return Meaning(complaint.here, "a value is missing before this comma", "write it, or remove the comma")
    return Meaning(complaint.here, f"a value can't begin with `{complaint.character}`", "put it in quotes")


def wrong_escape(complaint: Complaint) -> Meaning:
    """A backslash in double quotes."""
    backslash = max(complaint.source.text.rfind("\\", 0, complaint.noticed + 1), complaint.begun)
    action = "write `\\\\` for a backslash, or use single quotes"
    return Meaning(Span(backslash, backslash + 1), "this is no escape that YAML knows", action)


LIST = here("a list can't begin here", "begin it on a line of its own, indented")
STRAY_COLON = here("a `:` stands here that belongs to no key", "write a space behind it, or quote the text")
NO_DIVISION = here("a line `---` is missing before this", "add it, or remove the rest")
TAB = ("a tab is used to indent", "indent with spaces")
OPEN_QUOTE = there("this quote is not closed", "add the missing quote")

# A part of libyaml's words → what they mean.
MEANINGS: tuple[tuple[str, Reader], ...] = (
    ("found a tab character", here(*TAB)),
    ("cannot start any token", no_token),
    ("mapping values are not allowed", second_colon),
    ("could not find expected ':'", no_colon),
    ("did not find expected key", stray),
    ("did not find expected '-' indicator", no_item),
    ("did not find expected ',' or ", unclosed),
    ("did not find expected node content", no_value),
    ("found unexpected ':'", STRAY_COLON),
    ("found unexpected end of stream", OPEN_QUOTE),
    ("found unexpected document indicator", OPEN_QUOTE),
    ("unknown escape character", wrong_escape),
    ("did not find expected hexdecimal number", wrong_escape),
    ("found invalid Unicode character escape code", wrong_escape),
    ("block sequence entries are not allowed", LIST),
    ("mapping keys are not allowed", here("a value can't begin with `?`", "put it in quotes")),
    ("did not find expected <document start>", NO_DIVISION),
    ("found incompatible YAML document", here("only YAML 1.2 is read", "remove the `%YAML` line")),
)

# What begins the thing that the parser was reading → what most probably is wrong with it.
BEGINNINGS: dict[str, Reader] = {
    "%": there("a line that begins with `%` speaks to the parser", "remove it, or quote the text"),
    "|": there("a text below a `|` begins on the next line", "begin a new line, or quote the text"),
    ">": there("a text below a `>` begins on the next line", "begin a new line, or quote the text"),
    "*": quoted,
    "&": quoted,
    "!": quoted,
}
