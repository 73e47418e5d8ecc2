"""The fields of an entity as YAML-like lines, in the model's order, with the names of what is referred to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from prodops_cli.catalog.catalog import Catalog, references_of
from prodops_cli.changes.written import as_written
from prodops_cli.documents.node import Address, Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import finite
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import columns, shown, wrap

IN_THE_HEAD: Final = frozenset(("kind", "id", "name", "owner"))
STEP: Final = 2
UNSAFE_ALONE: Final = re.compile(
    r"""\A\Z | \A(?: [-+]?[.\d]+ | true | false | null | ~ )\Z | \A[-?\s\#@&*!|>%\[\]{},"'`] | :(?:\s|\Z) | \s\#""",
    re.VERBOSE,
)
"""Texts that YAML takes for something else, unless they are quoted. Days are days, quoted or not."""
UNSAFE_INSIDE: Final = re.compile(rf"{UNSAFE_ALONE.pattern} | [,\[\]{{}}]", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Fields:
    """How fields are written: `names` are those of the entities referred to, by the address of the reference."""

    names: Mapping[Address, str]
    look: Look

    def entry(self, head: str, value: Value, address: Address, indent: int) -> Iterator[str]:
        """A key or a dash, and what stands behind it: on one line if it fits there, else below."""
        start = " " * indent + head
        flat = flow(value)
        note = ", ".join(self.notes(value, address))
        size = indent + columns(f"{head} {flat}") + (columns(f"  # {note}") if note else 0)
        if size <= self.look.width and not is_broken(value):
            yield f"{start} {flat}" + (f"  {self.look.paint(f'# {note}', Ink.blue)}" if note else "")
        elif isinstance(value, dict | list):
            yield from self.block(start, value, address, indent)
        elif columns(flat) <= self.look.width - indent - columns(head) - 1 and not is_broken(value):
            yield f"{start} {flat}"
            yield " " * (indent + STEP) + self.look.paint(f"# {note}", Ink.blue)
        else:
            yield start
            yield from paragraphs(str(value), indent + STEP, self.look.width)

    def block(self, start: str, value: Value, address: Address, indent: int) -> Iterator[str]:
        """The parts of a value, each on lines of its own; a dash stands before the first part of an item."""
        parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        inner = [
            line
            for key, part in parts
            for line in self.entry(
                f"{shown(key)}:" if isinstance(key, str) else "-", part, (*address, key), indent + STEP
            )
        ]
        if start.endswith("-"):
            yield start + inner[0][len(start) :]
            yield from inner[1:]
        else:
            yield start
            yield from inner

    def notes(self, value: Value, address: Address) -> Iterator[str]:
        """The names of the entities that a value refers to."""
        if address in self.names:
            yield self.names[address]
        elif isinstance(value, dict):
            for key, part in value.items():
                yield from self.notes(part, (*address, key))
        elif isinstance(value, list):
            for index, part in enumerate(value):
                yield from self.notes(part, (*address, index))


def fields(entity: Entity, catalog: Catalog, look: Look) -> Iterator[str]:
    """The lines of all fields but for those that people know it by."""
    written = entity.document.value if isinstance(entity.document.value, dict) else {}
    order = [field.alias or name for name, field in type(entity).model_fields.items()]
    ordered = [*(key for key in order if key in written), *(key for key in written if key not in order)]
    made = Fields(names(entity, catalog), look)
    for key in ordered:
        if key not in IN_THE_HEAD:
            yield from made.entry(f"{shown(key)}:", written[key], (key,), STEP)


def names(entity: Entity, catalog: Catalog) -> dict[Address, str]:
    """What is referred to, by where it is written."""
    found = {}
    for reference in references_of(entity):
        other = catalog.named.get((reference.kind, reference.id))
        found[as_written(entity, reference.address)] = (
            shown(other.title) if other else f"no {reference.kind} is called that"
        )
    return found


def flow(value: Value, unsafe: re.Pattern[str] = UNSAFE_ALONE) -> str:
    """A value on one line; texts in quotes where they could be taken for something else."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return f"{{{', '.join(f'{shown(key)}: {flow(part, UNSAFE_INSIDE)}' for key, part in value.items())}}}"
        case list():
            return f"[{', '.join(flow(part, UNSAFE_INSIDE) for part in value)}]"
        case str() if unsafe.search(value):
            return shown('"' + value.replace('"', '\\"') + '"')
        case _:
            return shown(str(finite(value)))


def is_broken(value: Value) -> bool:
    """Whether a text of several lines is in a value."""
    if isinstance(value, dict | list):
        return any(map(is_broken, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and "\n" in value.strip()


def paragraphs(text: str, indent: int, width: int) -> Iterator[str]:
    """A long text, wrapped; its own line breaks stay."""
    for line in text.strip().split("\n"):
        yield from (" " * indent + part for part in wrap(shown(line), max(width - indent, 1)))
