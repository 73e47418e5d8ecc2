"""Material: all that there is to import from one source."""

from dataclasses import dataclass

from prodops_cli.importers.record import Record
from prodops_cli.models.mapping import SourceMapping


@dataclass(frozen=True, slots=True)
class Material:
    """The records of a source, and how they are read; `system` is what `external` calls it.

    `is_own` where the records are documents that were exported: they are known by their ids, and each cell counts.
    """

    system: str
    mapping: SourceMapping
    records: tuple[Record, ...]
    is_own: bool = False
