"""Who meets whom in places: switchbacks and synthetic controls, each other and the tests of users who live there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from prodops_cli.encounters.found.surfaces import Surfaces
from prodops_cli.encounters.pair import Pair
from prodops_cli.encounters.trials import Trials, in_order
from prodops_cli.encounters.words import part, witnessed
from prodops_cli.findings import Severity
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.audiences.reach import share_within
from prodops_cli.overlap.bounds import Bounds
from prodops_cli.overlap.candidates import unit_pairs
from prodops_cli.overlap.collide import Witness
from prodops_cli.overlap.ground import counted, living
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.unit_clash import UnitClash, unit_clashes
from prodops_cli.phrases import listing


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceClash(Pair):
    """Two that want the same places; `metrics` decide both, `near` are surfaces beside each other.

    `living_there` are those of the users of `whose` who live in the places.
    """

    clash: UnitClash
    metrics: tuple[str, ...]
    near: tuple[str, ...]
    living_there: Bounds

    @property
    def severity(self) -> Severity:
        """A test beside it, or one that is decided by the same metric, is a warning; so is a draft."""
        are_planned = self.earlier.is_scheduled and self.later.is_scheduled
        both_places = self.are_both_about_places
        return Severity.error if are_planned and (self.same or (both_places and self.metrics)) else Severity.warning

    @property
    def are_both_about_places(self) -> bool:
        """Whether neither assigns its users one by one."""
        return all(map(is_about_places, (self.earlier, self.later)))

    @property
    def whose(self) -> Experiment:
        """The one that assigns its users one by one; the later one, where neither does."""
        by_one = (each for each in (self.earlier, self.later) if not is_about_places(each))
        return next(by_one, self.later)

    @property
    def in_common(self) -> str:
        """What brings the two together: `both change dispatch`, `both are decided by orders`."""
        if self.same or self.nested:
            return f"both change {self.surfaces}"
        return self.beside or f"both are decided by {listing(self.metrics)}"

    @property
    def beside(self) -> str:
        """`both change parts of home`; empty where they share a surface, or change none beside each other."""
        return f"both change parts of {listing(self.near)}" if self.near and not (self.same or self.nested) else ""

    @property
    def example(self) -> str:
        """One user whom both would take, and how many there are."""
        user = witnessed(Witness(self.clash.client, self.window.start), self.zone, self.today)
        share = part(self.living_there)
        return f"for example: {user}{f'; {share} of the users of {self.whose.id} live there' if share else ''}"


def is_about_places(experiment: Experiment) -> bool:
    """Whether it treats whole places."""
    return bool(experiment.switchback or experiment.synthetic_control)


def place_clashes(trials: Trials, surfaces: Surfaces) -> Iterator[PlaceClash]:
    """The pairs that nobody has agreed to, from today on, by id."""
    changing = [each for id, each in trials.located.items() if trials.named[id].type != "rollout"]
    for a, b in unit_pairs(changing):
        if not trials.is_accepted(a, b) and (found := place_clash(a, b, trials)):
            yield replace(found, free_from=surfaces.free_from(found.later.id))


def place_clash(a: Trial, b: Trial, trials: Trials) -> PlaceClash | None:
    """What two want of the same places, the first of it to happen; None where neither disturbs the other."""
    same, nested = set(a.surfaces) & set(b.surfaces), shared(a.surfaces, b.surfaces)
    metrics, near = tuple(sorted(a.primary & b.primary)), () if a.places and b.places else beside(a, b)
    claim = first_claim(a, b, trials) if nested or metrics or near else None
    if claim is None:
        return None
    earlier, later = in_order(a, b)
    return PlaceClash(
        earlier=trials.named[earlier.id],
        later=trials.named[later.id],
        clash=claim,
        window=claim.when,
        same=tuple(sorted(same)),
        nested=tuple(each for each in nested if each not in same),
        metrics=metrics,
        near=near,
        living_there=living_there(a, b, claim, trials),
        zone=trials.zone,
        today=trials.today,
    )


def living_there(a: Trial, b: Trial, claim: UnitClash, trials: Trials) -> Bounds:
    """Of the users of the one that assigns them one by one (or of the later one), those who live in the places."""
    earlier, later = in_order(a, b)
    mine, theirs = (earlier, later) if later.places and not earlier.places else (later, earlier)
    return share_within(counted(mine), living(theirs, claim.places), trials.attributes)


def first_claim(a: Trial, b: Trial, trials: Trials) -> UnitClash | None:
    """The first that happens from today on; of several, that both treat the same places."""
    claims = unit_clashes(a, b, trials.attributes)
    ahead = (replace(each, when=left) for each in claims if (left := each.when.intersection(trials.ahead)))
    return min(ahead, key=lambda each: (each.when.start, each.why != "treated"), default=None)


def beside(a: Trial, b: Trial) -> tuple[str, ...]:
    """The surfaces of two that have one parent."""
    parents = [{above(surface)[0] for surface in each.surfaces if above(surface)} for each in (a, b)]
    return tuple(sorted(parents[0] & parents[1]))
