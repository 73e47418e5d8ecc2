"""Values on one line, as YAML writes them in brackets: what is written is read as exactly the same value."""

import json
import re
from math import isfinite, isnan
from typing import Final

from prodops_cli.documents.node import Plain, Value
from prodops_cli.documents.scalar import LONGEST_NUMBER, resolve
from prodops_cli.documents.source import Source
from prodops_cli.documents.values import values

PLAIN: Final = re.compile(r"[A-Za-z_](?:[\w./-]*[\w/])?(?: [\w/](?:[\w./-]*[\w/])?)*", re.ASCII)
"""Texts that need no quotes wherever they stand."""


def inline(value: Value) -> str:
    """A value on one line; texts in quotes where they could be taken for something else."""
    match value:
        case dict():
            return f"{{{', '.join(f'{text(key)}: {inline(part)}' for key, part in value.items())}}}"
        case list():
            return f"[{', '.join(map(inline, value))}]"
        case str():
            return text(value)
        case _:
            return scalar(value)


def scalar(value: Plain) -> str:
    """A value that is no text, as YAML's core schema writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float() if not isfinite(value):
            return ".nan" if isnan(value) else ".inf" if value > 0 else "-.inf"
        case int() if len(str(value)) > LONGEST_NUMBER:
            return hex(value)  # in this way alone somebody can have written it
        case _:
            return str(value)


def text(value: str) -> str:
    """A text, in quotes where they are needed."""
    return value if PLAIN.fullmatch(value) and resolve(value) is value else quoted(value)


def quoted(value: str) -> str:
    """A text in quotes."""
    return json.dumps(value, ensure_ascii=False)


def from_inline(written: str) -> Value:
    """The value that is written on one line. Raises ValueError where it is none, or has something beside it."""
    match values(Source("", f"{{k: {written}}}", "")):
        case ({"k": found, **others},) if written.strip() and not others:
            return found
        case _:
            raise ValueError(written)
