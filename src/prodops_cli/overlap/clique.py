"""The heaviest set of vertices of a graph of which each two are joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NODES = 5_000  # looked at before the search is given up


@dataclass(frozen=True, slots=True)
class Graph:
    """Vertices by number, the heaviest first, none lighter than 0; those that are joined to each, as bits."""

    weights: Sequence[int]
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
    branches = [Branch(0, 0, (1 << len(graph.weights)) - 1, sum(graph.weights))]
    while branches and nodes:
        branch = branches.pop()
        if branch.at_most > best.weight:
            nodes -= 1
            branch = _filled(branch, graph)
            best = max(best, branch, key=lambda each: each.weight)
            branches += _grown(branch, graph)
    at_most = max((branch.at_most for branch in branches), default=0)
    return Clique(best.vertices, best.weight, max(best.weight, at_most))


def _filled(branch: Branch, graph: Graph) -> Branch:
    """With the vertices that are joined to all others that it may have: they can only make it heavier."""
    sure = [each for each in _bits(branch.more) if branch.more & ~graph.joined[each] == 1 << each]
    bits = sum(1 << each for each in sure)
    weight = branch.weight + sum(graph.weights[each] for each in sure)
    return Branch(branch.vertices | bits, weight, branch.more ^ bits, branch.at_most)


def _grown(branch: Branch, graph: Graph) -> Iterator[Branch]:
    """With one vertex more, and those before it among the others; the most promising one last."""
    before = 0
    for vertex, colours in _coloured(branch.more, graph):
        weight = branch.weight + graph.weights[vertex]
        yield Branch(branch.vertices | 1 << vertex, weight, before & graph.joined[vertex], branch.weight + colours)
        before |= 1 << vertex


def _coloured(vertices: int, graph: Graph) -> Iterator[tuple[int, int]]:
    """The vertices by colour, no two of a colour joined, each with what one of every colour weighs so far."""
    weight = 0
    while vertices:
        colour = vertices
        weight += graph.weights[_lowest(colour)]
        while colour:
            vertex = _lowest(colour)
            yield vertex, weight
            vertices ^= 1 << vertex
            colour &= ~(graph.joined[vertex] | 1 << vertex)


def _bits(bits: int) -> Iterator[int]:
    while bits:
        yield _lowest(bits)
        bits &= bits - 1


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
