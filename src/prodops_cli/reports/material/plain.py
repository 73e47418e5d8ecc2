"""Plain values: all that a template may ever see."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | Sequence[Plain] | Mapping[str, object] | None"
Row: TypeAlias = Mapping[str, object]
"""Values by name; what the names of a report mean, its TypedDicts say."""
