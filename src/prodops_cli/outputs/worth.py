"""What is worth this week: of very many findings the few with which to begin."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from prodops_cli.findings import EXISTING, Finding, Verdict
from prodops_cli.outputs.look import INKS, Ink, Look
from prodops_cli.outputs.names import entity
from prodops_cli.outputs.screen import columns, shown, wrap
from prodops_cli.phrases import day

MANY: Final = 50
FEW: Final = 5
OF_A_RULE: Final = 2
"""How many of the few one rule may have: one that fires everywhere has one cause, and hides the others."""


def is_many(verdict: Verdict) -> bool:
    """Whether there is more than anybody reads."""
    return sum(finding.counts for finding in verdict.findings) > MANY


def worth(verdict: Verdict) -> tuple[Finding, ...]:
    """The findings to begin with: the loudest, on what is live, first where something happens soon, or costs much.

    An entity has one of them, a rule two.
    """
    live = [finding for finding in verdict.findings if finding.counts and matters(finding)]
    chosen: list[Finding] = []
    rules: Counter[str] = Counter()
    seen = set()
    for finding in sorted(live, key=lambda finding: urgency(finding, verdict.scope.today)):
        who = (finding.about.kind, finding.about.id) if finding.about else finding.path
        if len(chosen) < FEW and who not in seen and rules[finding.rule] < OF_A_RULE:
            chosen.append(finding)
            rules[finding.rule] += 1
            seen.add(who)
    return tuple(chosen)


def matters(finding: Finding) -> bool:
    """Whether a finding is about something live, or about a file of which nobody knows what it holds."""
    return finding.about is None or finding.about.stakes is not None


def urgency(finding: Finding, today: date) -> tuple[int, date, float]:
    """Sorts by severity, day and cost; nobody knows what is due in a file that can't be read."""
    stakes = finding.about.stakes if finding.about else None
    when = (stakes.day or date.max) if stakes else today
    return -finding.severity, when, -stakes.cost if stakes else 0.0


def section(few: Sequence[Finding], verdict: Verdict, look: Look) -> Iterator[str]:
    """The few, each with what is at stake, close together: with the summary they fill a small terminal."""
    if few:
        yield look.paint("Worth this week:", Ink.bold)
    for number, finding in enumerate(few, 1):
        yield from item(number, finding, verdict.scope.today, look)
    if few:
        yield ""


def advice(verdict: Verdict, where: str = "") -> Iterator[str]:
    """How to set the rest aside, unless that is done already; `where` leads the command to the catalog."""
    scope = verdict.scope
    if is_many(verdict) and not (scope.revision or scope.since or EXISTING in dict(verdict.left_out)):
        at = shown(f" {where}" if where else "")
        yield f"Too many for now? `prodops baseline create{at}` sets them aside; then only what is new is told."


def item(number: int, finding: Finding, today: date, look: Look) -> Iterator[str]:
    """What is at stake, what is wrong, and where; of a file that can't be read there is only the place to tell."""
    lead = f"{number}. "
    room = look.width - len(lead)
    position = finding.problem.place.source.position(finding.problem.place.span.start)
    place = shown(f"{finding.path}:{position.line}:{position.column}")
    what = shown(f"{entity(finding.about)}{at_stake(finding, today)}") if finding.about else place
    first, *more = wrap(what, room)
    yield f"{lead}{look.paint(first, Ink.bold)}"
    yield from (f"   {look.paint(line, Ink.bold)}" for line in more)
    head = f"{finding.severity.name}: {finding.rule}"
    first, *more = wrap(shown(finding.problem.message), room, room - columns(head) - 2)
    yield f"   {look.paint(head, INKS[finding.severity])}: {first}"
    yield from (f"   {line}" for line in more)
    if finding.about:
        yield f"   {place}"


def at_stake(finding: Finding, today: date) -> str:
    """`: decide by 7 Oct, 84,000 EUR a year`; nothing where nothing is known."""
    stakes = finding.about.stakes if finding.about else None
    if stakes is None:
        return ""
    told = [f"{stakes.what} {day(stakes.day, today)}" if stakes.day else "", stakes.price]
    said = ", ".join(filter(None, told))
    return f": {said}" if said else ""
