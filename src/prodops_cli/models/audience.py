"""Audiences: on whom something is tried or launched, as constraints on attributes."""

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from pydantic import ConfigDict, Field

from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part
from prodops_cli.models.values import Flag, Scalar, Shorthand, Text

Bound: TypeAlias = Scalar


class Constraint(Part):
    """What one attribute of a client must satisfy; several conditions must all hold."""

    in_: tuple[Scalar, ...] | None = Field(default=None, alias="in")
    """One of these values; a list alone means the same."""
    not_in: tuple[Scalar, ...] | None = None
    """None of these values; a client without the attribute satisfies it."""
    is_: Flag | None = Field(default=None, alias="is")
    """True or false; a bool alone means the same."""
    gte: Bound | None = None
    """At least."""
    gt: Bound | None = None
    """More than."""
    lte: Bound | None = None
    """At most."""
    lt: Bound | None = None
    """Less than."""
    min: Bound | None = None
    """At least; a version may end in a star."""
    max: Bound | None = None
    """At most; a version may end in a star."""
    exists: Flag | None = None
    """Whether the client has the attribute at all."""
    opaque: Text | None = None
    """Another system's expression, which is not looked into."""

    def sense(self, name: str) -> object:
        """What clients send is compared to the letter."""
        value = getattr(self, name)
        return frozenset((type(item), item) for item in value) if isinstance(value, tuple) else value


AnyConstraint: TypeAlias = Annotated[Constraint, Shorthand("in", list), Shorthand("is", bool)]


class Audience(Part):
    """Constraints by attribute, all of which hold; or `any_of` several audiences."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, AnyConstraint] = Field(init=False)

    any_of: tuple["Audience", ...] | None = None
    """One of these audiences."""

    @property
    def constraints(self) -> dict[str, Constraint]:
        """The constraints by attribute, in the order of the text."""
        return self.__pydantic_extra__

    def each(self, address: Address) -> Iterator[tuple[Address, Constraint]]:
        """All constraints with their addresses, in the order of the text; `address` is the audience's own."""
        for name, constraint in self.constraints.items():
            yield (*address, name), constraint
        for index, alternative in enumerate(self.any_of or ()):
            yield from alternative.each((*address, "any_of", index))
