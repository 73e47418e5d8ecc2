"""What `prodops seen-by` prints: what a customer sees, in the words of those who answer the telephone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from prodops_cli import escape
from prodops_cli.catalog.people import People
from prodops_cli.encounters.asked.arrival import Arrival
from prodops_cli.encounters.asked.sight import Seen, Sight
from prodops_cli.encounters.words import in_words
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.outputs.encode import written
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.phrases import count, day, listing, percent
from prodops_cli.views.overlap.json import client_value, rounded
from prodops_cli.views.plain import VERSION, Json

RECENT: Final = timedelta(days=90)
"""What has been there for longer is no news to anybody."""
MOST_NAMED: Final = 3
NEARLY_ALL: Final = 0.9995


@dataclass(frozen=True, slots=True)
class Answer:
    """What such a user sees on a day; `undated` are drafts that nobody can place."""

    client: Client
    on: date
    today: date
    sights: tuple[Sight, ...]
    arrivals: tuple[Arrival, ...]
    undated: tuple[Experiment, ...]
    people: People

    @property
    def recent(self) -> tuple[Arrival, ...]:
        """The launches of the last weeks."""
        return tuple(each for each in self.arrivals if each.when > self.on - RECENT)


def sections(answer: Answer) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Titles, with a line for each thing and what there is to say of it."""
    sure = [each for each in answer.sights if not each.reasons]
    perhaps = [each for each in answer.sights if each.reasons]
    yield "Takes part in", [(name(each.experiment), list(told(each, answer))) for each in sure]
    yield "Perhaps takes part in", [(name(each.experiment), list(told(each, answer))) for each in perhaps]
    yield "New for them", [(dated(each, answer.today), list(arrived(each, answer))) for each in answer.recent]


def told(sight: Sight, answer: Answer) -> Iterator[str]:
    """Why only perhaps, how many see what, and whom to ask."""
    yield from (f"perhaps, because {reason}" if is_clause(reason) else reason for reason in sight.reasons)
    if sight.experiment.status == "paused":
        yield "it is paused: whoever was in it keeps what they saw"
    yield lot(sight)
    yield f"ask {answer.people.ask(sight.experiment.owner)}"


def is_clause(reason: str) -> bool:
    """Whether a reason is no condition, but a sentence."""
    return not reason.startswith(("only ", "not "))


def lot(sight: Sight) -> str:
    """`20% of such users see one-page and 20% three-pages (as before); the others are not in it`."""
    if not sight.variants:
        return f"{many(sight.taken)} such users are in it; nobody wrote what they see"
    if sight.experiment.type == "switchback":
        return f"each place has by turns {listing([called(each) for each in sight.variants])}"
    rest = "" if sight.taken > NEARLY_ALL else "; the others are not in it"
    first, *more = sight.variants
    seen = [f"{many(first.share)} such users see {called(first)}"]
    return listing([*seen, *(f"{percent(each.share)} {called(each)}" for each in more)]) + rest


def many(share: float) -> str:
    """`all`, `20% of`."""
    return "all" if share > NEARLY_ALL else f"{percent(share)} of"


def called(seen: Seen) -> str:
    """A variant, and whether it is what was there before."""
    return f"{seen.key} (as before)" if seen.role == "control" else seen.key


def arrived(arrival: Arrival, answer: Answer) -> Iterator[str]:
    """Why only perhaps, what customers are told, and whom to ask."""
    yield from (f"perhaps, because {reason}" if is_clause(reason) else reason for reason in arrival.reasons)
    if arrival.launch.release_note:
        yield f"“{' '.join(arrival.launch.release_note.split())}”"
    yield f"ask {answer.people.ask(arrival.launch.owner)}"


def name(entity: Experiment | Launch) -> str:
    """What it is called, its id, and where it is."""
    called = f"{entity.name} ({entity.id})" if entity.name else entity.id
    return f"{called} on {listing(entity.surfaces)}" if entity.surfaces else called


def dated(arrival: Arrival, today: date) -> str:
    """A launch with its day."""
    return f"{day(arrival.when, today)}: {name(arrival.launch)}"


def title(answer: Answer) -> str:
    """`A user with country DE and platform web, on 7 Sep`."""
    said = [
        f"{attribute} {in_words(value)}" if value not in (None, ()) else f"no {attribute}"
        for attribute, value in sorted(answer.client.items())
    ]
    return f"{f'A user with {listing(said)}' if said else 'Any user'}, on {day(answer.on, answer.today)}"


def left_out(answer: Answer) -> Iterator[str]:
    """What is not told, and what can't be."""
    if any(len(each.variants) > 1 for each in answer.sights):
        yield "which variant one user sees is drawn by lot: your experimentation tool knows"
    if older := len(answer.arrivals) - len(answer.recent):
        yield f"{count(older, 'launch', 'launches')} of more than {RECENT.days} days before: all are in -f json"
    if answer.undated:
        few = f" ({listing([each.id for each in answer.undated])})" if len(answer.undated) <= MOST_NAMED else ""
        yield f"{count(len(answer.undated), 'planned experiment')}{few} of which nobody wrote when it starts"


def as_text(answer: Answer, look: Look) -> Iterator[str]:
    """The answer for a terminal."""
    yield from (look.paint(line, Ink.bold) for line in wrap(shown(title(answer)), look.width))
    for head, things in sections(answer):
        if things:
            yield ""
            yield look.paint(head, Ink.bold)
        for thing, details in things:
            yield from hanging(thing, 2, look)
            for detail in details:
                yield from hanging(detail, 4, look)
    if not answer.sights and not answer.recent:
        yield "sees nothing that is tried, and nothing new"
    for number, line in enumerate(left_out(answer)):
        if not number:
            yield ""
        yield from wrap(shown(f"Not told: {line}"), look.width)


def hanging(text: str, indent: int, look: Look) -> Iterator[str]:
    """A text of which all lines but the first are indented further."""
    first, *more = wrap(shown(text), look.width - indent - 2)
    yield " " * indent + first
    yield from (" " * (indent + 2) + line for line in more)


def as_markdown(answer: Answer) -> Iterator[str]:
    """The answer to paste."""
    yield f"**{escape.markdown(title(answer))}**"
    for head, things in sections(answer):
        if things:
            yield ""
            yield f"{head}:"
            yield ""
        for thing, details in things:
            yield f"* {escape.markdown(thing)}"
            yield from (f"  * {escape.markdown(detail)}" for detail in details)
    if not answer.sights and not answer.recent:
        yield ""
        yield "Sees nothing that is tried, and nothing new."
    for line in left_out(answer):
        yield ""
        yield escape.markdown(f"Not told: {line}.")


def as_json(answer: Answer, revision: str | None) -> Iterator[str]:
    """One object, a line for each of its parts."""
    parts: Json = {
        "version": VERSION,
        "today": answer.today.isoformat(),
        "revision": revision,
        "on": answer.on.isoformat(),
        "client": {attribute: client_value(value) for attribute, value in sorted(answer.client.items())},
        "experiments": [experiment(each) for each in answer.sights],
        "launches": [launch(each) for each in answer.arrivals],
        "undated": [each.id for each in answer.undated],
    }
    lines = [written({key: value})[1:-1] for key, value in parts.items()]
    yield "{" + lines[0] + ","
    yield from (f" {line}," for line in lines[1:-1])
    yield f" {lines[-1]}}}"


def experiment(sight: Sight) -> Json:
    """An experiment as plain values."""
    return {
        "id": sight.experiment.id,
        "owner": sight.experiment.owner,
        "type": sight.experiment.type,
        "status": sight.experiment.status,
        "surfaces": sight.experiment.surfaces or (),
        "sure": not sight.reasons,
        "reasons": sight.reasons,
        "share": rounded(sight.taken),
        "variants": [{"key": each.key, "role": each.role, "share": rounded(each.share)} for each in sight.variants],
    }


def launch(arrival: Arrival) -> Json:
    """A launch as plain values."""
    return {
        "id": arrival.launch.id,
        "owner": arrival.launch.owner,
        "stage": arrival.launch.stage,
        "status": arrival.launch.status,
        "surfaces": arrival.launch.surfaces or (),
        "date": arrival.when.isoformat(),
        "sure": not arrival.reasons,
        "reasons": arrival.reasons,
    }
