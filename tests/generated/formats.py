"""docs/formats.md: what commands print, for people and for programs, as the schemas in docs/formats say."""

import inspect
import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import click

from prodops_cli.outputs import formats as outputs
from prodops_cli.outputs.choose import names
from prodops_cli.reports.rendering.choose import names as report_formats
from tests.docs.formats import NAMES, schema
from tests.generated.commands import commands as known

Json = dict[str, Any]
HEAD = """\
# Formats

What commands print for people may become another text with any version. What they print for programs may not: it is
described here, and the tests hold the commands to it.

**The promise.** Each JSON says its `version`. Within a version keys may be added; none is removed, or given another
meaning or type. Days are `2026-09-07`, instants `2026-09-07T09:00:00+02:00`. What isn't known is `null`; a list
without anything is `[]`. All texts are UTF-8, keys are always there unless this page says otherwise, and the same
catalog on the same day gives the same bytes.
"""
WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "mapping",
    "array": "list",
    "null": "null",
}
SIMPLE = {
    "day": "day",
    "instant": "instant",
    "count": "whole number",
    "share": "number from 0 to 1",
    "maybeShare": "number from 0 to 1, or null",
    "bounds": "two numbers from 0 to 1",
}
FREE = {"lint": names, "report": report_formats}
"""Commands whose formats are files of the code."""
ORDER = ("lint", *(name for name in NAMES if name != "lint"))


def formats_page() -> str:
    """The page."""
    lines = [HEAD, "## Who prints what", "", "| command | `-f` |", "|---|---|", *commands(), ""]
    lines += [
        "`prodops export` writes [files for other systems](export.md); its JSON has [a schema](export.schema.json).",
        "`prodops report NAME --print-context` prints JSON, too: [Values in templates](contexts.md).",
        "",
        "## The formats of lint",
        "",
        "| format | what it is |",
        "|---|---|",
    ]
    lines += [f"| `{name}` | {first_line(outputs, name)} |" for name in names()]
    for name in ORDER:
        lines += ["", *section(name)]
    return "\n".join(lines) + "\n"


def first_line(package: Any, name: str) -> str:
    """What a format is, in the words of its module."""
    said = inspect.getdoc(import_module(f"{package.__name__}.{name}")) or ""
    return said.splitlines()[0]


def commands() -> Iterator[str]:
    """A row for each command with a choice of formats."""
    for name, command in sorted(known().items()):
        for each in command.params:
            if "--format" in each.opts:
                choices = each.type.choices if isinstance(each.type, click.Choice) else FREE[name]()
                yield f"| [prodops {name}](commands.md#prodops-{name}) | {', '.join(f'`{one}`' for one in choices)} |"


def section(name: str) -> Iterator[str]:
    """One JSON: its keys, then those of each part that is not told yet."""
    whole = schema(name)
    yield from (f"## {whole['title']}", "", f"{whole['description']} [Schema](formats/{name}.schema.json).", "")
    yield from table(whole, name)
    for part, said in whole["$defs"].items():
        if home(part, said) == name:
            yield from ("", f"### {name}: {part}", "", said["description"], "", *table(said, name))


def home(part: str, said: Json) -> str | None:
    """Where a part has its table: with the first that has it; None for what needs none."""
    if "description" not in said:
        return None
    return next(name for name in ORDER if schema(name)["$defs"].get(part) == said)


def table(of: Json, name: str) -> Iterator[str]:
    """A row for each key, also of the mappings within."""
    yield from ("| key | value | meaning |", "|---|---|---|")
    yield from (f"| `{path}` | {value(said, name)} | {said['description']} |" for path, said in keys(of))


def keys(of: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """The keys of a mapping by their paths; `[]` stands for any item of a list."""
    for key, said in of.get("properties", {}).items():
        yield f"{path}{key}", said
        yield from keys(said, f"{path}{key}.")
        yield from keys(said.get("items", {}), f"{path}{key}[].")


def value(said: Json, name: str) -> str:
    """What may stand there, in a word or two."""
    match said:
        case {"$ref": str(target)}:
            return reference(target.rpartition("/")[2], name)
        case {"const": one}:
            return f"`{one}`"
        case {"enum": list(choices)}:
            return ", ".join(f"`{json.dumps(each).strip(chr(34))}`" for each in choices)
        case {"anyOf": list(several)}:
            return " or ".join(sorted((value(each, name) for each in several), key="null".__eq__))
        case {"type": list(types)}:
            return " or ".join(value(said | {"type": each}, name) for each in types)
        case {"type": "array", "items": dict(items)}:
            return f"list: {value(items, name)}"
        case {"type": "object", "additionalProperties": dict(each)}:
            return f"mapping: {value(each, name)}"
        case {"type": str(type)}:
            return WORDS[type]
        case _:
            return "any value"


def reference(part: str, name: str) -> str:
    """A part, which leads to its table; a value without one by its word."""
    at = home(part, schema(name)["$defs"][part])
    return f"[{part}](#{at}-{part})" if at else SIMPLE[part]
