"""What `prodops show` prints: all that is known of one entity, as a page or as JSON."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Finding, Verdict
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.owner import Owner
from prodops_cli.outputs import names
from prodops_cli.outputs.encode import written
from prodops_cli.outputs.formats import json
from prodops_cli.outputs.look import INKS, Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.views.plain import VERSION, Json, plain
from prodops_cli.views.show.fields import fields
from prodops_cli.views.show.later import Later, as_plain, since_then
from prodops_cli.views.show.past import Past, past
from prodops_cli.views.uses import uses


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity of a catalog, what is wrong with it, how it came to be as it is, and, of the past, what came later."""

    entity: Entity
    catalog: Catalog
    verdict: Verdict
    past: Past
    later: Later | None = None

    @property
    def today(self) -> date:
        """The day from which it is seen."""
        return self.verdict.scope.today

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is said of it, and what of others points at it."""
        return tuple(found for found in self.verdict.findings if self.is_meant(found))

    @property
    def allowed(self) -> int:
        """How much more people have agreed to."""
        return sum(self.is_meant(found) for found in self.verdict.allowed)

    def is_meant(self, found: Finding) -> bool:
        """Whether a finding is about it, or shows it beside what it is about."""
        places = (found.problem.place, *(other.place for other in found.problem.related))
        return any(self.catalog.entity_at(place) is self.entity for place in places)


def page(portrait: Portrait, look: Look) -> Iterator[str]:
    """All that is known, for people."""
    yield from head(portrait, look)
    yield ""
    yield from fields(portrait.entity, portrait.catalog, look)
    sections = (
        *((("Since then", since_then(portrait.later, portrait.today, look)),) if portrait.later else ()),
        ("Used by", uses(portrait.entity, portrait.catalog, look)),
        ("Findings", findings(portrait, look)),
        ("History", past(portrait.past, portrait.today, look)),
    )
    for title, lines in sections:
        yield ""
        yield look.paint(title, Ink.bold)
        yield from lines


def head(portrait: Portrait, look: Look) -> Iterator[str]:
    """What it is, where it stands, and whom to ask."""
    entity = portrait.entity
    place = entity.at("id")
    yield look.paint(f"{entity.kind} {shown(entity.id)}", Ink.bold) + (f"  {shown(entity.name)}" if entity.name else "")
    yield f"{shown(place.source.path)}:{place.source.position(place.span.start).line}"
    if isinstance(entity, Owned):
        yield shown(f"owner {whom(portrait)}")


def whom(portrait: Portrait) -> str:
    """`checkout: Checkout, led by Jonas Weber, #team-checkout`."""
    id = portrait.entity.owner if isinstance(portrait.entity, Owned) else None
    owner = portrait.catalog.get(Owner, id)
    if owner is None:
        return f"{id}, whom nobody knows" if id else "nobody"
    lead = portrait.catalog.get(Owner, owner.lead)
    gone = owner.farewell(portrait.today)
    parts = (owner.name, f"led by {lead.title}" if lead else "", owner.channel, owner.email, gone)
    return f"{owner.id}: {', '.join(filter(None, parts))}"


def findings(portrait: Portrait, look: Look) -> Iterator[str]:
    """What is wrong: with it, and, by its name, with another that it is shown beside."""
    found = portrait.findings
    for each in found:
        place = each.problem.place
        is_own = portrait.catalog.entity_at(place) is portrait.entity
        where = f"line {place.source.position(place.span.start).line}"
        other = "" if is_own or not each.about else f" of {each.about.kind} {each.about.id}"
        yield f"  {look.paint(each.severity.name, INKS[each.severity])} {each.rule}, {where}{shown(other)}"
        yield from (f"    {line}" for line in wrap(shown(each.problem.message), look.width - 4))
    if not found:
        yield "  none"
    if portrait.allowed:
        yield f"  not shown: {portrait.allowed:,} allowed"


def as_json(portrait: Portrait) -> Iterator[str]:
    """One object, a line for each of its parts."""
    mentions = portrait.catalog.mentions(portrait.entity)
    parts: Json = {
        "version": VERSION,
        "today": portrait.today.isoformat(),
        "revision": portrait.verdict.scope.revision,
        "entity": plain(portrait.entity),
        "used_by": [
            {"kind": each.by.kind, "id": each.by.id, "address": names.address(each.reference.address)}
            for each in mentions
        ],
        "findings": [json.finding(each) for each in portrait.findings],
        "history": [step_of(asdict(step)) for step in portrait.past.steps],
        "older": portrait.past.older,
        **({"since_then": as_plain(portrait.later)} if portrait.later else {}),
    }
    lines = [written({key: value})[1:-1] for key, value in parts.items()]
    yield "{" + lines[0] + ","
    yield from (f" {line}," for line in lines[1:-1])
    yield f" {lines[-1]}}}"


def step_of(step: Json) -> Json:
    """A step of the past, with its day as ISO 8601 has it."""
    when = step["date"]
    return step | {"date": when.isoformat() if isinstance(when, date) else None, "commit": step["commit"] or None}
