"""What `prodops diff -f markdown` prints: one comment for a pull request, which one needs no YAML to understand."""

from collections.abc import Iterator, Sequence
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.escape import markdown, terminal
from prodops_cli.findings import Finding
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.owner import Owner
from prodops_cli.outputs.wording import told as field_words
from prodops_cli.outputs.words import count as counted
from prodops_cli.phrases import count, day, listing
from prodops_cli.pipeline import Comparison
from prodops_cli.views.changes.meaning import Told, told
from prodops_cli.views.changes.text import MOST_FIELDS, by_kind, totals, until

MARKER: Final = "<!-- prodops diff -->"
"""By which a bot finds its comment again."""
LARGEST: Final = 65_536
"""The characters that GitHub takes."""
ROOM_FOR_THE_END: Final = 400
FOLDED: Final = 12
"""From how many changes on the list of them is folded."""
STATES: Final = {
    "running": "is running on it",
    "ended": "has just ended, and its result rests on it",
    "in its period": "is measured by it",
    "names it": "still names it",
    "names it, and is history": "named it",
}


def comment(comparison: Comparison) -> str:
    """The comment, as much of it as there is room for; what is left out is counted."""
    changes = told(comparison)
    lines = [MARKER, *head(comparison, changes)]
    size, left = sum(len(line) + 1 for line in lines), 0
    for block, number in blocks(comparison, changes):
        taken = sum(len(line) + 1 for line in block)
        if left or size + taken > LARGEST - ROOM_FOR_THE_END:
            left += number
        else:
            lines += block
            size += taken
    if left:
        more = count(left, "more entry", "more entries")
        lines += ["", f"{more} did not fit in here: `prodops diff` tells them all."]
    return "\n".join(lines) + "\n"


def head(comparison: Comparison, changes: Sequence[Told]) -> Iterator[str]:
    """In two sentences what it comes to."""
    breaking = sum(each.is_breaking for each in changes)
    since = markdown(comparison.since.name)
    if not changes:
        yield "### Nothing means anything else than before"
        yield f"\nEvery document says what it said at {since}."
        return
    if breaking:
        yield f"### {count(breaking, 'change')} here would break what others rely on"
    else:
        yield "### This change breaks nothing"
    lacks = f" ({since} {comparison.since.lacks})" if comparison.since.lacks else ""
    yield f"\nSince {since}{lacks}: {totals(changes)}."


def blocks(comparison: Comparison, changes: Sequence[Told]) -> Iterator[tuple[list[str], int]]:
    """The parts of the comment in the order of their weight, and how many entries are in each."""
    seen: set[str] = set()
    loud = [each for each in changes if each.is_breaking]
    calm = [each for each in changes if not each.is_breaking and each.findings]
    for title, found in (("To settle before it is merged", loud), ("Worth a look", calm)):
        told_yet = False
        for each in found:
            lines = [*case(each, comparison, seen)]
            if lines:
                yield ([] if told_yet else ["", f"#### {title}"]) + lines, 1
                told_yet = True
    yield from register(comparison, changes)


def case(each: Told, comparison: Comparison, seen: set[str]) -> Iterator[str]:
    """One cause: what happened, who is affected, whom to ask, what one can choose. Nothing if it is told already."""
    findings = [finding for finding in each.findings if finding.fingerprint not in seen]
    if each.findings and not findings:
        return
    seen.update(finding.fingerprint for finding in findings)
    yield ""
    yield f"**{capital(named(each.change.entity))}**{by(each.change.entity, comparison.context.catalog)}"
    yield ""
    if each.change.key in comparison.context.effects.recalculated:
        yield f"- {capital('; '.join(fields_of(each, comparison)))}"
    for finding in findings:
        what, _, _ = finding.problem.message.partition("; ")
        yield f"- {capital(prose(what))}."
    yield from whom(each, comparison)
    yield "- You can"
    for choice in choices(each, findings, comparison):
        yield f"  - {choice}"


def whom(each: Told, comparison: Comparison) -> Iterator[str]:
    """Who is affected, and whom to ask."""
    catalog, today = comparison.context.catalog, comparison.context.today
    if each.affects:
        yield "- Affected"
    for user in each.affects:
        through = f", through {listing([code(id) for id in user.path])}" if user.path else ""
        what = f"{STATES[user.why]}{until(user, today)}{through} ({markdown(user.role)})"
        yield f"  - the {named(user.entity)} {what}{by(user.entity, catalog)}"
    if owners := ask(each, catalog):
        yield f"- Ask {owners}"


def capital(words: str) -> str:
    """Words that begin a line."""
    return words[:1].upper() + words[1:]


def prose(message: str) -> str:
    """A message, in which code is what stands between backticks."""
    parts = message.split("`")
    quoted = range(1, len(parts) - 1, 2)
    return "".join(code(part) if at in quoted else around(part) for at, part in enumerate(parts))


def around(text: str) -> str:
    """Plain words that stand beside code, with the blanks at their ends."""
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{' ' if start else ''}{markdown(text)}{' ' if end and text.strip() else ''}"


def code(text: str) -> str:
    """A value as it is written; one that has backticks itself is plain text."""
    return markdown(text) if "`" in text or not text.strip() else f"`{terminal(' '.join(text.split()))}`"


def named(entity: Entity) -> str:
    """`metric Orders (orders)`."""
    id = f" ({code(entity.id)})" if entity.name and entity.name != entity.id else ""
    return f"{entity.kind} {markdown(entity.title)}{id}"


def by(entity: Entity, catalog: Catalog) -> str:
    """Who answers for it."""
    owner = entity.owner if isinstance(entity, Owned) else None
    known = catalog.get(Owner, owner)
    return f", {markdown(known.title if known else owner)}" if owner else ""


def ask(each: Told, catalog: Catalog) -> str:
    """Those who answer for what is affected, and where they can be reached."""
    ids = [user.entity.owner for user in each.affects if isinstance(user.entity, Owned) and user.entity.owner]
    return listing([reach(id, catalog) for id in dict.fromkeys(ids)])


def reach(id: str, catalog: Catalog) -> str:
    """`Growth (led by Tom Okafor, in #growth)`."""
    owner = catalog.get(Owner, id)
    if owner is None:
        return markdown(id)
    lead = catalog.get(Owner, owner.lead)
    where = (f"led by {markdown(lead.title)}" if lead else "", f"in {markdown(owner.channel)}" if owner.channel else "")
    more = ", ".join(filter(None, where))
    return markdown(owner.title) + (f" ({more})" if more else "")


def choices(each: Told, findings: Sequence[Finding], comparison: Comparison) -> Iterator[str]:
    """What can be done: what the rules propose, waiting, or accepting it with a reason."""
    for action in dict.fromkeys(finding.problem.message.partition("; ")[2] for finding in findings):
        if action:
            yield prose(action)
    today = comparison.context.today
    ends = [user.until for user in each.affects if user.why == "running" and user.until and user.until >= today]
    if ends:
        yield f"wait until {day(max(ends), today)}, when all that runs on it is over"
    if rules := sorted({finding.rule for finding in findings}):
        yield f"accept it, by a comment in the document: `# prodops: allow {', '.join(rules)} -- reason`"


def register(comparison: Comparison, changes: Sequence[Told]) -> Iterator[tuple[list[str], int]]:
    """All changes by kind, a line for each; folded where they are many."""
    if not changes:
        return
    folded = len(changes) > FOLDED
    title = f"All {count(len(changes), 'change')}" if len(changes) > 1 else "The change"
    yield (["", "<details>", f"<summary>{title}</summary>"] if folded else ["", f"#### {title}"]), 0
    for kind, found in by_kind(changes):
        first = ["", f"**{counted(len(found), kind)}**", ""]
        for each in found:
            yield [*first, line(each, comparison)], 1
            first = []
    if folded:
        yield ["", "</details>"], 0


def line(each: Told, comparison: Comparison) -> str:
    """One change: what it is, and its fields in short."""
    change, said = each.change, fields_of(each, comparison)
    was = f" from {markdown(change.before.id)}" if change.sort == "renamed" and change.before else ""
    return f"- {markdown(change.entity.title)} **{change.sort}**{was}" + (f": {'; '.join(said)}" if said else "")


def fields_of(each: Told, comparison: Comparison) -> list[str]:
    """What is other, in short."""
    fields = [field for field in each.change.fields if field.keys != ("id",)]
    said = [markdown(" ".join(field_words(field, comparison.context.today))) for field in fields[:MOST_FIELDS]]
    return [*said, *([f"{len(fields) - MOST_FIELDS} more"] if len(fields) > MOST_FIELDS else [])]
