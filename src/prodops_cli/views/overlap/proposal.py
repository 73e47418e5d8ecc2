"""What `prodops overlap --surface … --start …` prints: the answer in a sentence to paste, and who is there."""

from collections.abc import Iterator
from typing import Final

from prodops_cli import escape
from prodops_cli.catalog.people import People
from prodops_cli.encounters.asked.because import unsure
from prodops_cli.encounters.asked.conditions import asked
from prodops_cli.encounters.asked.proposal import Answer, Neighbour, Reply
from prodops_cli.encounters.days import last_day, when
from prodops_cli.encounters.found import clash
from prodops_cli.encounters.words import part, witnessed
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer
from prodops_cli.outputs.encode import written
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.overlap.collide import Overlapping, Possible
from prodops_cli.phrases import days, listing, percent
from prodops_cli.views.overlap.json import verdict
from prodops_cli.views.overlap.text import whom
from prodops_cli.views.plain import VERSION, Json

MOST_NAMED: Final = 3
ALL: Final = 100
INKS: Final = {Answer.yes: Ink.green, Answer.perhaps: Ink.yellow, Answer.no: Ink.red}
TYPES: Final = {
    "holdout": "a holdout",
    "switchback": "a switchback",
    "synthetic_control": "a synthetic control",
}


def sentence(reply: Reply, people: People) -> str:
    """The answer: who is in the way, whom to ask, and the first free day."""
    match reply.answer:
        case Answer.yes:
            return f"Yes: nobody is in your way on {asked_for(reply)}{seats(reply)}."
        case Answer.perhaps:
            reasons = listing(reasons_of(reply.in_the_way[0], reply))
            return (
                f"Perhaps: {named(reply.in_the_way)} may be in your way on {asked_for(reply)}: can't tell, because"
                f" {reasons}. Ask {asking(reply, people)}."
            )
        case Answer.no if not surely(reply):
            return f"No: {crowded(reply)} for {asked_for(reply)}. Ask {keeper(reply, people)}; {free(reply)}."
        case Answer.no:
            full = f", and {crowded(reply)}" if reply.is_crowded else ""
            return (
                f"No, not on {asked_for(reply)}: {named(surely(reply))} {'is' if len(surely(reply)) == 1 else 'are'} in"
                f" your way{full}. Ask {asking(reply, people)}; {free(reply)}."
            )


def asked_for(reply: Reply) -> str:
    """`checkout from 7 to 20 Sep (14 days), for users with country DE, at 50% of the traffic`."""
    proposal = reply.proposal
    audience = asked(proposal.audience)
    return "".join(
        (
            f"{listing(proposal.surfaces)} {when(reply.trial.window.possible, reply.trials.zone, reply.trials.today)}",
            f" for users with {audience}" if audience else "",
            f" at {percent(proposal.traffic / ALL)} of the traffic" if proposal.traffic < ALL else "",
        )
    )


def seats(reply: Reply) -> str:
    """The buckets that it could have; nothing without a layer."""
    if not reply.trial.slot:
        return ""
    buckets = listing([clash.number(each) for each in reply.trial.buckets])
    return f", in the layer {reply.trial.slot.layer} with buckets {buckets}"


def crowded(reply: Reply) -> str:
    """What is left of the layer, which is not enough."""
    return f"the layer {reply.proposal.layer} has only {percent(reply.left)} free"


def keeper(reply: Reply, people: People) -> str:
    """Whom to ask for room in the layer."""
    layer = reply.trials.catalog.get(Layer, reply.proposal.layer)
    return people.ask(layer.owner if layer else None)


def surely(reply: Reply) -> tuple[Neighbour, ...]:
    """Those that surely meet it."""
    return tuple(each for each in reply.in_the_way if isinstance(each.verdict, Overlapping))


def named(neighbours: tuple[Neighbour, ...]) -> str:
    """`“Saved cards” (saved-cards)`; of many, the first, and how many more there are."""
    names = [quoted(each.experiment) for each in neighbours]
    more = len(names) - MOST_NAMED
    return listing(names if more <= 0 else [*names[:MOST_NAMED], f"{more:,} more"])


def quoted(experiment: Experiment) -> str:
    """What it is called, and its id."""
    return f"“{experiment.name}” ({experiment.id})" if experiment.name else experiment.id


def asking(reply: Reply, people: People) -> str:
    """Whom to ask."""
    return listing(list(dict.fromkeys(people.ask(each.experiment.owner) for each in reply.in_the_way)), "and")


def free(reply: Reply) -> str:
    """`the first free days are 14 to 27 Sep`."""
    first, last = reply.free_from, reply.free_until
    if first is None or last is None:
        return "no later day is free, since nobody wrote when it ends"
    return f"the first free days are {days(first, last, reply.trials.today)}"


def reasons_of(neighbour: Neighbour, reply: Reply) -> list[str]:
    """Why nobody can tell of one."""
    doubts = neighbour.verdict.doubts if isinstance(neighbour.verdict, Possible) else ()
    return list(dict.fromkeys(unsure(each, reply.trials.zone, reply.trials.today) for each in doubts))


def as_text(reply: Reply, people: People, look: Look) -> Iterator[str]:
    """The sentence, then who is there, for a terminal."""
    first, *more = wrap(shown(sentence(reply, people)), look.width)
    yield look.paint(reply.answer, INKS[reply.answer]) + first.removeprefix(reply.answer)
    yield from more
    for head, details in told(reply, people):
        start, *rest = wrap(shown(head), look.width - 4)
        yield ""
        yield f"  {look.paint(start, Ink.bold)}"
        yield from (f"    {line}" for line in rest)
        yield from (f"    {line}" for detail in details for line in wrap(shown(detail), look.width - 4))


def as_markdown(reply: Reply, people: People) -> Iterator[str]:
    """The same, to paste."""
    yield escape.markdown(sentence(reply, people))
    for number, (head, details) in enumerate(told(reply, people)):
        if not number:
            yield ""
        yield f"* {escape.markdown(head)}"
        yield from (f"  * {escape.markdown(detail)}" for detail in details)


def told(reply: Reply, people: People) -> Iterator[tuple[str, list[str]]]:
    """Each experiment that is there, with what one has to know of it."""
    for each in reply.in_the_way:
        yield f"{heading(each)}{until(each.experiment, reply)}", list(details(each, reply, people))
    for each in reply.beside:
        what = TYPES.get(each.experiment.type or "", "on a surface for several at once")
        yield f"{heading(each)} is there, too, and not in the way: {what}", []
    for each in reply.lasting:
        reach = when(each.verdict.window, reply.trials.zone, reply.trials.today)
        yield f"{heading(each)} is over by then, and still felt {reach}", [f"ask {whom((each.experiment,), people)}"]


def heading(neighbour: Neighbour) -> str:
    """Who, and where."""
    return f"{quoted(neighbour.experiment)} on {listing(neighbour.surfaces)}"


def until(experiment: Experiment, reply: Reply) -> str:
    """Its own days."""
    reach = reply.trials.of(experiment).window
    return f" {when(reach.possible, reply.trials.zone, reply.trials.today)}" if reach.sure else ""


def details(each: Neighbour, reply: Reply, people: People) -> Iterator[str]:
    """The witness or the doubts, the share of users, and whom to ask."""
    if each.experiment.type == "rollout":
        yield "it is a rollout: it changes meanwhile what you would be compared with"
    if isinstance(each.verdict, Overlapping):
        yield f"for example: {witnessed(each.verdict.witness, reply.trials.zone, reply.trials.today)}"
        if share := part(each.verdict.shares.of_a):
            yield f"{share} of your users would be in both"
    yield from (f"can't tell, because {reason}" for reason in reasons_of(each, reply))
    yield f"ask {whom((each.experiment,), people)}"


def as_json(reply: Reply, people: People, revision: str | None) -> Iterator[str]:
    """One object, a line for each of its parts."""
    proposal, zone = reply.proposal, reply.trials.zone
    last = last_day(reply.trial.window.possible, zone)
    is_no = reply.answer is Answer.no
    parts: Json = {
        "version": VERSION,
        "today": reply.trials.today.isoformat(),
        "revision": revision,
        "surfaces": proposal.surfaces,
        "start": proposal.start.isoformat(),
        "end": last.isoformat() if last else None,
        "layer": proposal.layer,
        "buckets": [[each.start, each.stop] for each in reply.trial.buckets],
        "answer": reply.answer.name,
        "sentence": sentence(reply, people),
        "free_from": reply.free_from.isoformat() if is_no and reply.free_from else None,
        "in_the_way": [plain(each, reply) for each in reply.in_the_way],
        "beside": [plain(each, reply) for each in reply.beside],
        "lasting": [plain(each, reply) for each in reply.lasting],
    }
    lines = [written({key: value})[1:-1] for key, value in parts.items()]
    yield "{" + lines[0] + ","
    yield from (f" {line}," for line in lines[1:-1])
    yield f" {lines[-1]}}}"


def plain(each: Neighbour, reply: Reply) -> Json:
    """Somebody who is there; a is the proposed test, b is it."""
    return {
        "id": each.experiment.id,
        "owner": each.experiment.owner,
        "surfaces": each.surfaces,
        **verdict(each.verdict, reply.trials.zone),
    }
