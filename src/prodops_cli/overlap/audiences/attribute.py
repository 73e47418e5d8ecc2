"""What a catalog declares of an attribute that audiences speak of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prodops_cli.overlap.audiences.value import Kind, Term, Value
from prodops_cli.overlap.audiences.version import Series, Version
from prodops_cli.overlap.bounds import TOLERANCE


@dataclass(frozen=True, slots=True)
class Attribute:
    """`kind` None: not declared, so it is of the kind of what constraints name."""

    kind: Kind | None = "text"
    values: tuple[Value, ...] = ()  # where there are any, every client has one of them, or one below them
    # Of the population, 0..1. What a child has is not counted again in its parent.
    shares: Mapping[Value, float] = field(default_factory=dict, hash=False)
    parents: Mapping[str, str] = field(default_factory=dict, hash=False)  # child: parent
    stable: bool = True
    many: bool = False
    # What follows from the above.
    declared: frozenset[Value] = field(init=False, repr=False, compare=False)
    above: frozenset[str] = field(init=False, repr=False, compare=False)  # the declared names, and all that contain one
    parts: Mapping[Value | None, float] = field(
        init=False, repr=False, compare=False
    )  # the shares, and under None what they leave

    def __post_init__(self) -> None:
        names = (value for value in self.values if isinstance(value, str))
        object.__setattr__(self, "declared", frozenset(self.values))
        object.__setattr__(self, "above", frozenset(name for value in names for name in self.lineage(value)))
        object.__setattr__(self, "parts", _parts(self.shares))

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
        if value in terms:
            return True
        match value:
            case str():
                return value in self.parents and any(name in terms for name in self.lineage(value))
            case Version():
                return any(isinstance(term, Series) and value in term for term in terms)
            case _:
                return False

    def undeclared(self, terms: Iterable[Term]) -> frozenset[Term]:
        """The terms that stand for none of the declared values, where values are declared."""
        if not self.values:
            return frozenset()
        return frozenset(term for term in terms if term not in self.above and not self._stands_for(term))

    def _stands_for(self, term: Term) -> bool:
        if isinstance(term, Series):
            return any(isinstance(value, Version) and value in term for value in self.declared)
        return self.among(term, self.declared)


def _parts(shares: Mapping[Value, float]) -> Mapping[Value | None, float]:
    """Shares below 0, or of more than 1 in all, say nothing."""
    rest = 1 - sum(shares.values())
    if rest < -TOLERANCE or min(shares.values(), default=0.0) < 0:
        return {None: 1.0}
    parts: dict[Value | None, float] = dict(shares.items())
    return parts | {None: rest if rest > TOLERANCE else 0.0}


UNDECLARED = Attribute(kind=None)
