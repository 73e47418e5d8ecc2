"""Lenses: above an experiment, whom it meets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from prodops_cli.encounters.asked.choice import Choice, chosen
from prodops_cli.encounters.asked.standing import Sort, Standing, Standings
from prodops_cli.encounters.days import when
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.encounters.words import part
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.collide import Overlapping
from prodops_cli.phrases import count

SORTS = (Sort.in_the_way, Sort.unsure, Sort.lasting, Sort.agreed)


def lenses(encounters: Encounters, paths: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """By id, what is said above each experiment in these files that is not over."""
    wanted = frozenset(paths)
    standings = Standings(encounters)
    mine = (each for each in encounters.catalog.all(Experiment) if each.document.source.path in wanted)
    return {each.id: tuple(said(each, standings)) for each in mine if each.is_live and is_known(each, encounters)}


def is_known(experiment: Experiment, encounters: Encounters) -> bool:
    """Whether it is the one that its id means."""
    return encounters.catalog.get(Experiment, experiment.id) is experiment


def said(experiment: Experiment, standings: Standings) -> Iterator[str]:
    """Whom it meets, the worst first; that it meets nobody, where that is so."""
    found = sorted(chosen(Choice(ids=(experiment.id,)), standings), key=lambda each: list(Sort).index(each.sort))
    loud = [each for each in found if each.sort in SORTS]
    yield from (meeting(experiment, each, standings) for each in loud)
    if not loud:
        beside = sum(each.sort is Sort.beside for each in found)
        yield f"in nobody's way, beside {count(beside, 'other')}" if beside else "no overlaps"


def titles(said: Sequence[str]) -> Iterator[str]:
    """What fits above an experiment, on the one line that editors have for it: the worst, and how many more."""
    yield from said[:1]
    if len(said) > 1:
        yield f"and {len(said) - 1:,} more"


def meeting(experiment: Experiment, standing: Standing, standings: Standings) -> str:
    """`meets one-page-checkout from 7 to 14 Sep (8 days): 12.5% of its users`."""
    pair = standing.pair
    other = pair.b if pair.a.id == experiment.id else pair.a
    match pair.verdict:
        case Overlapping(window=window, shares=shares):
            share = part(shares.of_a if pair.a.id == experiment.id else shares.of_b)
            agreed = ", agreed" if standing.sort is Sort.agreed else ""
            days = when(window, standings.zone, standings.today)
            return f"meets {other.id} {days}{f': {share} of its users' if share else ''}{agreed}"
        case _ if standing.sort is Sort.lasting and standing.told:
            return standing.told.lasting
        case _:
            return f"may meet {other.id}: nobody can tell"
