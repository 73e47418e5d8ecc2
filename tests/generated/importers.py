"""docs/importers.md: what each importer maps, as the mappings themselves say it, and what a mapping may hold."""

from collections.abc import Iterator

from prodops_cli.importers.choose import known, names
from prodops_cli.importers.way import paths_of
from prodops_cli.importers.written import flow
from prodops_cli.models.mapping import SourceMapping, Take, Way
from prodops_cli.models.part import Part
from prodops_cli.models.schema import words_of

HEAD = """\
# What each importer maps

[Import what you have](import.md) says how. What begins with `read.` comes from several places of the source.
"""
PARTS = {"The file": SourceMapping, "A sort of records (`take`)": Take, "From where a field comes (`fields`)": Way}


def importers_page() -> str:
    """The page."""
    lines = [HEAD]
    for name in names():
        lines += source(name)
    lines += [
        "## What a mapping may hold",
        "",
        "An example stands in [Import what you have](import.md#a-mapping-of-your-own).",
        "",
    ]
    for title, part in PARTS.items():
        lines += keys(title, part)
    return "\n".join(lines).rstrip() + "\n"


def source(name: str) -> Iterator[str]:
    """One source: a table for each sort of records."""
    mapping = known(name)
    yield from (f"## prodops import {name}", "", f"{mapping.about}.", "")
    for take in mapping.take:
        yield from (f"**{records(take)} → {take.kind}**", "", "| field | from | how |", "|---|---|---|")
        yield from (f"| `{field}` | {origin(way)} | {how(way)} |" for field, way in take.fields.items())
        if take.dropped:
            yield from ("", "Left out: " + "; ".join(f"`{path}` ({why})" for path, why in take.dropped.items()) + ".")
        yield ""


def records(take: Take) -> str:
    """Which records are taken."""
    lists = " and ".join(f"`{path}`" for path in take.list if path)
    where = [f"`{path}` {one_of(words)}" for path, words in take.where.items()]
    return ", where ".join((lists or "Each record", *where))


def one_of(words: tuple[object, ...]) -> str:
    """What a record must say at a path."""
    return "is written" if "*" in words else f"is {' or '.join(f'`{word}`' for word in words)}"


def origin(way: Way) -> str:
    """From where a value comes."""
    if way.template:
        return f"`{way.template}`"
    return ", else ".join(f"`{path}`" for path in paths_of(way)) or f"always `{flow(way.value)}`"


def how(way: Way) -> str:
    """What is done to it on the way."""
    said = {"split at": way.split, "behind": way.behind, "before": way.before}
    steps = [f"{key} `{value}`" for key, value in said.items() if value is not None]
    steps += [", ".join(f"{word} → {flow(ours)}" for word, ours in way.words.items())] if way.words else []
    steps += [f"× {way.times:g}"] if way.times is not None else []
    steps += [f"with `{way.prefix}` in front"] if way.prefix else []
    steps += [f"as {way.as_}"] if way.as_ else []
    steps += ["only in a new document"] if way.at_first else []
    steps += ["; ".join(f"`{key}` from {origin(each)}" for key, each in way.each.items())] if way.each else []
    return "; ".join(steps)


def keys(title: str, part: type[Part]) -> Iterator[str]:
    """The keys of a part of a mapping, with the words that stand beside them."""
    words = words_of(part)
    yield from (f"### {title}", "", "| key | meaning |", "|---|---|")
    for name, field in part.model_fields.items():
        yield f"| `{field.alias or name}` | {words[name]} |"
    yield ""
