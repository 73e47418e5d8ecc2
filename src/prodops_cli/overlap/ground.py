"""Where two trials meet of which at least one treats whole places."""

from collections.abc import Iterable, Mapping
from itertools import chain

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences import clients
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import Audience, Constraint, narrowed
from prodops_cli.overlap.audiences.clients import Meeting
from prodops_cli.overlap.audiences.condition import OneOf
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.overlap.doubt import GeoDoubt, OtherPlaces, Unplaced
from prodops_cli.overlap.trial import Trial

Attributes = Mapping[str, Attribute]


def meet(a: Trial, b: Trial, attributes: Attributes) -> Apart | Together[Client] | Unsure[GeoDoubt]:
    """Together with a client in a place that one treats, and the other treats or compares with others."""
    nowhere = tuple(Unplaced(each.id) for each in (a, b) if each.places and not each.places.treated)
    if nowhere:
        return Unsure(nowhere)
    met = _either(
        clients.meet(treated(a), counted(b), attributes),
        clients.meet(counted(a), treated(b), attributes),
    )
    if a.places and b.places and a.places.attribute != b.places.attribute and isinstance(met, Together):
        return Unsure((OtherPlaces((a.places.attribute, b.places.attribute)),))
    return met


def _either(one: Meeting, other: Meeting) -> Meeting:
    """Where one way of meeting is enough."""
    match one, other:
        case (Together() as met, _) | (_, Together() as met):
            return met
        case Apart(by, unstable), Apart(_, also):
            return Apart(by, unstable=unstable or also)
        case _:
            unsure = (each.doubts for each in (one, other) if isinstance(each, Unsure))
            return Unsure(tuple(dict.fromkeys(chain.from_iterable(unsure))))


def treated(trial: Trial) -> Audience:
    """Whom it may treat: those who live where it does; all of its audience where it isn't about places."""
    return living(trial, trial.places.treated) if trial.places else trial.audience


def counted(trial: Trial) -> Audience:
    """Whom it looks at: those whom it may treat, and those with whom it compares them."""
    return living(trial, trial.places.all) if trial.places else trial.audience


def living(trial: Trial, places: Iterable[str]) -> Audience:
    """Those of its audience who live in one of these places."""
    if trial.places is None:
        return trial.audience
    return narrowed(trial.audience, Constraint(trial.places.attribute, (OneOf(frozenset(places)),)))


def shared_places(mine: frozenset[str], theirs: frozenset[str], attribute: Attribute) -> tuple[str, ...]:
    """The places of either side that are those of the other, or lie in one of them."""
    pairs = ((mine, theirs), (theirs, mine))
    return tuple(sorted({place for some, others in pairs for place in some if attribute.among(place, others)}))
