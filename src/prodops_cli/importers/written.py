"""Writing: values as people write them in YAML, on lines of their own where that reads better."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from prodops_cli.documents.inline import inline
from prodops_cli.documents.node import Value
from prodops_cli.documents.source import Source
from prodops_cli.documents.values import values
from prodops_cli.models.habits import BOOLEAN, NUMBER

WIDTH: Final = 100
"""So long may a line be on which a list stands."""
STEP: Final = 2


def block(value: Mapping[str, Value]) -> str:
    """A mapping, each key on a line of its own, with a line break at its end."""
    return "".join(f"{line}\n" for line in lines(value))


def lines(value: Mapping[str, Value]) -> Iterator[str]:
    """The lines of a mapping."""
    for key, part in value.items():
        first, *more = behind(part)
        yield f"{scalar(key)}:{first}"
        yield from (f"{' ' * STEP}{line}" if line else "" for line in more)


def behind(value: Value) -> list[str]:
    """What stands behind a key: on its line, with a blank before, and below."""
    match value:
        case dict() if value:
            return ["", *lines(value)]
        case list() if value and not is_short(value):
            return ["", *(line for item in value for line in listed(item))]
        case str() if is_paragraph(value):
            return [" |-", *value.split("\n")]
        case _:
            return [f" {flow(value)}"]


def items(value: list[Value]) -> str:
    """A list, each item on a line of its own, without a line break at its end."""
    return "\n".join(line for item in value for line in listed(item))


def shifted(text: str, columns: int, end: str) -> str:
    """A text of which all lines but the first begin further to the right; `end` is how lines end."""
    first, *more = text.split("\n")
    return end.join((first, *(f"{' ' * columns}{line}" if line else "" for line in more)))


def listed(item: Value) -> Iterator[str]:
    """The lines of a list's item."""
    if isinstance(item, dict) and item:
        first, *more = lines(item)
        yield f"- {first}"
        yield from (f"{' ' * STEP}{line}" if line else "" for line in more)
    else:
        yield f"- {flow(item)}"


def is_short(value: list[Value]) -> bool:
    """Whether a list reads well on one line."""
    return not any(isinstance(item, dict) for item in value) and len(flow(value)) <= WIDTH


def is_paragraph(text: str) -> bool:
    """Whether a text has several lines, and reads the same below its key."""
    is_plain = text == text.strip() and "\t" not in text
    return "\n" in text and is_plain and all(line == line.rstrip() for line in text.split("\n"))


def flow(value: Value) -> str:
    """A value on one line."""
    match value:
        case dict():
            return f"{{{', '.join(f'{within(key)}: {inner(part)}' for key, part in value.items())}}}"
        case list():
            return f"[{', '.join(map(inner, value))}]"
        case str():
            return scalar(value)
        case _:
            return inline(value)


def inner(value: Value) -> str:
    """A value inside of brackets."""
    return within(value) if isinstance(value, str) else flow(value)


def scalar(text: str) -> str:
    """A text behind a key: bare, where every reader of YAML takes it for the same text."""
    return text if is_bare(text, "k: {}", {"k": text}) else json.dumps(text, ensure_ascii=False)


def within(text: str) -> str:
    """A text in brackets."""
    return text if is_bare(text, "[{}]", [text]) else json.dumps(text, ensure_ascii=False)


def is_bare(text: str, frame: str, meant: Value) -> bool:
    """Whether a text needs no quotes in a frame."""
    is_odd = not text or text != text.strip() or "\n" in text or text[0] in "&*!|>%@`'\"#?{[.+-="
    if is_odd or BOOLEAN.fullmatch(text) or NUMBER.fullmatch(text):
        return False
    return values(Source("", frame.replace("{}", text), "")) == (meant,)
