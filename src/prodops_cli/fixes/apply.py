"""Fixes on a tree: the steps that they come to, computed on the bytes that the findings were found in."""

from collections.abc import Iterable, Mapping, Sequence

from prodops_cli.documents.decode import BYTE_ORDER_MARK, decode
from prodops_cli.documents.edit import ClashingEdits
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source
from prodops_cli.findings import Fix, Replace
from prodops_cli.fixes.rewrite import Rewriting
from prodops_cli.fixes.sameness import is_same_elsewhere
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree


class Unfit(Exception):
    """Fixes that must not be applied; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def steps_of(tree: Tree, fixes: Sequence[Fix]) -> tuple[Step, ...]:
    """What happens to which file, sorted by path. Raises Unfit for fixes that clash or change what they don't say."""
    try:
        wanted = Rewriting.of(fixes)
        before = {path: tree.read(path) for path in wanted.needed}
        sources = {path: decode(path, data) for path, data in before.items()}
        refuse_stale(sources, fixes)
        texts = wanted.after({path: source.text for path, source in sources.items()})
    except ClashingEdits as error:
        raise Unfit("it wants the same place as another fix") from error
    refuse_damage(sources, texts, wanted)
    refuse_collision(tree, texts.keys() - before.keys())
    came = {to: path for path, to in wanted.moves.items()}
    after = {path: mark(before.get(came.get(path, path))) + text.encode() for path, text in texts.items()}
    steps = (Step(path, before.get(path), after.get(path), came.get(path, "")) for path in sorted(before | after))
    return tuple(step for step in steps if step.before != step.after)


def refuse_stale(sources: Mapping[str, Source], fixes: Iterable[Fix]) -> None:
    """Ranges are true for the bytes alone that they were found in."""
    for operation in (operation for fix in fixes for operation in fix.operations):
        if isinstance(operation, Replace) and sources[operation.source.path].digest != operation.source.digest:
            raise Unfit(f"`{operation.source.path}` has changed since it was read")


def refuse_damage(sources: Mapping[str, Source], texts: Mapping[str, str], wanted: Rewriting) -> None:
    """What is edited must read as before, but for the edit."""
    for path, edits in wanted.edits.items():
        to = wanted.moves.get(path, path)
        try:
            # The mark does not count: `decode` wants bytes, and bytes of a file without a mark are its text.
            is_same = is_same_elsewhere(sources[path], decode(to, texts[to].encode()), edits)
        except Refused as error:
            raise Unfit(f"`{to}` could not be read afterwards") from error
        if not is_same:
            raise Unfit(f"it would change more of `{to}` than it says")


def refuse_collision(tree: Tree, new: Iterable[str]) -> None:
    """Nothing is written over a file that nobody meant."""
    for path in sorted(new):
        if any(True for _ in tree.walk(path)):
            raise Unfit(f"there is a file `{path}` already")


def mark(before: bytes | None) -> bytes:
    """The byte order mark that a file had."""
    return BYTE_ORDER_MARK if before is not None and before.startswith(BYTE_ORDER_MARK) else b""
