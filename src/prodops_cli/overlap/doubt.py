"""Why nobody can tell whether two trials meet; each says of which dimension it is."""

from dataclasses import dataclass

from prodops_cli.overlap.value import Kind, Term
from prodops_cli.overlap.window import TimeDoubt


@dataclass(frozen=True, slots=True)
class OpaqueText:
    """An expression of another system, which nobody here can read."""

    attribute: str
    text: str

    @property
    def dimension(self) -> str:
        return f"audience.{self.attribute}"


@dataclass(frozen=True, slots=True)
class UndeclaredValue:
    """A value outside the declared ones, perhaps a slip for one of them."""

    attribute: str
    value: Term

    @property
    def dimension(self) -> str:
        return f"audience.{self.attribute}"


@dataclass(frozen=True, slots=True)
class MixedKinds:
    """Values of another kind than the declared one, or of several where none is declared."""

    attribute: str
    kinds: tuple[Kind, ...]

    @property
    def dimension(self) -> str:
        return f"audience.{self.attribute}"


@dataclass(frozen=True, slots=True)
class TooManyBranches:
    """Only so many pairs of `any_of` branches were compared, and none of them met."""

    compared: int

    @property
    def dimension(self) -> str:
        return "audience"


AudienceDoubt = OpaqueText | UndeclaredValue | MixedKinds | TooManyBranches


@dataclass(frozen=True, slots=True)
class Undated:
    """When the trial exposes its clients is not known."""

    trial: str
    why: TimeDoubt

    @property
    def dimension(self) -> str:
        return "time"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Which buckets of their layer the trials get is not known."""

    layer: str

    @property
    def dimension(self) -> str:
        return "layer"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Which places the trial treats is not known."""

    trial: str

    @property
    def dimension(self) -> str:
        return "geo"


@dataclass(frozen=True, slots=True)
class OtherPlaces:
    """One trial's places are values of this attribute, the other's of that; nobody said which lie in which."""

    attributes: tuple[str, str]

    @property
    def dimension(self) -> str:
        return "geo"


GeoDoubt = AudienceDoubt | Unplaced | OtherPlaces
Doubt = GeoDoubt | Undated | Unpacked
