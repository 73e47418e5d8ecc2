"""Comments such as `# prodops: allow RULE until DATE -- reason`: what they allow, or why they can't be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Source, Span
from prodops_cli.lint.cover import covered, is_comment
from prodops_cli.models.spelling import nearest

MARK: Final = "prodops:"
COMMENT: Final = re.compile(rf"(?<!\S)#[ \t]*{MARK}[ \t]*(?P<said>[^\r\n]*)")
SAID: Final = re.compile(
    r"(?P<verb>allow|allow-file)\s+(?P<rules>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)"
    r"(?:\s+until\s+(?P<until>\S+))?(?:\s+--\s*(?P<reason>.*?))?\s*"
)
NAME: Final = re.compile(r"[a-z0-9-]+")
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
VERBS: Final = ("allow", "allow-file")
FORM: Final = "`# prodops: allow RULE until DATE -- reason`"


class Name(NamedTuple):
    """The name of a rule in a comment, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one comment allows: these rules, for all that begins in the range that it covers, until a day."""

    place: Place
    names: tuple[Name, ...]
    covers: Span
    until: date | None
    reason: str

    @property
    def rules(self) -> frozenset[str]:
        """The names of the rules."""
        return frozenset(name.text for name in self.names)

    def speaks_of(self, place: Place) -> bool:
        """Whether a place begins where it covers."""
        return self.covers.start <= place.span.start <= self.covers.stop

    def holds_on(self, today: date) -> bool:
        """Whether it still counts; its last day does."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class Malformed:
    """A comment that allows nothing, because it can't be read; `wrong` says why, and what to write."""

    place: Place
    wrong: str


Comment: TypeAlias = Allowance | Malformed


def allowances_in(source: Source) -> tuple[Allowance, ...]:
    """What the comments of a source allow."""
    return tuple(comment for comment in comments_in(source) if isinstance(comment, Allowance))


def comments_in(source: Source) -> tuple[Comment, ...]:
    """All comments of a source that speak to prodops, in their order."""
    return parsed(source) if MARK in source.text else ()


@lru_cache(maxsize=256)
def parsed(source: Source) -> tuple[Comment, ...]:
    """The comments, kept: many problems stand in one file."""
    found = COMMENT.finditer(source.text)
    return tuple(comment(source, each) for each in found if is_comment(source, each.start()))


def comment(source: Source, found: re.Match[str]) -> Comment:
    """What a comment says."""
    words = found["said"].rstrip()
    place = Place(source, exact=Span(found.start(), found.start("said") + len(words)))
    said = SAID.fullmatch(words)
    if said is None:
        return Malformed(place, unreadable(words))
    until = day(said["until"])
    if said["until"] and until is None:
        return Malformed(place, f"there is no day `{said['until']}`; write it as 2026-09-07")
    names = tuple(names_in(source, said, found.start("said")))
    covers = covered(source, place.span, is_all=said["verb"] == "allow-file")
    return Allowance(place, names, covers, until, said["reason"] or "")


def names_in(source: Source, said: re.Match[str], offset: int) -> Iterator[Name]:
    """The names of rules, with their places; `offset` is where the words begin in the source."""
    for name in NAME.finditer(said["rules"]):
        start = offset + said.start("rules") + name.start()
        yield Name(name[0], Place(source, exact=Span(start, start + len(name[0]))))


def day(text: str | None) -> date | None:
    """The day that is written; None where there is none such."""
    try:
        return date.fromisoformat(text) if text and DAY.fullmatch(text) else None
    except ValueError:
        return None


def unreadable(words: str) -> str:
    """What is wrong with words that are no allowance, and what to write."""
    verb, _, rest = words.partition(" ")
    if not verb:
        return f"is empty; write {FORM}"
    if verb in VERBS:
        what = "it is not clear what this allows" if rest.strip(" -") else "names no rule"
        return f"{what}; write {FORM}"
    near = nearest(verb, VERBS)
    return f"`{verb}` is nothing to tell prodops; " + (f"did you mean `{near}`?" if near else f"write {FORM}")
