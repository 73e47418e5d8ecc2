"""Requirements: a trial that takes only users of others, which have to be there for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from prodops_cli.overlap.attribute import Attribute
from prodops_cli.overlap.collide import Disjoint, collide
from prodops_cli.overlap.trial import Trial


@dataclass(frozen=True, slots=True)
class Unmet:
    """Nobody can be in both trials, as the trial wants: itself and one that it requires, or two of those."""

    one: str
    other: str
    proof: Disjoint


def unmet(trial: Trial, trials: Mapping[str, Trial], attributes: Mapping[str, Attribute]) -> tuple[Unmet, ...]:
    """Why nobody can take part; where what it requires can't be met by itself, that is not told again."""
    wanted = {id: required_by(id, trials) for id in sorted(trial.requires) if id in trials}
    whole = {trial.id, *wanted}.union(*wanted.values())
    told_elsewhere = [{id, *others} for id, others in wanted.items()]
    pairs = (pair for pair in combinations(sorted(whole), 2) if not any(set(pair) <= those for those in told_elsewhere))
    proofs = ((one, other, collide(trials[one], trials[other], attributes)) for one, other in pairs)
    return tuple(Unmet(one, other, proof) for one, other, proof in proofs if isinstance(proof, Disjoint))


def required_by(id: str, trials: Mapping[str, Trial]) -> frozenset[str]:
    """All that a trial requires, and what those require, and so on; itself, where that goes round in a circle."""
    found: set[str] = set()
    ahead = [id]
    while ahead:
        more = {each for each in trials[ahead.pop()].requires if each in trials} - found
        found |= more
        ahead += more
    return frozenset(found)
