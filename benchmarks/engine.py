"""What the overlap engine costs by itself, without reading anything: engine.py EXPERIMENTS SURFACES DAYS."""

import gc
import json
import resource
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from time import process_time
from typing import TypeVar

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import Audience, Constraint
from prodops_cli.overlap.audiences.condition import NoneOf, OneOf
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.collide import Overlapping, collide
from prodops_cli.overlap.layers.capacity import uses
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.surface import above
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Window

Answer = TypeVar("Answer")

START = datetime(2026, 1, 1, tzinfo=UTC)
COUNTRIES = ("FR", "DE", "IN", "US", "BR", "JP")
PLATFORMS = {"web": 0.5, "ios": 0.3, "android": 0.2}
ATTRIBUTES = {
    "platform": Attribute(values=tuple(PLATFORMS), shares={**PLATFORMS}),
    "country": Attribute(),
}
IN_A_LAYER = 30
BUCKETS = 10_000


def main() -> None:
    """Prints the figures as JSON."""
    gc.disable()  # as commands do
    experiments, surfaces, days = map(int, sys.argv[1:])
    trials = list(made(experiments, surfaces, days))
    spans = [Span(each.window.possible, each.surfaces) for each in trials]
    candidates, found = timed(lambda: list(pairs(spans, above)))
    compared, verdicts = timed(lambda: [collide(trials[one], trials[other], ATTRIBUTES) for one, other in found])
    overlapping = [each for each in verdicts if isinstance(each, Overlapping)]
    shares, _ = timed(lambda: [each.shares.of_b for each in overlapping])
    layers: defaultdict[str, list[Trial]] = defaultdict(list)
    for each in trials:
        layers[each.slot.layer if each.slot else ""].append(each)
    capacity, _ = timed(lambda: [uses(Layer(name, BUCKETS), some, ATTRIBUTES) for name, some in layers.items()])
    print(
        json.dumps(
            {
                "overlapping": len(overlapping),
                "candidates": candidates,
                "collide": compared,
                "shares": shares,
                "capacity": capacity,
                "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Seconds of the processor, and what came of it; once, since the engine remembers what it has seen."""
    before = process_time()
    answer = work()
    return process_time() - before, answer


def made(experiments: int, surfaces: int, days: int) -> Iterator[Trial]:
    """Tests of two weeks that start on any of these days."""
    random = Random(1)
    for number in range(experiments):
        start = START + timedelta(days=random.randrange(days))
        when = Stretch(start, start + timedelta(days=14))
        yield Trial(
            f"test-{number:06}",
            Window(when, when),
            Audience(tuple(constraints(random))),
            (f"page-{random.randrange(surfaces)}.part-{random.randrange(3)}",),
            Slot(f"layer-{random.randrange(max(1, experiments // IN_A_LAYER))}", BUCKETS),
            traffic=random.choice((5.0, 10.0, 20.0, 50.0)),
        )


def constraints(random: Random) -> Iterator[Constraint]:
    """One or two, or none."""
    if random.random() < 0.7:
        yield Constraint("country", (OneOf(frozenset(random.sample(COUNTRIES, random.randint(1, 4)))),))
    if random.random() < 0.5:
        yield Constraint("platform", (NoneOf(frozenset((random.choice(list(PLATFORMS)),))),))


def row(figures: Mapping[str, float]) -> str:
    """The cells of a line of the page."""
    times = " | ".join(f"{figures[name] * 1000:,.0f} ms" for name in ("candidates", "collide", "shares", "capacity"))
    return f"{figures['overlapping']:,.0f} | {times} | {figures['mebibytes']:,.0f} MiB |"


if __name__ == "__main__":
    main()
