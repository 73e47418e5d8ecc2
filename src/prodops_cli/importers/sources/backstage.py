"""Backstage's references, written out: a name alone means another kind or namespace by where it stands."""

from collections.abc import Mapping, Sequence
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.record import Record, at

HERE: Final = "default"
KINDS: Final = {"owner": "group", "parent": "group", "members": "user", "memberOf": "group"}
"""What a reference without a kind means, by its field."""
HANDLES: Final = {"team": "github.com/team-slug", "login": "github.com/user-login"}
"""The annotations that say what GitHub calls a group or a user."""


def prepared(records: Sequence[Record]) -> list[Record]:
    """The entities, with what they are called, and references that say all."""
    return [record.saying(whole(record.value)) for record in records]


def whole(entity: Mapping[str, Value]) -> dict[str, Value]:
    """An entity with its own reference, whole references, and its handles out of the annotations."""
    namespace = str(at(entity, "metadata.namespace") or HERE)
    metadata, spec = mapping(entity.get("metadata")), mapping(entity.get("spec"))
    named = {key: references(spec[key], kind, namespace) for key, kind in KINDS.items() if spec.get(key)}
    name = metadata.get("name")
    own: dict[str, Value] = {"ref": reference(str(name), str(entity.get("kind", "")), namespace)} if name else {}
    noted = mapping(metadata.get("annotations"))
    github = {key: noted.pop(annotation) for key, annotation in HANDLES.items() if annotation in noted}
    said: dict[str, Value] = {"metadata": {**metadata, "annotations": noted}, "spec": {**spec, **named}}
    return {**entity, **own, **said, "read": github}


def mapping(value: Value) -> dict[str, Value]:
    """A mapping of one's own; an empty one of anything else."""
    return dict(value) if isinstance(value, dict) else {}


def references(value: Value, kind: str, namespace: str) -> Value:
    """A reference, or each of a list."""
    if isinstance(value, list):
        return [references(item, kind, namespace) for item in value]
    return reference(value, kind, namespace) if isinstance(value, str) else value


def reference(said: str, kind: str, namespace: str) -> str:
    """`group:default/growth` of `growth`: kinds, namespaces and names are the same in all letters."""
    before, colon, rest = said.rpartition(":")
    place, slash, name = rest.rpartition("/")
    return f"{before if colon else kind}:{place if slash else namespace}/{name}".lower()
