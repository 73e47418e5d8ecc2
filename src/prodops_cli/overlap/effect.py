"""Effects that last: what a trial changed may be felt for some time after its end."""

from collections.abc import Iterable
from datetime import tzinfo

from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Window


def prolonged(window: Window, durations: Iterable[Duration], zone: tzinfo) -> Window:
    """The window with some durations after its end, one after the other: burn-out, cooldown."""
    lengths = tuple(durations)

    def longer(stretch: Stretch) -> Stretch:
        stop = stretch.stop
        for length in lengths:
            stop = length.after(stop, zone)
        return Stretch(stretch.start, stop)

    return Window(window.sure and longer(window.sure), longer(window.possible), window.doubt)


def felt_together(a: Trial, b: Trial) -> Stretch | None:
    """When one surely runs while the other does, or its effect is still felt."""
    felt = (joint(a.felt.sure, b.window.sure), joint(a.window.sure, b.felt.sure))
    return max((each for each in felt if each), key=lambda each: each.stop, default=None)


def joint(one: Stretch | None, other: Stretch | None) -> Stretch | None:
    """The instants of both, where there are any."""
    return one.intersection(other) if one and other else None
