"""What a scalar event means, and which part of the text says so."""

import re
from typing import NoReturn

from yaml.events import CollectionStartEvent, Event, ScalarEvent

from prodops_cli.documents import limits
from prodops_cli.documents.complaint import offset_of
from prodops_cli.documents.decode import FORBIDDEN
from prodops_cli.documents.node import Plain
from prodops_cli.documents.refusal import NotYaml, Refused, TooLarge
from prodops_cli.documents.scalar import LONGEST_NUMBER, is_word, resolve
from prodops_cli.documents.source import Source, Span
from prodops_cli.documents.tag import TEXT, TYPES, short, typed

ANCHOR_AND_TAG = re.compile(r"(?:[&!]\S*\s*(?:#.*\s*)*)+")


def value_of(source: Source, event: ScalarEvent) -> Plain:
    """What a scalar means. Raises Refused."""
    text: str = event.value
    if len(text) > limits.SCALAR_CHARACTERS:
        raise Refused(TooLarge(source, written(source, event), "this text", "256 KiB"))
    if not event.style and event.tag is None and is_word(text):
        return text
    if event.style == '"' and FORBIDDEN.search(text):
        problem = "an escape makes an invisible character"
        raise Refused(NotYaml(source, written(source, event), problem, "remove it"))
    if event.tag:
        return tagged(source, event)
    return text if event.style else resolved(source, event)


def resolved(source: Source, event: ScalarEvent) -> Plain:
    """What a scalar without quotes means; behind a single `!`, which libyaml forgets, it is text."""
    try:
        value = resolve(event.value)
    except ValueError as error:
        limit = f"{LONGEST_NUMBER} characters"
        raise Refused(TooLarge(source, written(source, event), "this number", limit)) from error
    if isinstance(value, str) or event.tag or "!" not in source.text:
        return value
    return str(event.value) if "!" in source.text[slice(*span_of(event))] else value


def tagged(source: Source, event: ScalarEvent) -> Plain:
    """The value of a scalar whose type is written before it."""
    tag = event.tag or ""
    if tag in TEXT:
        return str(event.value)
    if tag not in TYPES:
        refuse_tag(source, event)
    try:
        return typed(resolved(source, event), tag)
    except ValueError as error:
        problem = f"`{event.value}` is no `{short(tag)}`"
        raise Refused(NotYaml(source, written(source, event), problem, "remove the tag")) from error


def refuse_tag(source: Source, event: ScalarEvent | CollectionStartEvent) -> NoReturn:
    """A tag that is not of the core schema, or a text that looks like one."""
    start, stop = offset_of(event.start_mark), written(source, event).start
    span = Span(start, start + len(source.text[start:stop].rstrip()))
    action = "remove it, or put all of it in quotes"
    raise Refused(NotYaml(source, span, f"the tag `{short(event.tag)}` is not read", action))


def written(source: Source, event: ScalarEvent | CollectionStartEvent) -> Span:
    """What an event takes in the text, without anchor and tag, and without the line break behind a block."""
    start, stop = span_of(event)
    text = source.text
    if found := ANCHOR_AND_TAG.match(text, start, stop):
        start = found.end()
    while stop > start and text[stop - 1] in "\r\n":
        stop -= 1
    return Span(start, stop)


def span_of(event: Event) -> Span:
    """From where to where the parser was."""
    return Span(offset_of(event.start_mark), offset_of(event.end_mark))
