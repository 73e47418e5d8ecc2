"""Why nobody can tell whether two audiences meet; each says of which attribute it is."""

from dataclasses import dataclass

from prodops_cli.overlap.audiences.value import Kind, Term


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
