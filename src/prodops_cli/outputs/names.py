"""What things are called: an entity, a place in a document, what has the name of another."""

from collections import Counter
from collections.abc import Iterable, Iterator

from prodops_cli.documents.node import Address
from prodops_cli.findings import About


def entity(about: About) -> str:
    """An entity by its kind, id and name, with whom to ask: `metric signups "Sign-ups", owner growth`."""
    name = f' "{about.name}"' if about.name and about.name != about.id else ""
    owner = f", owner {about.owner}" if about.owner else ""
    return f"{about.kind} {about.id}{name}{owner}"


def address(steps: Address) -> str:
    """A place in a document: `variants.treatment.weight`, `surfaces[1]`."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return path.removeprefix(".")


def numbered(names: Iterable[str]) -> Iterator[str]:
    """The names, each once: the second `a` is `a 2`, for readers who know things by their names alone."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} {seen[name]}"
