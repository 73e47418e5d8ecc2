"""Requirements that can't be met."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from prodops_cli.overlap.collide import Disjoint
from prodops_cli.overlap.requirement import Unmet, required_by, unmet
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Window
from tests.overlap.written import audience

START = datetime(2026, 3, 1, tzinfo=UTC)


def trial(name: str, requires: str = "", days: tuple[int, int] = (0, 9), **written: Any) -> Trial:
    stretch = Stretch(START + timedelta(days=days[0]), START + timedelta(days=days[1]))
    return Trial(name, Window(stretch, stretch), audience(written, {}), requires=frozenset(requires))


def world(*trials: Trial) -> dict[str, Trial]:
    return {each.id: each for each in trials}


TIME = Disjoint(("time",), unstable=False)
COUNTRY = Disjoint(("audience.country",), unstable=False)

UNMET = {
    "21": (world(trial("a", "b", (5, 9)), trial("b", days=(0, 5))), [Unmet("a", "b", TIME)]),
    "at one time": (world(trial("a", "b", (4, 9)), trial("b", days=(0, 5))), []),
    "a requirement of what it requires": (
        world(trial("a", "b", (5, 9)), trial("b", "c"), trial("c", days=(0, 5))),
        [Unmet("a", "c", TIME)],
    ),
    "two that can't meet": (
        world(trial("a", "bc"), trial("b", country=["FR"]), trial("c", country=["DE"])),
        [Unmet("b", "c", COUNTRY)],
    ),
    "what is another one's mistake": (
        world(trial("a", "b"), trial("b", "c", country=["FR"]), trial("c", country=["DE"])),
        [],
    ),
    "nobody knows the other": (world(trial("a", "b")), []),
    "each other": (world(trial("a", "b"), trial("b", "a")), []),
}


@pytest.mark.parametrize(("trials", "expected"), UNMET.values(), ids=UNMET)
def test_nobody_can_take_part(trials: dict[str, Trial], expected: list[Unmet]) -> None:
    assert list(unmet(trials["a"], trials, {})) == expected


def test_requirements_of_requirements_and_circles() -> None:
    trials = world(trial("a", "b"), trial("b", "cx"), trial("c", "b"), trial("d"))
    assert {id: "".join(sorted(required_by(id, trials))) for id in trials} == {"a": "bc", "b": "bc", "c": "bc", "d": ""}
