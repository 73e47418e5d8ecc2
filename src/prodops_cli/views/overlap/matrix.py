"""What `prodops overlap --matrix` prints: who meets whom, in groups that have nothing to do with each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from prodops_cli.encounters.asked.standing import Sort, Standing
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import columns, shown, wrap
from prodops_cli.phrases import count
from prodops_cli.views.table import cut

MARKS: Final = {Sort.in_the_way: "X", Sort.unsure: "?", Sort.agreed: "=", Sort.beside: "o"}
LEGEND: Final = "X in each other's way  ? nobody can tell  = agreed  o side by side  · don't meet"
INKS: Final = {"X": Ink.red, "?": Ink.yellow}
NOBODY: Final = "·"
ITSELF: Final = "\\"
LONGEST_LABEL: Final = 40


@dataclass(frozen=True)
class Matrix:
    """The pairs that meet from today on, or may; and the experiments, not over, that are asked about."""

    standings: tuple[Standing, ...]
    live: frozenset[str]

    @cached_property
    def marks(self) -> Mapping[tuple[str, str], str]:
        """A mark for each pair, by the ids in either order."""
        told = {each.pair.ids: MARKS[each.sort] for each in self.standings if each.sort in MARKS}
        return {**told, **{(b, a): mark for (a, b), mark in told.items()}}

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The ids of those that meet, directly or through others; the largest group first."""
        neighbours: defaultdict[str, list[str]] = defaultdict(list)
        for a, b in self.marks:
            neighbours[a].append(b)
        found, seen = [], set[str]()
        for id in sorted(neighbours):
            if id not in seen:
                group = reached(id, neighbours)
                seen |= group
                found.append(tuple(sorted(group)))
        return tuple(sorted(found, key=lambda group: (-len(group), group)))

    def lines(self, look: Look) -> Iterator[str]:
        """A square for each group; a list of neighbours where a square would be too wide."""
        for number, group in enumerate(self.groups):
            if number:
                yield ""
            yield from self.square(group, look) if fits(group, look) else self.lists(group, look)
        if self.groups:
            yield ""
            yield from wrap(LEGEND, look.width)
        else:
            yield "nobody meets anybody from today on"
        alone = len(self.live.difference(*self.groups))
        if alone and self.groups:
            yield f"{count(alone, 'experiment')} {'meets' if alone == 1 else 'meet'} nobody from today on"

    def square(self, group: Sequence[str], look: Look) -> Iterator[str]:
        """A row and a column for each."""
        cell, label = len(str(len(group))), label_of(group, look)
        numbers = [str(number + 1).rjust(cell) for number in range(len(group))]
        yield " " * (cell + label + 2) + " ".join(numbers)
        for number, id in zip(numbers, group, strict=True):
            marks = [self.marks.get((id, other), ITSELF if id == other else NOBODY).rjust(cell) for other in group]
            yield f"{headed(number, id, label)} {' '.join(painted(mark, look) for mark in marks)}"

    def lists(self, group: Sequence[str], look: Look) -> Iterator[str]:
        """For each the numbers of those that it meets, by mark."""
        cell, label = len(str(len(group))), label_of(group, look)
        numbers = {id: number + 1 for number, id in enumerate(group)}
        for id in group:
            met = [(self.marks[id, other], str(numbers[other])) for other in group if (id, other) in self.marks]
            said = "  ".join(
                f"{mark} {' '.join(number for each, number in met if each == mark)}"
                for mark in MARKS.values()
                if any(each == mark for each, _ in met)
            )
            first, *more = wrap(said, max(look.width - cell - label - 2, cell + 2))
            yield f"{headed(str(numbers[id]).rjust(cell), id, label)} {first}"
            yield from (" " * (cell + label + 2) + line for line in more)


def reached(start: str, neighbours: Mapping[str, Sequence[str]]) -> set[str]:
    """All that can be reached from one."""
    found, waiting = {start}, [start]
    while waiting:
        for other in neighbours[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def label_of(group: Sequence[str], look: Look) -> int:
    """How wide the ids may be."""
    return min(max(columns(shown(id)) for id in group), LONGEST_LABEL, look.width // 2)


def fits(group: Sequence[str], look: Look) -> bool:
    """Whether a square of so many is no wider than the screen."""
    cell = len(str(len(group)))
    return cell + label_of(group, look) + 1 + len(group) * (cell + 1) <= look.width


def headed(number: str, id: str, label: int) -> str:
    """A number and an id, filled up."""
    short = cut(shown(id), label)
    return f"{number} {short}{' ' * (label - columns(short))}"


def painted(mark: str, look: Look) -> str:
    """A mark in colour, if there is colour."""
    ink = INKS.get(mark.strip())
    return look.paint(mark, ink) if ink else mark
