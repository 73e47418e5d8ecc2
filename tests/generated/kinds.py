"""docs/kinds.md: every kind with its fields, in the words that stand in the models."""

import inspect
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from prodops_cli.models.entity import Entity, Link, Owned
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.part import Part
from prodops_cli.models.reference import Ref
from prodops_cli.models.schema import words_of
from prodops_cli.models.settings import Settings
from prodops_cli.models.shape import annotations, extra, inside, part_in

WORDS = {
    "Duration": "duration",
    "datetime": "day or instant",
    "date": "day",
    "bool": "true or false",
    "int": "whole number",
    "float": "number",
}
HEAD = """\
# The documents of a catalog

A catalog is a folder in git with a `prodops.yaml` at its root (an empty one will do) and a folder of YAML for each
kind. A file holds one document, several divided by `---`, or a list of mappings; folders nest freely. The folder says
the kind; a document may say it too (`kind: metric`), and must where it stands elsewhere (`catalog.include`). **Bold**
keys must be written. Keys that begin with `x-` are your own. An editor that knows YAML schemas completes all of this:
`prodops schema --write schemas`.
"""


def kinds_page() -> str:
    """The page."""
    lines = [HEAD, "## What every document has", "", *table(Owned), "", "A link has a **title** and a **url**.", ""]
    for kind, model in KINDS.items():
        base = Owned if issubclass(model, Owned) else Entity
        lines += [
            f"## {kind}",
            "",
            f"In `{model.folder}/`. {inspect.cleandoc(model.__doc__ or '')}",
            "",
            *table(model, base),
            "",
        ]
        for part in parts(model, {base, Link}):
            lines += [f"### {kind}: {part.__name__}", "", inspect.cleandoc(part.__doc__ or ""), "", *table(part), ""]
    lines += ["## prodops.yaml", "", *table(Settings), ""]
    for part in parts(Settings, set()):
        lines += [f"### prodops.yaml: {part.__name__}", "", inspect.cleandoc(part.__doc__ or ""), "", *table(part), ""]
    return "\n".join(lines).rstrip() + "\n"


def table(model: type[Part], without: type[Part] | None = None) -> Iterator[str]:
    """A row for each key of a part."""
    yield from ("| key | value | meaning |", "|---|---|---|")
    inherited = annotations(without) if without else {}
    words = words_of(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in inherited:
            shown = f"**{key}**" if field.is_required() else key
            yield f"| {shown} | {value(annotations(model)[key])} | {words[name]} |"


def value(annotation: Any) -> str:
    """What may be written, in a word or two."""
    found = list(inside(annotation))
    origins = {get_origin(item) for item in found}
    many, mapped = tuple in origins, dict in origins
    if reference := next((item for item in found if isinstance(item, Ref)), None):
        kind = "same kind" if reference.kind == "same" else reference.kind
        return f"ids of {kind}" if many else f"id of {kind}"
    if mapped:
        part = part_in(annotation)
        return f"mapping of {part.__name__}" if part else "mapping"
    if choices := next((get_args(item) for item in found if get_origin(item) is Literal), None):
        return ", ".join(f"`{choice}`" for choice in choices)
    word = part.__name__ if (part := part_in(annotation)) else plain(found)
    return f"list of {word}" if many else word


def plain(found: list[Any]) -> str:
    """A value without parts."""
    names = {getattr(item, "__name__", "") for item in found}
    return next((said for name, said in WORDS.items() if name in names), "text")


def parts(model: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    """The parts that a model is made of, each once, in the order of its keys."""
    for annotation in (*annotations(model).values(), extra(model)):
        part = part_in(annotation)
        if part and part not in seen:
            seen.add(part)
            yield part
            yield from parts(part, seen)
