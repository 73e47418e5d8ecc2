"""Assigning: a document in which keys have other values, as few characters changed as that takes."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prodops_cli.catalog.interpret import interpret
from prodops_cli.documents.amend import Unplaceable, put, removal
from prodops_cli.documents.called import with_indexes
from prodops_cli.documents.compose import compose
from prodops_cli.documents.decode import BYTE_ORDER_MARK
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.node import Address, Mapping
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source
from prodops_cli.failure import Misuse
from prodops_cli.fixes.sameness import is_same_elsewhere
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import key
from prodops_cli.models.mistakes import Mistake
from prodops_cli.models.shape import keys_at
from prodops_cli.trees.digest import blob_id
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree


class Assignment(NamedTuple):
    """A dotted key, and the value as somebody types it; the empty one takes the key away."""

    key: str
    value: str

    @classmethod
    def of(cls, said: str) -> "Assignment":
        """`contract.renewal=2026-12-01`. Raises Misuse."""
        name, sign, value = said.partition("=")
        if not (sign and name):
            raise Misuse(f"`{said}` sets nothing", "write key=value, such as status=running")
        if name in ("id", "kind"):
            raise Misuse(f"`{name}` is what it is known by", "`prodops rename KIND OLD NEW` changes an id everywhere")
        return cls(name, value.strip())


def assigned(entity: Entity, assignments: Sequence[Assignment]) -> Source:
    """The text of an entity's file afterwards. Raises Misuse for what can't be written."""
    document = entity.document
    for each in assignments:
        document = amended(document, type(entity), each)
    return document.source


def amended(document: Document, model: type[Entity], wanted: Assignment) -> Document:
    """The document with one more value. Raises Misuse."""
    way = way_to(document, model, wanted)
    try:
        if not wanted.value:
            edit = removal(document.source, document.node, way)
            return written(document, edit) if edit else document
        made = [written(document, edit) for edit in edits(document, model, way, wanted.value)]
    except Unplaceable as unplaceable:
        raise Misuse(
            f"`{wanted.key}` can't be written: {unplaceable.reason}", "change it in an editor"
        ) from unplaceable
    if not made:
        raise Misuse(f"`{wanted.value}` can't be written", "leave out characters that can't be seen")
    fitting = (each for each in made if not mistakes(each, model, way))
    return next(fitting, made[0])


def way_to(document: Document, model: type[Entity], wanted: Assignment) -> Address:
    """The address that a dotted key means in a document. Raises Misuse for a key or an item that isn't there."""
    steps = tuple(wanted.key.split("."))
    try:
        way = with_indexes(document.value, steps)
    except KeyError as error:
        raise Misuse(
            f"`{wanted.key}` names no item `{error.args[0]}`", "name one as it is called in its list, or by its number"
        ) from error
    key(model, ".".join(keys_of(way)))
    return way


def keys_of(way: Address) -> tuple[str, ...]:
    """An address as models know it: without the items of lists."""
    return tuple(step for step in way if isinstance(step, str))


def edits(document: Document, model: type[Entity], way: Address, value: str) -> Iterator[Edit]:
    """The ways to write a value: as it is typed, as text, and each of them as the only item of a list."""
    quoted = json.dumps(value, ensure_ascii=False)
    for text in (value, quoted, f"[{value}]", f"[{quoted}]"):
        if is_one_value(text):
            yield put(document.source, document.node, way, text, lambda address: keys_at(model, keys_of(address)))


def is_one_value(text: str) -> bool:
    """Whether a text is one value of YAML wherever it stands, and nothing beside it."""
    start = "{k: "
    try:
        (root,) = compose(Source("", f"{start}{text}}}", "")).roots
    except (Refused, ValueError):
        return False
    entry = root.entries.get("k") if isinstance(root, Mapping) and len(root.entries) == 1 else None
    return entry is not None and entry.node.span == (len(start), len(start) + len(text))


def written(document: Document, *edits: Edit) -> Document:
    """The document after edits that change nothing else. Raises Unplaceable."""
    before = document.source
    text = edited(before.text, edits)
    after = Source(before.path, text, blob_id(text.encode()))
    try:
        if not is_same_elsewhere(before, after, edits):
            raise Unplaceable("more would change with it, or a comment be lost")
        found = read(after).documents
    except Refused as refused:
        raise Unplaceable("the document could not be read afterwards") from refused
    return next(each for each in found if (each.index, each.item) == (document.index, document.item))


def mistakes(document: Document, model: type[Entity], way: Address) -> bool:
    """Whether reading finds a mistake at an address, or inside."""
    found = interpret(document, model.kind, alone=True).wrong
    return any(isinstance(each, Mistake) and each.address[: len(way)] == way for each in found)


def step_of(tree: Tree, after: Source) -> tuple[Step, ...]:
    """The step to a text; none where the file holds it already."""
    before = tree.read(after.path)
    mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else b""
    step = Step(after.path, before, mark + after.text.encode())
    return (step,) if step.before != step.after else ()
