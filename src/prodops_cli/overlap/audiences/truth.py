"""Truth with a third value, in the logic of Kleene: `min` is and, `max` is or."""

from enum import IntEnum


class Truth(IntEnum):
    """Ordered so that a conjunction is as true as its least true part. Compare with `is`: UNKNOWN is not false."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


def truth(fact: bool) -> Truth:
    return Truth.TRUE if fact else Truth.FALSE


def negation(of: Truth) -> Truth:
    return Truth(Truth.TRUE - of)
