"""Hover: what is known of what stands below the pointer, as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from prodops_cli.documents.source import Span
from prodops_cli.editor.card import card
from prodops_cli.editor.comments import rule_at
from prodops_cli.editor.place import Here, words_in
from prodops_cli.escape import markdown
from prodops_cli.lint.rule import Rule
from prodops_cli.models.audience import Audience
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.schema import words_of
from prodops_cli.models.settings import AttributeSettings
from prodops_cli.models.shape import annotations, part_in
from prodops_cli.phrases import listing


class Hover(NamedTuple):
    """Markdown, and the range that it is about."""

    text: str
    span: Span


def hover(here: Here, today: date, meetings: Mapping[str, tuple[str, ...]]) -> Hover | None:
    """What is known there, also of whom an experiment meets; None for nothing."""
    if not here.word:
        return None
    match here.cursor.sort:
        case "comment":
            rule = rule_at(here.source, here.offset, here.word)
            paragraphs = page(rule) if rule else ()
        case "key":
            paragraphs = key(here)
        case _:
            paragraphs = named(here, today, meetings)
    text = "\n\n".join(paragraphs)
    return Hover(text, here.cursor.word) if text else None


def named(here: Here, today: date, meetings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Who or what is named there."""
    entity = here.entity
    if entity:
        yield from card(entity, here.catalog, today)
    if isinstance(entity, Experiment):
        yield from overlaps(meetings.get(entity.id, ()))


def overlaps(said: Sequence[str]) -> Iterator[str]:
    """Whom an experiment meets, where it is more than what stands above it."""
    if len(said) > 1:
        yield "\n".join(("Overlaps", *(f"- {markdown(line)}" for line in said)))


def page(rule: Rule[Any]) -> Iterator[str]:
    """What a rule asks for, and why; its examples are in its page."""
    yield f"**{rule.name}** · {rule.severity.name}"
    yield rule.page.partition("\n## ")[0].strip()


def key(here: Here) -> Iterator[str]:
    """What a key means, and what may stand behind it."""
    name = str(here.cursor.address[-1])
    part = here.part
    if part is None:
        return
    fields = dict(zip(annotations(part), part.model_fields, strict=True))
    if name in fields:
        required = " · required" if part.model_fields[fields[name]].is_required() else ""
        yield f"**{markdown(name)}**{required}"
        yield words_of(part)[fields[name]]
        if words := words_in(annotations(part)[name]) if part_in(annotations(part)[name]) is None else ():
            yield f"One of {listing([f'`{word}`' for word in words], 'or')}."
    elif part is Audience and name in here.catalog.settings.attributes:
        yield from attribute(name, here.catalog.settings.attributes[name])


def attribute(name: str, said: AttributeSettings) -> Iterator[str]:
    """What the settings say of an attribute."""
    yield f"**{markdown(name)}** · attribute, {said.type}"
    if said.values:
        yield f"One of {listing([markdown(str(value)) for value in said.values], 'or')}."
