"""Fixes: what files become when fixes are applied to them. Nothing is written here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from prodops_cli.documents.edit import ClashingEdits, Edit, edited
from prodops_cli.findings import Create, Fix, Move, Replace


def rewritten(files: Mapping[str, str], fixes: Iterable[Fix]) -> dict[str, str]:
    """The texts by path after all fixes. Raises ClashingEdits where two want the same range, or the same path."""
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    moves: dict[str, str] = {}
    created: dict[str, str] = {}
    for operation in (operation for fix in fixes for operation in fix.operations):
        match operation:
            case Replace(source, span, text):
                edits[source.path].append(Edit(span, text))
            case Move(path, to):
                moves[path] = to
            case Create(path, text):
                created[path] = text
    after = {moves.get(path, path): edited(text, edits[path]) for path, text in files.items()}
    if len(after | created) < len(files) + len(created):
        raise ClashingEdits(", ".join(sorted({*moves.values(), *created})))
    return after | created
