"""What a text can do that makes it no document: each refusal is a value that a rule of the family yaml words."""

from dataclasses import dataclass

from prodops_cli.documents.source import Source, Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a source that is refused, and where it stands."""

    source: Source
    span: Span


@dataclass(frozen=True, slots=True)
class NotYaml(Refusal):
    """The text is not YAML as it is read here: what the parser saw, and what to do."""

    problem: str
    action: str


@dataclass(frozen=True, slots=True)
class DuplicateKey(Refusal):
    """A key that its mapping has already; `first` is where it stands the first time."""

    key: str
    first: Span


@dataclass(frozen=True, slots=True)
class TooLarge(Refusal):
    """More than anybody writes by hand: `what` (a file, a scalar …) is over `limit` (with its unit)."""

    what: str
    limit: str


@dataclass(frozen=True, slots=True)
class TooDeep(Refusal):
    """Nested below `limit` levels."""

    limit: int


@dataclass(frozen=True, slots=True)
class AliasBomb(Refusal):
    """Aliases that repeat too much, or that contain themselves."""

    problem: str


@dataclass(frozen=True, slots=True)
class NotUtf8(Refusal):
    """A byte that is no UTF-8; the span is where the readable text ends."""

    byte: int


@dataclass(frozen=True, slots=True)
class Unreadable(Refusal):
    """The operating system does not hand out the file; `reason` in its words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Skipped(Refusal):
    """A file that is never opened: a link, a FIFO or another thing that is no regular file.

    `instead` is another name, by which it would be read; empty where its name is not the reason.
    """

    instead: str = ""


class Refused(Exception):
    """Reading ends here; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(type(refusal).__name__)
        self.refusal = refusal
