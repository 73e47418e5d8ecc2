"""Layers: traffic that experiments share."""

from typing import Annotated, ClassVar, Final, Literal, TypeAlias

from pydantic import Field

from prodops_cli.models.entity import Owned
from prodops_cli.models.values import Count, Slug, Surface, Text

DEFAULT_BUCKETS: Final = 10_000

BucketRange: TypeAlias = Annotated[tuple[Count, ...], Field(min_length=2, max_length=2)]
"""Half-open: from the first bucket up to, and without, the second."""


class Layer(Owned):
    """Traffic divided into buckets, so that its experiments never meet."""

    kind: ClassVar[str] = "layer"
    folder: ClassVar[str] = "layers"
    smallest: ClassVar[dict[str, str]] = Owned.smallest | {"unit": "user"}

    unit: Slug | None
    """What is put into buckets: user, account, device …"""
    status: Literal["active", "retired"] | None = None
    """Where it stands in its life; active if nothing is said."""
    buckets: Count | None = None
    """How many buckets there are; 10,000 if nothing is said."""
    packing: Literal["strict", "audience_aware"] | None = None
    """Whether experiments with audiences that can't meet may share buckets; strict if nothing is said."""
    reserved: tuple[BucketRange, ...] | None = None
    """Buckets that no experiment may take."""
    surfaces: tuple[Surface, ...] | None = None
    """Where its experiments happen."""
    salt: Text | None = None
    """What the assignment is seeded with."""

    @property
    def size(self) -> int:
        """How many buckets it has."""
        return self.buckets or DEFAULT_BUCKETS

    @property
    def is_live(self) -> bool:
        """Whether anybody still uses it."""
        return self.status != "retired"

    def sense(self, name: str) -> object:
        """A salt is hashed as it is written."""
        return self.salt if name == "salt" else super().sense(name)
