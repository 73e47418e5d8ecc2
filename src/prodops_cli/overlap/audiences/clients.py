"""Which clients two audiences have in common."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences import region
from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.audiences.audience import EVERYONE, Audience, Branch, branch_pairs, branches, trunk
from prodops_cli.overlap.audiences.doubt import AudienceDoubt, TooManyBranches
from prodops_cli.overlap.audiences.predicate import holds, predicate
from prodops_cli.overlap.audiences.region import Region
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Client

Attributes = Mapping[str, Attribute]
Meeting = Apart | Together[Client] | Unsure[AudienceDoubt]


@dataclass(frozen=True, slots=True)
class Barrier:
    """What divides two branches: each proof is enough. Unstable ones only where there are no others."""

    proofs: tuple[Apart, ...]

    @property
    def unstable(self) -> bool:
        return self.proofs[0].unstable


PairAnswer = Barrier | Together[Client] | Unsure[AudienceDoubt]


def meet(a: Audience, b: Audience, attributes: Attributes) -> Meeting:
    """Together with a client that both admit; a client's attributes that neither speaks of are left out."""
    outset = _meet_branches(trunk(a), trunk(b), attributes)
    if not (a.any_of or b.any_of):
        return _summary([outset], complete=True)
    if not isinstance(outset, Barrier):
        return _meet_any(a, b, attributes)
    proof = _proof([outset])
    # The branches may be divided by what lasts. There may also be too many of them to say so.
    lasting = _meet_any(a, b, attributes) if proof.unstable else proof
    return lasting if isinstance(lasting, Apart) else proof


def divided(mine: Branch, theirs: Branch, attributes: Attributes) -> bool:
    """It is proved that no client is in both of the alternatives."""
    return isinstance(_meet_branches(mine, theirs, attributes), Barrier)


def contradictions(audience: Audience, attributes: Attributes) -> tuple[str, ...]:
    """The dimensions (`audience.country`) that prove that nobody is in the audience; empty where that is not proved."""
    alone = meet(audience, EVERYONE, attributes)
    return alone.by if isinstance(alone, Apart) else ()


def satisfiable(audience: Audience, attributes: Attributes) -> bool:
    """False only where it is proved that nobody is in the audience."""
    return not contradictions(audience, attributes)


def admits(audience: Audience, client: Client, attributes: Attributes) -> Truth:
    """Whether this very client is in the audience. An attribute that the client doesn't have is missing."""
    return max(_admitted(branch, client, attributes) for branch in branches(audience))


def _admitted(branch: Branch, client: Client, attributes: Attributes) -> Truth:
    return min(
        (
            holds(predicate(condition, attributes.get(name, UNDECLARED)), client.get(name))
            for name, conditions in branch.items()
            for condition in conditions
        ),
        default=Truth.TRUE,
    )


def _meet_any(a: Audience, b: Audience, attributes: Attributes) -> Meeting:
    pairs, complete = branch_pairs(a, b)
    answers: list[PairAnswer] = []
    for mine, theirs in pairs:
        answers.append(_meet_branches(mine, theirs, attributes))
        if isinstance(answers[-1], Together):
            break
    return _summary(answers, complete=complete)


def _meet_branches(mine: Branch, theirs: Branch, attributes: Attributes) -> PairAnswer:
    answers = {each.name: region.meet(each) for each in _regions(mine, theirs, attributes)}
    proofs = [answer for answer in answers.values() if isinstance(answer, Apart)]
    if proofs:
        return Barrier(tuple(proof for proof in proofs if not proof.unstable) or tuple(proofs))
    doubts = tuple(doubt for answer in answers.values() if isinstance(answer, Unsure) for doubt in answer.doubts)
    if doubts:
        return Unsure(doubts)
    return Together({name: answer.evidence for name, answer in answers.items() if isinstance(answer, Together)})


def _regions(mine: Branch, theirs: Branch, attributes: Attributes) -> Iterator[Region]:
    for name in sorted(mine.keys() | theirs.keys()):
        yield Region(name, attributes.get(name, UNDECLARED), mine.get(name, ()), theirs.get(name, ()))


def _summary(answers: Sequence[PairAnswer], *, complete: bool) -> Meeting:
    doubts: list[AudienceDoubt] = [] if complete else [TooManyBranches(len(answers))]
    barriers = []
    for answer in answers:
        match answer:
            case Together():
                return answer
            case Unsure():
                doubts.extend(answer.doubts)
            case Barrier():
                barriers.append(answer)
            case _:
                assert_never(answer)
    return Unsure(tuple(dict.fromkeys(doubts))) if doubts else _proof(barriers)


def _proof(barriers: Sequence[Barrier]) -> Apart:
    """By one dimension where one divides all pairs of branches, else by one for each."""
    names = [[name for proof in barrier.proofs for name in proof.by] for barrier in barriers]
    common = [name for name in names[0] if all(name in others for others in names)]
    by = common[:1] or sorted({first for first, *_ in names})
    return Apart(tuple(by), unstable=any(barrier.unstable for barrier in barriers))
