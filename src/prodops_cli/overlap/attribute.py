"""What a catalog declares of an attribute that audiences speak of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prodops_cli.overlap.value import Kind, Term, Value
from prodops_cli.overlap.version import Series, Version


@dataclass(frozen=True, slots=True)
class Attribute:
    """`kind` None: not declared, so it is of the kind of what constraints name."""

    kind: Kind | None = "text"
    values: tuple[Value, ...] = ()  # where there are any, every client has one of them, or one below them
    # Of the population, 0..1. What a child has is not counted again in its parent.
    shares: Mapping[Value, float] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)  # child: parent
    stable: bool = True
    many: bool = False

    def lineage(self, name: str) -> Iterator[str]:
        """The name, its parent, and so on; a circle is walked once."""
        seen: set[str] = set()
        here: str | None = name
        while here is not None and here not in seen:
            yield here
            seen.add(here)
            here = self.parents.get(here)

    def among(self, value: Value, terms: frozenset[Term]) -> bool:
        """One of the terms is the value, contains it as a parent, or as a series of versions."""
        match value:
            case str():
                return any(name in terms for name in self.lineage(value))
            case Version():
                return value in terms or any(isinstance(term, Series) and value in term for term in terms)
            case _:
                return value in terms

    def undeclared(self, terms: Iterable[Term]) -> frozenset[Term]:
        """The terms that stand for none of the declared values, where values are declared."""
        if not self.values:
            return frozenset()
        declared = frozenset[Term](self.values)
        above = {name for value in self.values if isinstance(value, str) for name in self.lineage(value)}
        return frozenset(term for term in terms if term not in above and not self._stands_for(term, declared))

    def _stands_for(self, term: Term, declared: frozenset[Term]) -> bool:
        if isinstance(term, Series):
            return any(isinstance(value, Version) and value in term for value in declared)
        return self.among(term, declared)


UNDECLARED = Attribute(kind=None)
