"""What is said of a catalog: problems, and, once we know who said them and how much they matter, findings."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import Literal, TypeAlias

from prodops_cli.documents.document import Place
from prodops_cli.documents.node import Address
from prodops_cli.documents.source import Source, Span


class Severity(IntEnum):
    """How much a finding matters."""

    notice = 1
    warning = 2
    error = 3


@dataclass(frozen=True, slots=True)
class Replace:
    """Other text in the place of a range; an empty range inserts."""

    source: Source
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Create:
    """A new file."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Move:
    """A file under another name."""

    path: str
    to: str


Operation: TypeAlias = Replace | Create | Move


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair; `safe` where it cannot change what anybody meant."""

    title: str
    operations: tuple[Operation, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that one must see to understand a problem."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says.

    `message` quotes the user's value, says what is, then what to do. `label` stands beside the carets where the message
    is too far away; `notes` explain, `help` says what can be done. `severity` where it is not the rule's own. `detail`
    tells findings apart that are alike but for it, such as the other experiment's id.
    """

    place: Place
    message: str
    label: str = ""
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    detail: str = ""


Problems: TypeAlias = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class Stakes:
    """The next day on which something happens to what is live, what that is, and what it costs (`cost` a year)."""

    day: date | None = None
    what: str = ""
    price: str = ""
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class About:
    """The entity that a finding is about, as people know it; `stakes` is None where it is over."""

    kind: str
    id: str
    name: str | None = None
    owner: str | None = None
    stakes: Stakes | None = None


State: TypeAlias = Literal["new", "existing"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, who said so, and how much it matters. `address` has ids in the place of indexes.

    `state` is None where there is nothing to compare with, `allowed` the reason for which people accept it.
    """

    rule: str
    family: str
    severity: Severity
    problem: Problem
    about: About | None = None
    address: Address = ()
    allowed: str | None = None
    state: State | None = None

    @property
    def counts(self) -> bool:
        """Whether somebody has to mend it now: it is not allowed, and was not there before."""
        return self.allowed is None and self.state != "existing"

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.problem.place.source.path

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same when files move, lines shift and messages are reworded.

        An item that has no name is one of its list, wherever in it; findings that are alike are counted.
        """
        about = (self.about.kind, self.about.id) if self.about else (self.path,)
        address = ("" if isinstance(step, int) else step for step in self.address)
        parts = (self.rule, *about, *address, self.problem.detail)
        return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


READING = "yaml"
"""The family that says what could not be read; nobody may switch that off."""

EXISTING: State = "existing"
"""Why findings are left out that were there before."""

INDEX = "index"
"""What stands in the place of a revision for what is staged."""


@dataclass(frozen=True, slots=True)
class Since:
    """The commit with which a verdict is compared, what people call it, and why there is no catalog, if there is none.

    `lacks` completes a sentence: "main@a26e0c9 has no catalog".
    """

    commit: str
    name: str
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What was looked at: the day, the revision (None for the work tree), how many files and entities of each kind.

    `since` is what it was compared with, if with anything.
    """

    today: date
    revision: str | None = None
    files: int = 0
    entities: tuple[tuple[str, int], ...] = ()
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that an output needs: what was found, sorted by place, what is allowed, and what was looked at.

    `subjects` says how many subjects each rule has seen, `left_out` how many findings are not here, and why; `fixed`
    are those that were there before, and are gone.
    """

    findings: tuple[Finding, ...]
    scope: Scope
    allowed: tuple[Finding, ...] = ()
    subjects: tuple[tuple[str, int], ...] = field(default=())
    left_out: tuple[tuple[str, int], ...] = ()
    fixed: tuple[Finding, ...] = ()

    def with_allowed(self) -> "Verdict":
        """The same verdict, in which what is allowed stands among the findings."""
        both = sorted(
            (*self.findings, *self.allowed), key=lambda finding: (finding.path, finding.problem.place.span.start)
        )
        return replace(self, findings=tuple(both), allowed=())

    def without_fixes(self) -> "Verdict":
        """The same verdict, for what nobody but its reader can mend."""
        by_hand = (replace(finding, problem=replace(finding.problem, fix=None)) for finding in self.findings)
        return replace(self, findings=tuple(by_hand))

    def reaches(self, level: str) -> bool:
        """Whether any finding that counts is as severe as that, or more."""
        return any(finding.severity >= Severity[level] and finding.counts for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings that count are just so severe."""
        return sum(finding.severity is severity and finding.counts for finding in self.findings)
