"""An entity's past: which commits changed it, and which of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.phrases import count, day


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that changed an entity (`commit` is empty for what is not committed yet), and what is other since."""

    commit: str
    date: date | None
    author: str
    subject: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """The last steps, newest first; how many older commits touched the file; why nothing (more) is known."""

    steps: tuple[Step, ...] = ()
    older: int = 0
    unknown: str = ""


def past(found: Past, today: date, look: Look) -> Iterator[str]:
    """The lines of a past."""
    for step in found.steps:
        head = (
            f"{step.commit}  {day(step.date, today)}  {step.author}: {step.subject}" if step.date else "not committed"
        )
        yield from hanging(head, 2, look)
        yield from (look.paint(line, Ink.blue) for line in hanging(", ".join(step.what), 4, look))
    if found.older:
        yield f"  {count(found.older, 'older commit')} of this file: `git log --follow` has them all"
    if found.unknown:
        yield from hanging(found.unknown, 2, look)


def hanging(text: str, indent: int, look: Look) -> Iterator[str]:
    """A text, made safe and wrapped, of which all lines but the first are indented further."""
    first, *more = wrap(shown(text), look.width - indent - 2)
    yield " " * indent + first
    yield from (" " * (indent + 2) + line for line in more)
