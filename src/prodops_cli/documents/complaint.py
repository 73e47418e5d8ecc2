"""A complaint: what libyaml says of a text, where it noticed, and where what it was reading begins."""

from dataclasses import dataclass
from typing import Protocol

from yaml.error import MarkedYAMLError

from prodops_cli.documents.source import Source, Span


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said; `noticed` and `begun` are offsets in code points."""

    source: Source
    said: str
    noticed: int
    begun: int

    @property
    def here(self) -> Span:
        """The character at which the parser noticed; nothing at the end of a line."""
        return character_at(self.source, self.noticed)

    @property
    def there(self) -> Span:
        """The first character of what the parser was reading."""
        return character_at(self.source, self.begun)

    @property
    def character(self) -> str:
        """What stands where the parser noticed; empty at the end of a line."""
        return self.source.text[self.here.start : self.here.stop]

    @property
    def opening(self) -> str:
        """What stands where the parser began."""
        return self.source.text[self.there.start : self.there.stop]

    @property
    def before(self) -> str:
        """What stands on the line before the place where the parser noticed."""
        line, column = self.source.position(self.noticed)
        return self.source.line(line)[: column - 1]

    @property
    def is_at_the_end(self) -> bool:
        """Whether nothing but blanks and comments follows."""
        rest = self.source.text[self.noticed :].splitlines()
        return all(not line.strip() or line.lstrip().startswith("#") for line in rest)


def complaint(source: Source, error: MarkedYAMLError) -> Complaint:
    """What a parser's error says of a source."""
    noticed = min(offset_of(error.problem_mark), len(source.text))
    begun = min(offset_of(error.context_mark), noticed) if error.context_mark else noticed
    return Complaint(source, error.problem or "", noticed, begun)


def character_at(source: Source, offset: int) -> Span:
    """The range of one character; an empty one where the line ends."""
    return Span(offset, offset + (source.text[offset : offset + 1] not in ("", "\r", "\n")))


class Mark(Protocol):
    """Where the parser was."""

    @property
    def index(self) -> int:
        """In code points."""


def offset_of(mark: Mark | None) -> int:
    """The mark's offset in code points; the start where there is no mark."""
    return mark.index if mark is not None else 0
