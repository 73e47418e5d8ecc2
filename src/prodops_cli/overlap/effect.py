"""Effects that last: what a trial changed may be felt for some time after its end."""

from collections.abc import Iterable
from datetime import tzinfo

from prodops_cli.overlap.duration import Duration
from prodops_cli.overlap.stretch import Stretch
from prodops_cli.overlap.window import Window


def prolonged(window: Window, durations: Iterable[Duration], zone: tzinfo) -> Window:
    """The window with some durations after its end, one after the other: burn-out, cooldown."""
    lengths = tuple(durations)

    def longer(stretch: Stretch) -> Stretch:
        stop = stretch.stop
        for length in lengths:
            stop = length.after(stop, zone)
        return Stretch(stretch.start, stop)

    return Window(window.sure and longer(window.sure), longer(window.possible), window.doubt)
