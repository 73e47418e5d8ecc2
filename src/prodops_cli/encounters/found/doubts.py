"""Doubts: experiments of which nobody can tell whether they meet others, once for each reason."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from prodops_cli.documents.document import Place
from prodops_cli.documents.node import Address
from prodops_cli.encounters.found.surfaces import Surfaces, TrialPair
from prodops_cli.encounters.trials import Trials, in_order
from prodops_cli.findings import Severity
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.audiences.doubt import MixedKinds, OpaqueText, TooManyBranches, UndeclaredValue
from prodops_cli.overlap.collide import Possible
from prodops_cli.overlap.doubt import Doubt, Undated, Unpacked
from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.windows.window import NoStart, Overdue

Reason: TypeAlias = OpaqueText | MixedKinds | TooManyBranches | NoStart | Overdue


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An experiment that may meet others on some surfaces; `place` is where one can make sure."""

    experiment: Experiment
    reason: Reason
    place: Place
    others: tuple[Experiment, ...]
    surfaces: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        """How loud it is: what depends on dates is soon to be decided, what depends on audiences may be meant so."""
        return Severity.warning if isinstance(self.reason, NoStart | Overdue) else Severity.notice


Cause: TypeAlias = tuple[str, Reason]
"""Whose doubt it is, and which."""


def doubtful(trials: Trials, surfaces: Surfaces) -> Iterator[Doubtful]:
    """By id. A pair is told for one reason; what other rules tell already (a slip in a value or a date) is none."""
    found: defaultdict[Cause, list[TrialPair]] = defaultdict(list)
    for pair, met in surfaces.verdicts:
        if not isinstance(met, Possible) or not met.window.intersection(trials.ahead):
            continue
        if cause := cause_of(pair, met.doubts, trials):
            found[cause].append(pair)
    for (id, reason), pairs in sorted(found.items(), key=lambda item: (item[0][0], repr(item[0][1]))):
        experiment = trials.named[id]
        others = sorted(each.id for pair in pairs for each in pair if each.id != id)
        common = {surface for a, b in pairs for surface in shared(a.surfaces, b.surfaces)}
        names = tuple(trials.named[other] for other in others)
        yield Doubtful(experiment, reason, place(experiment, reason), names, tuple(sorted(common)))


def cause_of(pair: TrialPair, doubts: tuple[Doubt, ...], trials: Trials) -> Cause | None:
    """The first doubt that is worth a word; none where one of them is told elsewhere."""
    if any(isinstance(doubt, UndeclaredValue | Unpacked) for doubt in doubts):
        return None
    earlier, later = (each.id for each in in_order(*pair))
    match doubts[0]:
        case Undated(id, NoStart() as why):
            return (id, why) if trials.named[id].is_scheduled else None
        case Undated(_, Overdue() as why):
            return later, why
        case OpaqueText(attribute, text) as why:
            return next(((id, why) for id in (later, earlier) if says(trials.named[id], attribute, text)), None)
        case MixedKinds(attribute) as why:
            return (later, why) if attribute not in trials.attributes else None
        case TooManyBranches() as why:
            return later, why
        case _:
            return None


def says(experiment: Experiment, attribute: str, text: str) -> Address | None:
    """Where an experiment asks for another system's expression; what nobody can read is a slip, told elsewhere."""
    for address, constraint in experiment.audience.each(("audience",)) if experiment.audience else ():
        if address[-1] == attribute and constraint.opaque == text:
            return (*address, "opaque")
    return None


def place(experiment: Experiment, reason: Reason) -> Place:
    """Where one can make sure: at the expression, at the audience, where a start should be."""
    match reason:
        case OpaqueText(attribute, text):
            return experiment.at(*(says(experiment, attribute, text) or ("audience",)))
        case MixedKinds() | TooManyBranches():
            return experiment.at("audience", part="key")
        case NoStart() | Overdue():
            return experiment.at("start")
