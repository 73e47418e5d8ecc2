"""Parts: what has nothing to do with the rest is solved by itself, which is quicker and just as good."""

from collections import defaultdict
from collections.abc import Iterator

from prodops_cli.scheduling.problem import Pool, Problem


def parts(problem: Problem) -> tuple[Problem, ...]:
    """The problem in parts, each of which knows nothing of the others; in the order of their first items."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    root = roots(problem)
    for item in problem.items:
        groups[root[item.id]].add(item.id)
    return tuple(part(problem, ids) for ids in groups.values())


def roots(problem: Problem) -> dict[str, str]:
    """By id: an id that stands for all that hang together."""
    root = {item.id: item.id for item in problem.items}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    for one, other in ties(problem):
        root[find(one)] = find(other)
    return {id: find(id) for id in root}


def ties(problem: Problem) -> Iterator[tuple[str, str]]:
    """Each two of which one cannot be placed without the other."""
    yield from ((each.one, each.other) for each in problem.rivals)
    yield from ((each.one, each.other) for each in problem.requirements)
    for pool in problem.pools:
        first, *others = pool.needs
        yield from ((first, other) for other in others)


def part(problem: Problem, ids: set[str]) -> Problem:
    """What is about these items."""
    return Problem(
        tuple(item for item in problem.items if item.id in ids),
        tuple(each for each in problem.rivals if each.one in ids),
        tuple(pool for pool in problem.pools if is_about(pool, ids)),
        tuple(each for each in problem.requirements if each.one in ids),
    )


def is_about(pool: Pool, ids: set[str]) -> bool:
    """Whether its members are among these."""
    return not ids.isdisjoint(pool.needs)
