"""No chain of references is a circle.

A goal that is its own grandparent adds up to nothing, a metric that is calculated
from itself has no value, and of two experiments that require each other neither can
begin. Cycles are made by two people who each change one file, and neither sees the
other's.

Followed are `parent`, a metric's `inputs`, numerator and denominator, `replaced_by`,
`requires` and `depends_on`.

## Bad

```yaml goals/faster.yaml
id: faster
parent: growth
#       ^^^^^^ `faster` → `growth` → `faster`: each of them is above itself; remove one `parent`
```
```yaml goals/growth.yaml
id: growth
parent: faster
```

## Good

```yaml goals/faster.yaml
id: faster
parent: growth
```
```yaml goals/growth.yaml
id: growth
```
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule

RELATIONS = {"numerator": "inputs", "denominator": "inputs"} | {
    name: name for name in ("parent", "inputs", "replaced_by", "requires", "depends_on")
}
ADVICE = {
    "parent": "each of them is above itself; remove one `parent`",
    "inputs": "a metric is calculated from itself; remove one of the inputs",
    "replaced_by": "whoever follows comes back; remove the `replaced_by` of the one that stays",
    "requires": "none of them can begin; remove one from `requires`",
    "depends_on": "none of them can come first; remove one from `depends_on`",
}

Graph: TypeAlias = Mapping[str, Mapping[str, Mention]]
"""Who refers to whom, by id, and where."""


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each cycle, at the reference of its smallest id."""
    for (_, relation), graph in graphs(catalog).items():
        for cycle in cycles(graph):
            yield problem(graph, cycle, ADVICE[relation])


def problem(graph: Graph, cycle: Sequence[str], advice: str) -> Problem:
    """What is said of a cycle."""
    round_trip = (*cycle, cycle[0])
    first, *others = (graph[one][next_one] for one, next_one in pairwise(round_trip))
    return Problem(
        first.place,
        f"{' → '.join(f'`{id}`' for id in round_trip)}: {advice}",
        related=tuple(Related(each.place, f"`{each.by.id}` names `{each.reference.id}` here") for each in others),
        detail=" ".join(cycle),
    )


def graphs(catalog: Catalog) -> Mapping[tuple[str, str], Graph]:
    """A graph for each relation within a kind."""
    found: defaultdict[tuple[str, str], dict[str, dict[str, Mention]]] = defaultdict(dict)
    for mention in catalog.references:
        kind, id = mention.reference.kind, mention.reference.id
        relation = relation_of(mention) if kind == mention.by.kind else None
        if relation:
            found[kind, relation].setdefault(mention.by.id, {}).setdefault(id, mention)
    return found


def relation_of(mention: Mention) -> str | None:
    """By what it refers: the last key of the address."""
    keys = [step for step in mention.reference.address if isinstance(step, str)]
    return RELATIONS.get(keys[-1])


def cycles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """A cycle for each reference that leads back: without these references there would be none."""
    done: set[str] = set()
    for start in sorted(graph):
        if start not in done:
            yield from cycles_from(start, graph, done)


def cycles_from(start: str, graph: Graph, done: set[str]) -> Iterator[tuple[str, ...]]:
    """The cycles that are met on all ways from one id; `done` are the ids from which nothing new is met."""
    path, within, ahead = [start], {start}, [iter(graph[start])]
    while ahead:
        id = next(ahead[-1], None)
        if id is None:
            ahead.pop()
            done.add(path[-1])
            within.remove(path.pop())
        elif id in within:
            yield from_smallest(path[path.index(id) :])
        elif id in graph and id not in done:
            path.append(id)
            within.add(id)
            ahead.append(iter(graph[id]))


def from_smallest(cycle: Sequence[str]) -> tuple[str, ...]:
    """The same cycle, beginning with its smallest id."""
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first])


CASES = """
## Bad: metrics, two cycles, and one of itself

```yaml metrics/metrics.yaml
- {id: a, name: a, inputs: [b, z], definition: {denominator: c}}
#                           ^ `a` → `b` → `a`: a metric is calculated from itself; remove one of the inputs
#                                                            ^ `a` → `c` → `a`: a metric is calculated from itself;
                                                               remove one of the inputs
- {id: c, name: c, inputs: [a]}
- {id: b, name: b, inputs: [a]}
- {id: d, name: d, inputs: [d]}
#                           ^ `d` → `d`: a metric is calculated from itself; remove one of the inputs
- {id: z, name: z, inputs: [c0]}
- {id: c0, name: z}
```

## Bad: replacements, requirements, launches

```yaml tools/tools.yaml
- {id: x, name: x, replaced_by: y}
#                               ^ `x` → `y` → `x`: whoever follows comes back; remove the `replaced_by` of the one that
                                  stays
- {id: y, name: y, replaced_by: x}
```
```yaml experiments/experiments.yaml
- {id: x, name: x, requires: [y]}
#                             ^ `x` → `y` → `x`: none of them can begin; remove one from `requires`
- {id: y, name: y, requires: [x], excludes: [x]}
```
```yaml launches/launches.yaml
- {id: x, name: x, depends_on: [x]}
#                               ^ `x` → `x`: none of them can come first; remove one from `depends_on`
```
```yaml owners/teams.yaml
- {id: x, name: x, type: team, parent: y}
#                                      ^ `x` → `y` → `x`: each of them is above itself; remove one `parent`
- {id: y, name: y, type: team, parent: x}
```

## Good: two ways to one end, and other relations

```yaml metrics/metrics.yaml
- {id: a, name: a, inputs: [b, c]}
- {id: b, name: b, inputs: [d]}
- {id: c, name: c, inputs: [d]}
- {id: d, name: d, replaced_by: a}
```
```yaml experiments/experiments.yaml
- {id: x, name: x, excludes: [y]}
- {id: y, name: y, excludes: [x]}
```
"""
