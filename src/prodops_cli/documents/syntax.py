"""What libyaml's complaints mean to the person who wrote the file."""

from typing import Protocol

from yaml.error import MarkedYAMLError

from prodops_cli.documents.refusal import NotYaml
from prodops_cli.documents.source import Source, Span

# libyaml's words (a part of them) → what is, and what to do.
MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a second `: ` stands on one line", "quote the text, or begin a new line"),
    (
        "could not find expected ':'",
        "this line is neither `key: value` nor a list item",
        "write `key: value`, or indent it",
    ),
    ("did not find expected key", "the indentation fits no line above", "align it with its neighbours"),
    (
        "did not find expected '-' indicator",
        "this line does not belong to the list above",
        "begin it with `- `, or align it",
    ),
    ("did not find expected ',' or ']'", "a `[` is not closed", "add the missing `]` or `,`"),
    ("did not find expected ',' or '}'", "a `{` is not closed", "add the missing `}` or `,`"),
    ("found unexpected end of stream", "a quote is not closed", "add the missing quote"),
    ("found unexpected document indicator", "a quote is not closed", "add the missing quote"),
    ("did not find expected <document start>", "more text follows the document", "divide documents with a line `---`"),
    ("block sequence entries are not allowed", "a list can't begin here", "begin it on a line of its own, indented"),
    ("did not find expected node content", "a value is missing here", "write it, or remove the comma"),
    (
        "unknown escape character",
        "this is no escape that YAML knows",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    ("found incompatible YAML document", "only YAML 1.2 is read", "remove the `%YAML` line"),
    ("found a tab character", "a tab is used to indent", "indent with spaces"),
)


def explain(source: Source, error: MarkedYAMLError) -> NotYaml:
    """The refusal that says what a parser's error means and where it is."""
    offset = min(offset_of(error.problem_mark), len(source.text))
    span = Span(offset, min(offset + 1, len(source.text)))
    problem, action = meaning(error.problem or "this is not YAML", source.text[span.start : span.stop])
    if opened := error.context_mark:
        line = source.position(min(offset_of(opened), len(source.text))).line
        if line != source.position(offset).line:
            problem = f"{problem} (begun on line {line})"
    return NotYaml(source, span, problem, action)


def meaning(said: str, character: str) -> tuple[str, str]:
    """A parser's complaint in the words of the person who wrote the file, and what to do."""
    if "cannot start any token" in said:
        if character == "\t":
            return "a tab is used to indent", "indent with spaces"
        return f"a value can't begin with `{character}`", "put it in quotes"
    for part, problem, action in MEANINGS:
        if part in said:
            return problem, action
    return said, "see the line above, too: the mistake often begins there"


class Mark(Protocol):
    """Where the parser was."""

    @property
    def index(self) -> int:
        """In code points."""


def offset_of(mark: Mark | None) -> int:
    """The mark's offset in code points; the start where there is no mark."""
    return mark.index if mark is not None else 0
