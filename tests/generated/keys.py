"""What may be written in a part of a document, as tables: a row for each key, in the words that stand in the models."""

import inspect
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from prodops_cli.models.audience import Audience
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.part import Part
from prodops_cli.models.reference import Ref
from prodops_cli.models.schema import words_of
from prodops_cli.models.settings import Vocabulary
from prodops_cli.models.shape import annotations, extra, inside, part_in

ONE = {
    "Duration": "duration",
    "datetime": "day or instant",
    "date": "day",
    "bool": "true or false",
    "int": "whole number",
    "float": "number",
}
MANY = {"text": "texts", "number": "numbers", "whole number": "whole numbers", "day": "days"}
MANY = {"text": "texts", "value": "values", "number": "numbers", "whole number": "whole numbers", "day": "days"}
OTHERS: dict[type[Part], tuple[str, str]] = {
    Audience: ("attribute", "What an attribute must be."),
    Vocabulary: ("token", "The words that a token of patterns stands for."),
}
"""What keys of one's own are called, in parts that take any."""


class Sections:
    """A table for a part, then one for each mapping in it, called by the key at which it stands first."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.paths: dict[type[Part], str] = {}

    def of(self, part: type[Part], without: type[Part] | None = None, path: str = "") -> Iterator[str]:
        """The lines; `without` the keys of another part, which are told elsewhere."""
        told = annotations(without) if without else {}
        keys = {key: each for key, each in annotations(part).items() if key not in told}
        own = {OTHERS[part][0]: extra(part)} if part in OTHERS else {}
        below = list(self.new(keys | own, path))
        yield from ("| key | value | meaning |", "|---|---|---|")
        yield from (self.row(part, key) for key in keys)
        yield from (f"| *{key}* | {self.value(each)} | {OTHERS[part][1]} |" for key, each in own.items())
        for inner in below:
            at = self.paths[inner]
            yield from ("", f"### {self.title}: {at}", "", inspect.cleandoc(inner.__doc__ or ""), "")
            yield from self.of(inner, path=f"{at}.")

    def new(self, keys: dict[str, Any], path: str) -> Iterator[type[Part]]:
        """The parts that stand here first."""
        for key, annotation in keys.items():
            part = part_in(annotation)
            if part and part not in self.paths:
                self.paths[part] = f"{path}{key}"
                yield part

    def row(self, model: type[Part], key: str) -> str:
        """One key; what must be written is bold."""
        name, field = next((name, each) for name, each in model.model_fields.items() if (each.alias or name) == key)
        shown = f"**{key}**" if field.is_required() else key
        return f"| {shown} | {self.value(annotations(model)[key])} | {words_of(model)[name]}{default(field)} |"

    def value(self, annotation: Any) -> str:
        """What may be written, in a word or two; a mapping leads to its own table."""
        found = list(inside(annotation))
        origins = [get_origin(item) for item in found]
        many = tuple in origins
        if reference := next((item for item in found if isinstance(item, Ref)), None):
            return id_of(reference.kind, many)
        if part := part_in(annotation):
            words = "mapping of mappings" if dict in origins else "list of mappings" if many else "mapping"
            return f"[{words}](#{anchor(self.title, self.paths[part])})"
        if choices := next((get_args(item) for item in found if get_origin(item) is Literal), None):
            alone = ", ".join(f"`{choice}`" for choice in choices)
            return "mapping" if dict in origins else alone
        if dict in origins:
            return "mapping"
        return listed(plain(found), origins.count(tuple))


def plain(found: list[Any]) -> str:
    """A value without parts."""
    names = {getattr(item, "__name__", "") for item in found}
    if {"str", "bool"} <= names:
        return "value"
    return next((said for name, said in ONE.items() if name in names), "text")


def listed(word: str, depth: int) -> str:
    """A value, or a list of such, or a list of lists."""
    return "list of " + "lists of " * (depth - 1) + MANY.get(word, word) if depth else word


def id_of(kind: str, many: bool) -> str:
    """A reference, or several."""
    if kind == "same":
        return "id of the same kind"
    return f"list of ids of {KINDS[kind].folder}" if many else f"id of {'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def anchor(title: str, path: str) -> str:
    """What leads to the table of a mapping, on GitHub as on the site."""
    return f"{title}-{path}".replace(".", "").replace(" ", "-")


def default(field: FieldInfo) -> str:
    """What holds if nothing is said, where that is worth saying."""
    match field.default:
        case bool(said):
            return f" {str(said).lower()} if nothing is said."
        case str(said) | int(said):
            return f" `{said}` if nothing is said."
        case _:
            return ""
