"""An import for people: what became of each document, then of each field."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import Fate
from prodops_cli.importers.outcome import Field, Imported, Outcome, State
from prodops_cli.importers.way import paths_of
from prodops_cli.importers.written import flow
from prodops_cli.models.mapping import SourceMapping
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.phrases import count
from prodops_cli.views.table import Cell, cut, table

FEW: Final = 8
"""So many of one sort are named."""
SOME: Final = 3
"""So many are named of those about which one thing is said."""
LONGEST: Final = 30
"""Columns of a value; more of it stands in the file."""
WORDS: Final = {Fate.mapped: "mapped", Fate.same: "same", Fate.kept: "yours kept", Fate.conflict: "conflict"}


def lines(outcome: Outcome, mapping: SourceMapping, look: Look, detailed: bool) -> Iterator[str]:
    """The lines: what is new and other, the fields, what is left out, and what to do."""
    documents = (line for each in outcome.imported for line in document(each))
    told = [*documents, *withheld(outcome, look, detailed), *lost(outcome)]
    yield from told
    if detailed and outcome.imported:
        yield from ("",) if told else ()
        yield from (*fields(outcome, mapping, look), *left_out(outcome, look))
    yield from wrap(summary(outcome), look.width)


def lost(outcome: Outcome) -> Iterator[str]:
    """The documents whose records are gone from the source."""
    yield from (f"gone      {shown(each.path)}" for each in outcome.gone[:FEW])
    if len(outcome.gone) > FEW:
        yield f"gone      and {len(outcome.gone) - FEW:,} more"
    if outcome.gone:
        them = "it" if len(outcome.gone) == 1 else "them"
        yield f"  {shown(outcome.system)} does not tell of {them} any more; retire {them}, if that is so"


def document(each: Imported) -> Iterator[str]:
    """What became of one document, and of its fields where people should know."""
    has_conflict = any(field.fate is Fate.conflict for field in each.fields)
    if each.state is not State.same or has_conflict:
        word = "conflict" if has_conflict else each.state.value
        yield shown(f"{word:<9} {each.path}")
    if each.state is not State.new:
        told = [f"  {line}" for field in each.fields for line in changed(field, each)]
        yield from told or (
            ["  only `x-source`, by which the next import knows it"] if each.state is State.updated else []
        )


def withheld(outcome: Outcome, look: Look, detailed: bool) -> Iterator[str]:
    """What was not taken over and why, each reason once; of documents that stay the same only in detail."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in outcome.imported:
        for said in each.withheld if detailed or each.state is not State.same else ():
            found[said].append(each.path)
    for (name, reason), paths in found.items():
        yield shown(f"left out  {name}: {reason}")
        yield from wrap(f"  in {few(paths, SOME)}", look.width)


def changed(field: Field, each: Imported) -> Iterator[str]:
    """What is other in one field, or would be."""
    if field.fate is Fate.conflict:
        yield shown(f"conflict  {field.name}" + (f": change it by hand, as {field.reason}" if field.reason else ""))
        yield shown(f"  file    {said(field.file)}")
        yield shown(f"  source  {said(field.now)} ({each.place})")
        if field.then is not None:
            yield shown(f"  before  {said(field.then)}")
    elif field.fate is Fate.mapped:
        yield shown(f"{field.name}: {said(field.file)} → {said(field.now)}")


def said(value: Value) -> str:
    """A value, as far as it is needed to know which one is meant."""
    return "nothing" if value is None else f"`{cut(flow(value), LONGEST)}`"


def fields(outcome: Outcome, mapping: SourceMapping, look: Look) -> Iterator[str]:
    """A table: each field, from where it comes, and in how many documents it had which fate."""
    fates: defaultdict[tuple[str, str], Counter[Fate]] = defaultdict(Counter)
    for each in outcome.imported:
        for field in each.fields:
            if field.now is not None or field.fate is not Fate.same:
                fates[each.kind, field.name][field.fate] += 1
    ways = sources(mapping)
    used = [fate for fate in Fate if any(found[fate] for found in fates.values())]
    rows = (
        [
            Cell(kind),
            Cell(name, is_whole=True),
            Cell(ways.get((kind, name), name)),
            *(Cell(f"{found[fate]:,}" if found[fate] else "", is_number=True) for fate in used),
        ]
        for (kind, name), found in fates.items()
    )
    yield from table(["kind", "field", "from", *(WORDS[fate] for fate in used)], rows, look)


def sources(mapping: SourceMapping) -> dict[tuple[str, str], str]:
    """From where each field of each kind comes."""
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for take in mapping.take:
        for name, way in take.fields.items():
            found[take.kind, name] |= dict.fromkeys(paths_of(way))
    return {key: ", ".join(paths) or "always the same" for key, paths in found.items()}


def left_out(outcome: Outcome, look: Look) -> Iterator[str]:
    """The paths that no field comes from, and the records that nothing becomes of."""
    paths = Counter(path for each in outcome.imported for path in each.dropped)
    if paths:
        yield from wrap(
            shown(f"Dropped: {', '.join(f'{path} ({number:,})' for path, number in paths.items())}."), look.width
        )
    if outcome.untaken:
        yield from wrap(f"Left alone: {count(len(outcome.untaken), 'record')} ({few(outcome.untaken)}).", look.width)


def few(places: Iterable[str], number: int = FEW) -> str:
    """Some of several, and how many more there are."""
    known = list(places)
    more = f" and {len(known) - number:,} more" if len(known) > number else ""
    return shown(", ".join(known[:number]) + more)


def summary(outcome: Outcome) -> str:
    """How much was done, and what is left to decide."""
    states = Counter(each.state for each in outcome.imported)
    done = [f"{states[state]:,} {state.value}" for state in State if states[state]]
    if not outcome.steps and not outcome.conflicts:
        return f"Nothing new: {count(len(outcome.imported), 'record')} of {outcome.system}, and all is as it says."
    return (
        f"{count(len(outcome.imported), 'document')} of {outcome.system}: {', '.join(done)}.{left_to_decide(outcome)}"
    )


def left_to_decide(outcome: Outcome) -> str:
    """What the options decide, and what only an editor can."""
    found = [field for each in outcome.imported for field in each.fields if field.fate is Fate.conflict]
    if not found:
        return ""
    by_hand = sum(bool(field.reason) for field in found)
    if by_hand == len(found):
        return f" {count(by_hand, 'conflict')} to change by hand."
    more = f" {by_hand:,} of them {'is' if by_hand == 1 else 'are'} to change by hand." if by_hand else ""
    return f" {count(len(found), 'conflict')}: --theirs takes the source's word, --ours the file's.{more}"
