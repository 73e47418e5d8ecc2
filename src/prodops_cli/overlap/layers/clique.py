"""The heaviest set of vertices of a graph of which each two are joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

NODES = 2_000  # looked at before the search is given up


@dataclass(frozen=True, slots=True)
class Graph:
    """What each vertex weighs, none less than 0, and those that are joined to it, as bits."""

    weights: Mapping[int, int]
    joined: Sequence[int]


@dataclass(frozen=True, slots=True)
class Clique:
    """As bits; where the search was given up, there may be a heavier one, of at most this weight."""

    vertices: int
    weight: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A clique, the vertices that are joined to all of it, and what it may weigh with some of them."""

    vertices: int
    weight: int
    more: int
    at_most: int


def heaviest(graph: Graph, nodes: int = NODES) -> Clique:
    """By branch and bound: no clique has two vertices of one colour, so it is no heavier than one of each."""
    best = Branch(0, 0, 0, 0)
    branches = [Branch(0, 0, sum(1 << vertex for vertex in graph.weights), sum(graph.weights.values()))]
    while branches and nodes:
        branch = branches.pop()
        if branch.at_most > best.weight:
            nodes -= 1
            branch = _filled(branch, graph)
            best = max(best, branch, key=lambda each: each.weight)
            branches += _grown(branch, graph, best.weight)
    at_most = max((branch.at_most for branch in branches), default=0)
    return Clique(best.vertices, best.weight, max(best.weight, at_most))


def _filled(branch: Branch, graph: Graph) -> Branch:
    """With the vertices that are joined to all others that it may have: they can only make it heavier."""
    sure = [each for each in bits(branch.more) if branch.more & ~graph.joined[each] == 1 << each]
    added = sum(1 << each for each in sure)
    weight = branch.weight + sum(graph.weights[each] for each in sure)
    return Branch(branch.vertices | added, weight, branch.more ^ added, branch.at_most)


def _grown(branch: Branch, graph: Graph, best: int) -> Iterator[Branch]:
    """With one vertex more, and those before it among the others, if better than the best; the most promising last."""
    before = 0
    for vertex, colours in _coloured(branch.more, graph):
        at_most = branch.weight + colours
        if at_most > best:
            weight = branch.weight + graph.weights[vertex]
            yield Branch(branch.vertices | 1 << vertex, weight, before & graph.joined[vertex], at_most)
        before |= 1 << vertex


def _coloured(vertices: int, graph: Graph) -> Iterator[tuple[int, int]]:
    """The vertices by colour, no two of a colour joined, each with what one of every colour weighs at most so far."""
    before = 0
    while vertices:
        colour, weight = vertices, 0
        while colour:
            vertex = _lowest(colour)
            weight = max(weight, graph.weights[vertex])
            yield vertex, before + weight
            vertices ^= 1 << vertex
            colour &= ~(graph.joined[vertex] | 1 << vertex)
        before += weight


def bits(some: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while some:
        yield _lowest(some)
        some &= some - 1


def _lowest(some: int) -> int:
    return (some & -some).bit_length() - 1
