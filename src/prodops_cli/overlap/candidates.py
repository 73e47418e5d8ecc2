"""The pairs worth comparing: those that share a key at one time, found without looking at the others."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from prodops_cli.overlap.surface import above
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import Stretch

Parents = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Span:
    """What pairs are found by: a time, and keys, such as surfaces, layers, metrics or units."""

    stretch: Stretch
    keys: Collection[str]


def unit_pairs(trials: Iterable[Trial]) -> Iterator[tuple[Trial, Trial]]:
    """The pairs of which one has places, that may want them at one time, near one surface or for one primary metric.

    Each pair once, the lower id first. Costs as much as there are others near the few that have places.
    """
    ordered = sorted(trials, key=lambda trial: trial.id)
    spans = [Span(trial.wanted, _concerns(trial)) for trial in ordered]
    local = [position for position, trial in enumerate(ordered) if trial.places]
    met = ((local[one], other) for one, other in crossings([spans[position] for position in local], spans))
    found = {(min(pair), max(pair)) for pair in met if len(set(pair)) > 1}
    return ((ordered[low], ordered[high]) for low, high in sorted(found))


def _concerns(trial: Trial) -> tuple[str, ...]:
    """Its surfaces, all that contains them, and its primary metrics."""
    surfaces = dict.fromkeys(name for surface in trial.surfaces for name in (surface, *above(surface)))
    return (*surfaces, *(f"metric {metric}" for metric in sorted(trial.primary)))


def pairs(spans: Sequence[Span], parents: Parents = lambda _: ()) -> Iterator[tuple[int, int]]:
    """The positions of two spans that have a time in common and a key, or of which one has a parent of the other's key.

    Each pair once, the lower position first. Costs n log n for n spans, and as much as there are pairs, not n².
    """
    order = [position for position, span in enumerate(spans) if not span.stretch.empty]
    order.sort(key=lambda position: spans[position].stretch.start)
    seen: set[tuple[int, int]] = set()
    for first, second in _meetings([spans[position] for position in order], parents):
        one, other = order[first], order[second]
        pair = (one, other) if one < other else (other, one)
        # Two that have one key each meet at one key only.
        if max(len(spans[one].keys), len(spans[other].keys)) > 1:
            if pair in seen:
                continue
            seen.add(pair)
        yield pair


def crossings(some: Sequence[Span], others: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The positions of one of some and one of the others that have a time in common and a key; once for each key."""
    spans = [*some, *others]
    order = [position for position, span in enumerate(spans) if not span.stretch.empty]
    order.sort(key=lambda position: spans[position].stretch.start)
    at: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for rank, position in enumerate(order):
        for key in spans[position].keys:
            at[key][position >= len(some)].append(rank)
    ranked = [spans[position] for position in order]
    for mine, theirs in at.values():
        for one, other in _followers(ranked, mine, theirs):
            yield order[one], order[other] - len(some)
        for other, one in _followers(ranked, theirs, mine):
            yield order[one], order[other] - len(some)


def _meetings(spans: Sequence[Span], parents: Parents) -> Iterator[tuple[int, int]]:
    """Of spans in the order in which they start; once for each key at which two meet."""
    at: dict[str, list[int]] = defaultdict(list)
    for rank, span in enumerate(spans):
        for key in span.keys:
            at[key].append(rank)
    below: dict[str, list[int]] = defaultdict(list)
    for key, ranks in at.items():
        for parent in parents(key):
            if parent in at:
                below[parent] += ranks
    for key, ranks in at.items():
        if len(ranks) > 1:
            yield from _followers(spans, ranks, ranks)
        if key in below:
            lower = sorted(set(below[key]))
            yield from _followers(spans, ranks, lower)
            yield from _followers(spans, lower, ranks)


def _followers(spans: Sequence[Span], some: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of some, with those of the others that start later, before it stops. Both are sorted."""
    for rank in some:
        stop = spans[rank].stretch.stop
        for place in range(bisect_right(others, rank), len(others)):
            if spans[others[place]].stretch.start >= stop:
                break
            yield rank, others[place]
