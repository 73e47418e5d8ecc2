"""Completion: what may be written where a cursor is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, get_args, get_origin

from prodops_cli.editor.comments import rules_by_name, takes_names
from prodops_cli.editor.place import Here, steps
from prodops_cli.editor.suggestion import Suggestion
from prodops_cli.editor.words import values
from prodops_cli.models.audience import Audience
from prodops_cli.models.schema import words_of
from prodops_cli.models.settings import Settings
from prodops_cli.models.shape import annotation_at, annotations, inside, is_written_alone, part_in

MOST = 200
"""So many are told at once; who writes on is told others."""
INDENT = 2


def suggestions(here: Here) -> tuple[Suggestion, ...]:
    """What may be written there, in the order in which people want it."""
    found: Iterable[Suggestion] = ()
    match here.cursor.sort:
        case "comment":
            found = rules() if takes_names(here.source, here.offset) else ()
        case "key":
            found = keys(here)
        case "bare":
            found = (*keys(here), *(() if here.cursor.keys else values(here)))
        case "value":
            found = values(here)
        case "text":
            pass
    typed = here.source.text[here.cursor.word.start : here.offset].lower()
    fitting = {each.word: each for each in found if is_meant(typed, each.word.lower())}
    ordered = sorted(fitting.values(), key=lambda each: (not each.word.lower().startswith(typed), each.rank))
    return tuple(map(unquoted, ordered[:MOST]) if is_quoted(here) else ordered[:MOST])


def is_quoted(here: Here) -> bool:
    """Whether somebody has written a quote before the word already."""
    return here.source.text[: here.cursor.word.start].endswith(("'", '"'))


def unquoted(suggestion: Suggestion) -> Suggestion:
    """The same word for a place that is quoted."""
    return replace(suggestion, text=suggestion.word) if suggestion.text.startswith('"') else suggestion


def is_meant(typed: str, word: str) -> bool:
    """Whether the letters that are typed stand in a word, in their order."""
    left = iter(word)
    return all(letter in left for letter in typed)


def rules() -> Iterator[Suggestion]:
    """The rules that a comment may allow; what could not be read nobody can."""
    for name, rule in rules_by_name().items():
        if rule.family != "yaml":
            yield Suggestion("rule", name, name, rule.family, rule.summary)


def keys(here: Here) -> Iterator[Suggestion]:
    """The keys that are not there yet; what must be there comes first, then the order of the model."""
    address = here.cursor.address[:-1] if here.cursor.sort == "key" else here.cursor.address
    own = here.word if here.cursor.sort == "key" else ""
    for each in (*declared(here, address), *free(here, address)):
        if each.word == own or each.word not in here.cursor.keys:
            yield each


def declared(here: Here, address: tuple[str | int, ...]) -> Iterator[Suggestion]:
    """The keys of the part that may stand at an address."""
    part = here.part
    if part is None or here.model is None or not is_mapping(annotation_at(here.model, address), address):
        return
    words = words_of(part)
    for field, (name, annotation) in zip(part.model_fields, annotations(part).items(), strict=True):
        is_required = part.model_fields[field].is_required()
        text = written(here, name, annotation)
        yield Suggestion("key", name, text, "required" if is_required else "", words[field], int(not is_required))


def is_mapping(annotation: Any, address: tuple[str | int, ...]) -> bool:
    """Whether the keys of a part may follow: in a list of parts they stand in an item."""
    if not steps(address):
        return True
    rows = any(get_origin(each) is tuple and part_in(each) for each in inside(annotation))
    return rows == isinstance(address[-1], int)


def free(here: Here, address: tuple[str | int, ...]) -> Iterator[Suggestion]:
    """The keys of mappings whose keys the models don't know, but the catalog, or a type, does."""
    if here.model is None or (address and isinstance(address[-1], int) and here.part is not Audience):
        return
    if here.part is Audience:
        for name, attribute in here.catalog.settings.attributes.items():
            yield Suggestion("attribute", name, written(here, name, None), attribute.type, rank=-1)
    elif here.model is Settings and steps(address) == ("rules",):
        for name, rule in rules_by_name().items():
            yield Suggestion("rule", name, written(here, name, None), rule.family, rule.summary)
    else:
        annotation = annotation_at(here.model, address) if address else None
        tables = (get_args(each)[0] for each in inside(annotation) if get_origin(each) is dict)
        for name in (word for table in tables for word in get_args(table) if isinstance(word, str)):
            yield Suggestion("key", name, written(here, name, None))


def written(here: Here, name: str, annotation: Any) -> str:
    """A key as one goes on writing behind it: on the same line, or where its parts or items begin."""
    if here.cursor.has_colon:
        return name
    marks = tuple(inside(annotation))
    is_list = any(get_origin(mark) is tuple for mark in marks)
    if here.cursor.is_flow or part_in(annotation) is None or (not is_list and is_written_alone(annotation)):
        return f"{name}: "
    return f"{name}:\n{' ' * (here.cursor.column + INDENT)}{'- ' if is_list else ''}"
