"""Plain values: all that a template may ever see."""

from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Row: TypeAlias = dict[str, Plain]
