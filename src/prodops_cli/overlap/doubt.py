"""Why nobody can tell whether two trials meet; each says of which dimension it is."""

from dataclasses import dataclass

from prodops_cli.overlap.audiences.doubt import AudienceDoubt
from prodops_cli.overlap.windows.window import TimeDoubt


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
