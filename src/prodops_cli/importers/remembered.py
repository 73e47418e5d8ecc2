"""What is remembered of a source, in `x-source`: enough to know later who has changed a field, and no more."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import is_same, sense
from prodops_cli.models.entity import Entity

KEY: Final = "x-source"
LONGEST: Final = 200
"""Characters of a value that is remembered as it is; of longer ones a fingerprint tells all that is needed."""


def remembered(value: Value) -> Value:
    """A value as it is remembered. None is nothing."""
    said = json.dumps(sense(value), ensure_ascii=False, sort_keys=True)
    if len(said) <= LONGEST:
        return value
    return f"sha256:{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def recalled(then: Value, now: Value, file: Value) -> Value:
    """The value that a memory means: what the source says now, or the file, where the fingerprint is theirs."""
    return next((each for each in (now, file) if is_same(then, remembered(each))), then)


def memory_of(entity: Entity, system: str) -> Mapping[str, Value]:
    """What is remembered of a system, by the dotted path of each field."""
    value = entity.document.value
    sources = value.get(KEY) if isinstance(value, dict) else None
    found = sources.get(system) if isinstance(sources, dict) else None
    return found if isinstance(found, dict) else {}
