"""Themes: what customers say again and again, and what has answered it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.launch import Launch


@dataclass(frozen=True, slots=True)
class Theme:
    """What pieces of feedback have in common; those that say what another says are not among them."""

    name: str
    heard: tuple[Feedback, ...]

    @property
    def title(self) -> str:
        """As people say it."""
        return self.name.replace("-", " ").replace("_", " ").capitalize()

    @property
    def open(self) -> tuple[Feedback, ...]:
        """Those about which something is still to be done."""
        return tuple(each for each in self.heard if each.is_live)

    def unanswered(self, catalog: Catalog) -> tuple[Feedback, ...]:
        """Those to which nothing is an answer: neither a plan, nor what went out after them, nor a refusal."""
        answered = [each for each in self.heard if is_answered(each, catalog)]
        if any(each.status != "shipped" for each in answered):
            return ()
        last = max((shipped_on(each, catalog) for each in answered), default=date.min)
        return tuple(each for each in self.open if not is_answered(each, catalog) and (each.received or last) >= last)


def themes(catalog: Catalog) -> Iterator[Theme]:
    """All themes of a catalog, by name; `late_parcels` is `late-parcels`."""
    found: defaultdict[str, list[Feedback]] = defaultdict(list)
    for each in catalog.all(Feedback):
        for name in dict.fromkeys(theme.replace("_", "-") for theme in each.themes or ()):
            if each.status != "duplicate":
                found[name].append(each)
    return (Theme(name, tuple(found[name])) for name in sorted(found))


def mentions(heard: Iterable[Feedback]) -> int:
    """How often something was heard."""
    return sum(each.heard for each in heard)


def is_answered(feedback: Feedback, catalog: Catalog) -> bool:
    """Whether somebody has said what becomes of it, or something is under way that may be an answer."""
    if feedback.status in ("planned", "shipped", "declined") or feedback.decision:
        return True
    launch = catalog.get(Launch, feedback.launch)
    tests = (catalog.get(Experiment, id) for id in feedback.experiments or ())
    return (launch is not None and launch.status != "cancelled") or any(test and is_answer(test) for test in tests)


def is_answer(test: Experiment) -> bool:
    """Whether an experiment may still answer something: it wasn't called off, and didn't fail."""
    outcome = test.decision.outcome if test.decision else None
    return test.status != "cancelled" and outcome not in ("stop", "rollback", "inconclusive")


def shipped_on(feedback: Feedback, catalog: Catalog) -> date:
    """The day on which its answer went out; where nobody wrote that, it has answered all that was ever said."""
    launch = catalog.get(Launch, feedback.launch)
    return (launch.day if launch else None) or date.max


def went_out(feedback: Feedback, catalog: Catalog) -> Launch | None:
    """The launch that answered it, or that brought the experiment which did to everybody; the first to be out."""
    tests = (catalog.get(Experiment, id) for id in feedback.experiments or ())
    ids = [feedback.launch, *(test.decision.rolled_out_in for test in tests if test and test.decision)]
    launches = (catalog.get(Launch, id) for id in ids)
    out = [launch for launch in launches if launch and launch.status == "launched"]
    return min(out, key=lambda launch: (launch.day or date.max, launch.id), default=None)
