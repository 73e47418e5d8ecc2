"""Joint results as the statistics' values: a table of this experiment's variants and another's."""

from collections.abc import Mapping
from dataclasses import dataclass

from prodops_cli.models.outcome import Cell, JointResult
from prodops_cli.statistics.interaction import Group, converted


@dataclass(frozen=True, slots=True)
class JointTable:
    """A cell with its units for each pair of variants; the variants in the order of the text."""

    variants: tuple[str, ...]
    others: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def units(self) -> tuple[tuple[int, ...], ...]:
        """How many units saw each pair: a row for each of this experiment's variants."""
        return tuple(tuple(self.cells[row, column].units or 0 for column in self.others) for row in self.variants)

    def group(self, variant: str, other: str) -> Group | None:
        """The units of a cell, with what was measured of them; None where nothing was, or what can't be."""
        cell = self.cells[variant, other]
        if not cell.units:
            return None
        if cell.conversions is not None:
            return converted(cell.units, cell.conversions) if cell.conversions <= cell.units else None
        if cell.mean is None or cell.sd is None or cell.sd < 0:
            return None
        return Group(cell.units, cell.mean, cell.sd * cell.sd)


def table(joint: JointResult) -> JointTable | None:
    """The table; None where a pair is missing, or there twice."""
    named = [((cell.variant, cell.other), cell) for cell in joint.cells or () if cell.variant and cell.other]
    variants = tuple(dict.fromkeys(variant for (variant, _), _ in named if variant))
    others = tuple(dict.fromkeys(other for (_, other), _ in named if other))
    cells = {(variant, other): cell for (variant, other), cell in named if variant and other and cell.units is not None}
    is_whole = len(cells) == len(variants) * len(others) == len(joint.cells or ())
    return JointTable(variants, others, cells) if is_whole and cells else None
