"""How an experiment divides its units between its variants."""

from dataclasses import dataclass

from prodops_cli.models.experiment import Experiment
from prodops_cli.sizing.lack import Lack
from prodops_cli.statistics.size import Arms

EXAMPLE = "[{key: old, role: control}, {key: new, role: treatment}]"


@dataclass(frozen=True, slots=True)
class Division:
    """The variants that get units, each with its part of them; the parts make 1."""

    keys: tuple[str, ...]
    shares: tuple[float, ...]
    control: int

    @property
    def arms(self) -> tuple[Arms, ...]:
        """Each treatment beside control."""
        control = self.shares[self.control]
        return tuple(Arms(control, share) for at, share in enumerate(self.shares) if at != self.control)


def division(experiment: Experiment) -> Division | Lack:
    """By weights, which are alike where none is written; a variant without a part takes none."""
    weighted = [(each, 1 if each.weight is None else each.weight) for each in experiment.variants or ()]
    parts = [(each, weight) for each, weight in weighted if weight]
    control = next((at for at, (each, _) in enumerate(parts) if each.role == "control"), None)
    if control is None or len(parts) < 2:
        return Lack(("variants",), "a control and a treatment, each with a part of the traffic", EXAMPLE)
    total = sum(weight for _, weight in parts)
    keys = tuple(each.key or str(at) for at, (each, _) in enumerate(parts))
    return Division(keys, tuple(weight / total for _, weight in parts), control)
