"""Practices: the playbooks, how things are done here."""

from typing import ClassVar, Literal

from prodops_cli.models.entity import Owned
from prodops_cli.models.reference import MetricRef, OwnerRef, ToolRef
from prodops_cli.models.values import Slug, Text


class Practice(Owned):
    """How something is done here."""

    kind: ClassVar[str] = "practice"
    folder: ClassVar[str] = "practices"
    in_order: ClassVar[frozenset[str]] = frozenset(("steps",))

    area: Slug | None = None
    """What it is about."""
    purpose: Text | None = None
    """Why it is done."""
    cadence: Text | None = None
    """How often."""
    steps: tuple[Text, ...] | None = None
    """What to do, in order."""
    url: Text | None = None
    """Where the steps are, if not here."""
    participants: tuple[OwnerRef, ...] | None = None
    """Who takes part."""
    tools: tuple[ToolRef, ...] | None = None
    """What is used."""
    metrics: tuple[MetricRef, ...] | None = None
    """How one sees that it works."""
    status: Literal["draft", "recommended", "required", "retired"] | None = None
    """Whether it holds."""

    @property
    def is_live(self) -> bool:
        """Whether it still holds."""
        return self.status != "retired"

    @property
    def is_in_force(self) -> bool:
        """Whether people are to do so."""
        return self.status in ("recommended", "required")
