"""Requirements: a trial that takes only users of others, which have to be there for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.collide import Disjoint, collide
from prodops_cli.overlap.trial import Trial


@dataclass(frozen=True, slots=True)
class Unmet:
    """Nobody can be in both, as a trial wants: in itself and one that it requires, or in two of those."""

    one: str
    other: str
    proof: Disjoint


def unmet(trial: Trial, trials: Mapping[str, Trial], attributes: Mapping[str, Attribute]) -> tuple[Unmet, ...]:
    """Why nobody can take part; what keeps users of its requirements from taking part in those is not told again."""
    wanted = {id: required_by(id, trials) for id in sorted(trial.requires) if id in trials}
    others = sorted({*wanted}.union(*wanted.values()) - {trial.id})
    elsewhere = [{id, *more} for id, more in wanted.items()]

    def apart(one: str, other: str) -> Iterator[Unmet]:
        if not any({one, other} <= those for those in elsewhere):
            proof = collide(trials[one], trials[other], attributes)
            if isinstance(proof, Disjoint):
                yield Unmet(one, other, proof)

    own = [each for other in others for each in apart(trial.id, other)]
    met = [other for other in others if other not in {each.other for each in own}]
    return (*own, *(each for one, other in combinations(met, 2) for each in apart(one, other)))


def required_by(id: str, trials: Mapping[str, Trial]) -> frozenset[str]:
    """All that a trial requires, and what those require, and so on; itself, where that goes round in a circle."""
    found: set[str] = set()
    ahead = [id]
    while ahead:
        more = {each for each in trials[ahead.pop()].requires if each in trials} - found
        found |= more
        ahead += more
    return frozenset(found)
