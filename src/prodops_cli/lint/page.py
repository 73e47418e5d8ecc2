"""A rule's page: its prose, and its examples, in which carets say what must be found and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from prodops_cli.lint.rule import Rule

HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
FENCE = re.compile(
    r"^```yaml (?P<path>\S+)(?: \((?P<how>[a-z0-9 /._-]+)\))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
CARETS = re.compile(r"#? *(?P<carets>\^+) (?P<message>\S.*)")
MORE = re.compile(r"#?(?P<indent> +)(?P<message>\S.*)")
FENCE_TITLE = re.compile(r"^```yaml (.+)\n", re.MULTILINE)
EXAMPLES = ("Bad", "Good", "Fixed")
SECTION = re.compile(r"^(?P<key>[a-z_]+):", re.MULTILINE)
OF_ALL_RULES = ("catalog", "per_path", "rules", "version")


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """What an example says is found: the line and the columns, from 1, the last one excluded, and the message."""

    path: str
    line: int
    column: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One file of an example without its caret lines.

    `how` it lies there: "before" in the base revision, "removed" in that alone, "latin-1" in that encoding, as a "link"
    to the path that is its text, "unreadable" for the operating system; moved, as it "was owners/ann.yaml" before; else
    empty.
    """

    path: str
    text: str
    how: str = ""

    @property
    def before(self) -> bool:
        """Whether it belongs to the base revision."""
        return self.how in ("before", "removed")

    @property
    def was(self) -> str:
        """The path that it had before a fix moved it; else empty."""
        return self.how.removeprefix("was ") if self.how.startswith("was ") else ""


@dataclass(frozen=True, slots=True)
class Example:
    """A small catalog under a heading such as `Bad`, `Good: a draft` or `Fixed`, and what must be found in it."""

    title: str
    files: tuple[ExampleFile, ...]
    expected: tuple[Expected, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether it shows what the fixes make of the example above it."""
        return self.title.startswith("Fixed")


def examples(rule: Rule[object]) -> tuple[Example, ...]:
    """The examples of a rule's page and of its further cases."""
    return (*examples_in(rule.page), *examples_in(rule.cases))


def settings_in(rule: Rule[object]) -> tuple[str, ...]:
    """The parts of prodops.yaml that a rule's examples show: those that it goes by."""
    files = (file for example in examples(rule) for file in example.files if file.path == "prodops.yaml")
    keys = (found["key"] for file in files for found in SECTION.finditer(file.text))
    return tuple(dict.fromkeys(key for key in keys if key not in OF_ALL_RULES))


def examples_in(page: str) -> Iterator[Example]:
    """The examples of a text, in its order; `Fixed` shows only the files of the example above that are others now."""
    titles = list(HEADING.finditer(page))
    above: tuple[ExampleFile, ...] = ()
    for title, after in zip(titles, [*(found.start() for found in titles[1:]), len(page)], strict=False):
        if title["title"].startswith(EXAMPLES):
            found = example(title["title"], page[title.end() : after])
            if found.is_fixed:
                shown = {path for file in found.files for path in (file.path, file.was)}
                found = replace(found, files=(*found.files, *(file for file in above if file.path not in shown)))
            above = found.files
            yield found


def example(title: str, body: str) -> Example:
    """One example."""
    files: list[ExampleFile] = []
    expected: list[Expected] = []
    for fence in FENCE.finditer(body):
        text, found = without_carets(fence["path"], fence["text"])
        files.append(ExampleFile(fence["path"], text, fence["how"] or ""))
        expected += found
    return Example(title, tuple(files), tuple(sorted(expected)))


def without_carets(path: str, text: str) -> tuple[str, tuple[Expected, ...]]:
    """A text without its caret lines, and what they say of the lines above them."""
    kept: list[str] = []
    expected: list[Expected] = []
    open_until = None
    for line in text.splitlines(keepends=True):
        if carets := CARETS.fullmatch(line.rstrip("\n")):
            start, stop = carets.span("carets")
            expected.append(Expected(path, len(kept), start + 1, stop + 1, carets["message"]))
            open_until = start
        elif (
            open_until is not None
            and (more := MORE.fullmatch(line.rstrip("\n")))
            and more.start("message") > open_until
        ):
            last = expected.pop()
            expected.append(Expected(path, last.line, last.column, last.end, f"{last.message} {more['message']}"))
        else:
            open_until = None
            kept.append(line)
    return "".join(kept), tuple(expected)


def markdown(rule: Rule[Any]) -> str:
    """A rule's page as Markdown: its name, how loud it is, its prose, its examples with their files, its options."""
    options = "".join(f"* `{name}`: {value!r} if nothing is said\n" for name, value in rule.options.items())
    said = f"## Options\n\n{options}" if options else ""
    head = f"# {rule.name}\n\n{rule.severity.name} · family {rule.family}\n\n"
    return FENCE_TITLE.sub(r"`\1`\n\n```yaml\n", f"{head}{rule.page}\n\n{said}").rstrip() + "\n"
