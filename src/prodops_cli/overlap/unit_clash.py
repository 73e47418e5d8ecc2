"""Places that two trials can't both have, or that one trial wants for two things."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from prodops_cli.overlap.answer import Apart, Together
from prodops_cli.overlap.audiences import clients
from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.overlap.dimension import buckets, exclusion, holdout, layer
from prodops_cli.overlap.effect import felt_together, joint
from prodops_cli.overlap.ground import living, shared_places
from prodops_cli.overlap.places import Places
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import Stretch

Attributes = Mapping[str, Attribute]


Why = Literal["treated", "compared", "fitted"]


@dataclass(frozen=True, slots=True)
class UnitClash:
    """`by` changes places that `of` needs for itself in this stretch.

    treated: `of` treats them too; it starts later, or has the greater id. compared: they are its controls or donors.
    fitted: `of` will treat them, and learns in its pre-period how they would do without.
    """

    why: Why
    by: str
    of: str
    places: tuple[str, ...]
    when: Stretch
    client: Client = field(default_factory=dict, hash=False)  # who lives in the first of them, and whom both take


def contradictions(places: Places, attributes: Attributes) -> tuple[str, ...]:
    """The places that are treated, and compared with what is treated."""
    return shared_places(places.treated, places.compared, attributes.get(places.attribute, UNDECLARED))


def unit_clashes(a: Trial, b: Trial, attributes: Attributes) -> tuple[UnitClash, ...]:
    """What is proved of two trials, the same whichever is named first; a trial without places treats its audience."""
    named = {each.places.attribute for each in (a, b) if each.places}
    apart = (isinstance(dimension(a, b, attributes), Apart) for dimension in (exclusion, holdout, buckets, layer))
    if len(named) != 1 or any(apart):
        return ()
    attribute = attributes.get(named.pop(), UNDECLARED)
    one, other = sorted((a, b), key=lambda each: (each.window.possible.start, each.id))
    claims = (*_treated(one, other, attribute), *_needed(one, other, attribute), *_needed(other, one, attribute))
    found = ((claim, tuple(_inhabited(claim.places, a, b, attributes))) for claim in claims)
    return tuple(
        replace(claim, places=tuple(place for place, _ in there), client=there[0][1]) for claim, there in found if there
    )


def _treated(by: Trial, of: Trial, attribute: Attribute) -> Iterator[UnitClash]:
    when = felt_together(by, of)
    if when:
        some = [each.places.treated for each in (by, of) if each.places]
        yield UnitClash("treated", by.id, of.id, shared_places(some[0], some[-1], attribute), when)


def _needed(by: Trial, of: Trial, attribute: Attribute) -> Iterator[UnitClash]:
    """A trial without places changes all of them alike, which disturbs no comparison."""
    if by.places and of.places:
        needs: tuple[tuple[Why, frozenset[str], Stretch | None], ...] = (
            ("compared", of.places.compared, of.places.pre_period),
            ("compared", of.places.compared, of.window.sure),
            ("fitted", of.places.treated, of.places.pre_period),
        )
        for why, places, needed in needs:
            if when := joint(by.felt.sure, needed):
                yield UnitClash(why, by.id, of.id, shared_places(by.places.treated, places, attribute), when)


def _inhabited(places: tuple[str, ...], a: Trial, b: Trial, attributes: Attributes) -> Iterator[tuple[str, Client]]:
    """Those in which somebody lives whom both surely take, each with one who does."""
    for place in places:
        met = clients.meet(living(a, (place,)), living(b, (place,)), attributes)
        if isinstance(met, Together):
            yield place, met.evidence
