"""CODEOWNERS: who is asked to review which file of the repository, read as GitHub reads it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from prodops_cli.documents.source import LINE_BREAK, Source, Span
from prodops_cli.trees.tree import Tree, codeowners

LARGEST: Final = 3_000_000  # bytes; GitHub reads no larger one
MOST_WILD: Final = 2_000
"""Patterns with wildcards, each of which is held against every document."""
LINE: Final = re.compile(r"[ \t]*(?P<pattern>(?!#)(?:\\[^\r\n]|[^\s\\])+)(?P<owners>[^#\r\n]*)")


class Line(NamedTuple):
    """A line that says who reviews what its pattern matches; nobody, where no owner is named."""

    pattern: str
    owners: tuple[str, ...]
    number: int
    span: Span

    @property
    def is_wild(self) -> bool:
        """Whether its pattern has wildcards."""
        return "*" in self.pattern or "?" in self.pattern

    @property
    def is_anchored(self) -> bool:
        """Whether its pattern begins at the repository's root: there is a slash before its end."""
        return "/" in self.pattern[:-1]


@dataclass(frozen=True)
class Codeowners:
    """The file, seen from the catalog's root; `prefix` leads there. `unread` says why it can't be read, if it can't."""

    source: Source
    prefix: str
    unread: str = ""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that match anything."""
        return tuple(lines_of(self.source.text)) if not self.unread else ()

    def line_for(self, path: str) -> Line | None:
        """The line that holds for a file of the catalog: of those that match, the last."""
        whole = f"{self.prefix}{path}"
        parts = whole.split("/")
        tops = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
        keys = (*(f"/{top}" for top in tops), *parts)
        found = [line for key in keys for line in self._plain.get(key, ()) if reaches(line, whole)]
        found += (line for pattern, line in self._wild if pattern.fullmatch(whole))
        return max(found, key=lambda line: line.number, default=None)

    @cached_property
    def _plain(self) -> Mapping[str, tuple[Line, ...]]:
        """The last lines without wildcards by what they name: a path from the root, or a name anywhere."""
        found: dict[tuple[str, bool], Line] = {}
        for line in self.lines:
            if not line.is_wild:
                name = unescaped(line.pattern).strip("/")
                found[f"/{name}" if line.is_anchored else name, line.pattern.endswith("/")] = line
        keys = {key for key, _ in found}
        return {key: tuple(found[key, end] for end in (False, True) if (key, end) in found) for key in keys}

    @cached_property
    def _wild(self) -> tuple[tuple[re.Pattern[str], Line], ...]:
        return tuple((expression(line.pattern), line) for line in self.lines if line.is_wild)


def lines_of(text: str) -> Iterator[Line]:
    """The lines that say something. A pattern that is negated says nothing on GitHub."""
    start = 0
    for number, ends in enumerate((*(found.span() for found in LINE_BREAK.finditer(text)), (len(text), len(text))), 1):
        if (found := LINE.match(text, start, ends[0])) and not found["pattern"].startswith("!"):
            span = Span(found.start("pattern"), found.start("pattern") + len(found[0].strip()))
            yield Line(found["pattern"], tuple(found["owners"].split()), number, span)
        start = ends[1]


def reaches(line: Line, path: str) -> bool:
    """Whether a plain pattern that names a part of a path means the path: a slash at its end asks for a folder."""
    if not line.pattern.endswith("/"):
        return True
    name = unescaped(line.pattern).strip("/")
    return f"{path}/".startswith(f"{name}/") and path != name if line.is_anchored else name in path.split("/")[:-1]


def unescaped(pattern: str) -> str:
    """A pattern as paths are written: a backslash only keeps what follows it, such as a space."""
    return re.sub(r"\\(.)", r"\1", pattern)


def expression(pattern: str) -> re.Pattern[str]:
    """A pattern with wildcards as a regular expression of whole paths.

    `*` stays in a folder, `**` crosses them; what matches a folder holds for all in it, but for a last `*` alone.
    """
    segments = [segment for segment in re.sub(r"/{2,}", "/", pattern).strip("/").split("/") if segment]
    if "/" not in pattern[:-1]:
        segments = ["**", *segments]
    made = "".join(segment_expression(segment, place == len(segments) - 1) for place, segment in enumerate(segments))
    inside = "/.*" if pattern.endswith("/") else "" if segments[-1] in ("*", "**") else "(?:/.*)?"
    return re.compile(f"{made}{inside}", re.DOTALL)


def segment_expression(segment: str, is_last: bool) -> str:
    """One part of a pattern, with the slash behind it; no path takes longer than its length, whatever the pattern."""
    if segment == "**":
        return ".+" if is_last else "(?:.*/)?"
    first, *others = (literal(part) for part in re.split(r"(?<!\\)\*+", segment))
    middle = "".join(f"(?>[^/]*?{part})" for part in others[:-1])
    end = f"[^/]*{others[-1]}" if others else ""
    return f"{first}{middle}{end}" + ("" if is_last else "/")


def literal(part: str) -> str:
    """What stands between stars; `?` is any one character."""
    return "".join(
        "[^/]" if found[0] == "?" else re.escape(unescaped(found[0]))
        for found in re.finditer(r"\?|\\.|[^?\\]+|\\", part)
    )


def read_codeowners(tree: Tree) -> Codeowners | None:
    """The file of the repository around a catalog; None where there is none."""
    for path in codeowners(tree.prefix):
        try:
            return decoded(path, tree.read(path), tree.prefix)
        except FileNotFoundError:
            continue
        except OSError as error:
            return Codeowners(Source(path, "", ""), tree.prefix, error.strerror or "can't be opened")
    return None


def decoded(path: str, data: bytes, prefix: str) -> Codeowners:
    """The file, if these bytes are one."""
    nothing = Source(path, "", "")
    if len(data) > LARGEST:
        return Codeowners(nothing, prefix, "has more than the 3 MB that GitHub reads")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return Codeowners(nothing, prefix, "is no UTF-8")
    if "\0" in text:
        return Codeowners(nothing, prefix, "is no text")
    found = Codeowners(Source(path, text, ""), prefix)
    if sum(line.is_wild for line in found.lines) > MOST_WILD:
        return Codeowners(nothing, prefix, f"has more than {MOST_WILD:,} patterns with wildcards")
    return found
