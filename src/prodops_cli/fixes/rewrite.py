"""A rewriting: what several fixes want together, by path."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prodops_cli.documents.edit import ClashingEdits, Edit, edited
from prodops_cli.findings import Create, Fix, Move, Replace


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Replacements by path, new paths by old ones, and the texts of new files."""

    edits: Mapping[str, list[Edit]]
    moves: Mapping[str, str]
    created: dict[str, str]

    @classmethod
    def of(cls, fixes: Iterable[Fix]) -> "Rewriting":
        """What fixes want. Raises ClashingEdits where two want the same path."""
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        moves: dict[str, str] = {}
        created: dict[str, str] = {}
        for operation in (operation for fix in fixes for operation in fix.operations):
            match operation:
                case Replace(source, span, text):
                    edits[source.path].append(Edit(span, text))
                case Move(path, to):
                    claim(moves, path, to)
                case Create(path, text):
                    claim(created, path, text)
        return cls(edits, moves, created)

    @property
    def needed(self) -> tuple[str, ...]:
        """The files that are edited or moved."""
        return tuple(sorted(self.edits.keys() | self.moves.keys()))

    def after(self, files: Mapping[str, str]) -> dict[str, str]:
        """The texts by path. Raises ClashingEdits where two want the same range, or the same path."""
        after = {self.moves.get(path, path): edited(text, self.edits.get(path, ())) for path, text in files.items()}
        if len(after | self.created) < len(files) + len(self.created):
            raise ClashingEdits(", ".join(sorted({*self.moves.values(), *self.created})))
        return after | self.created


def claim(claimed: dict[str, str], path: str, wanted: str) -> None:
    """Notes what is wanted for a path, once. Raises ClashingEdits where something else is."""
    if claimed.setdefault(path, wanted) != wanted:
        raise ClashingEdits(wanted)


def rewritten(files: Mapping[str, str], fixes: Iterable[Fix]) -> dict[str, str]:
    """The texts by path after all fixes. Raises ClashingEdits where two want the same range, or the same path."""
    return Rewriting.of(fixes).after(files)
