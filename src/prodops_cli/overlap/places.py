"""Places whose users are treated all together: what a switchback or a synthetic control needs for itself."""

from dataclasses import dataclass

from prodops_cli.overlap.windows.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Places:
    """Values of an attribute, whose `parents` say which place contains which. Without treated ones, nobody knows where.

    While the trial runs, it changes what is treated and needs what is compared (controls, donors) to stay as it is.
    In the pre-period, all of them must.
    """

    attribute: str
    treated: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    pre_period: Stretch | None = None

    @property
    def all(self) -> frozenset[str]:
        """What is treated and what is compared."""
        return self.treated | self.compared
