"""What a catalog's own settings say of a rule: how loud it is here, its options, and the words that it goes by."""

from collections.abc import Iterator
from typing import Any, Final

from prodops_cli.catalog.settings import SETTINGS, ReadSettings
from prodops_cli.documents.node import Entry, Mapping
from prodops_cli.documents.source import Source
from prodops_cli.escape import terminal
from prodops_cli.lint.configure import as_said
from prodops_cli.lint.page import settings_in
from prodops_cli.lint.rule import Rule
from prodops_cli.phrases import count

MOST_LINES: Final = 40


def here(rule: Rule[Any], read: ReadSettings) -> str:
    """The last part of a rule's page as Markdown; empty where a catalog can say nothing of it, and says nothing."""
    said = "\n".join((*bearing(rule, read), *sections(rule, read)))
    return f"## In this catalog\n\n{said}" if said else ""


def bearing(rule: Rule[Any], read: ReadSettings) -> Iterator[str]:
    """Whether it is told, as what, and with which options."""
    configured = as_said(rule, read.settings.rules.get(rule.name))
    if not configured.is_on:
        yield f"{SETTINGS} switches it off.\n"
    if configured.severity:
        yield f"{SETTINGS} makes it: {configured.severity.name}.\n"
    for name, value in rule.options.items():
        own = configured.options.get(name, value)
        yield f"* `{name}`: {own!r}" + (f", in the place of {value!r}" if own != value else "")
    if rule.options:
        yield ""


def sections(rule: Rule[Any], read: ReadSettings) -> Iterator[str]:
    """The parts of the settings that it goes by, as they are written here."""
    node = read.document.node
    written = node.entries if isinstance(node, Mapping) else {}
    for key in settings_in(rule):
        if key in written:
            yield from section(written[key], read.document.source)
        else:
            yield f"{SETTINGS} has no `{key}`.\n"


def section(entry: Entry, source: Source) -> Iterator[str]:
    """The lines of one part, and where they stand."""
    first = source.position(entry.key.start).line
    last = source.position(max(entry.key.stop, entry.node.span.stop)).line
    yield f"`{SETTINGS}:{first}`\n"
    shown = range(first, min(last, first + MOST_LINES - 1) + 1)
    yield from (f"    {terminal(source.line(number))}" for number in shown)
    yield ""
    if last > shown[-1]:
        yield f"and {count(last - shown[-1], 'line')} more.\n"
