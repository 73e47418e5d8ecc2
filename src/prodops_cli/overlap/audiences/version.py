"""Versions of software: integers joined by dots, in which what is missing is 0, and series of them (`5.2.*`)."""

import re
from dataclasses import dataclass

NUMBERS = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})*")
STAR = ".*"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Zeros at the end are dropped, so that 5.2 equals 5.2.0. There is none below 0, and one between any two."""

    numbers: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", _trimmed(self.numbers))

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers)) or "0"


@dataclass(frozen=True, slots=True)
class Series:
    """All versions that begin with these numbers; zeros at the end count (`5.0.*` is not `5.*`)."""

    numbers: tuple[int, ...]

    @property
    def first(self) -> Version:
        return Version(self.numbers)

    @property
    def after(self) -> Version:
        """The first version beyond."""
        return Version((*self.numbers[:-1], self.numbers[-1] + 1))

    def __contains__(self, version: Version) -> bool:
        return self.first <= version < self.after

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers)) + STAR


def parse(text: str) -> Version | Series:
    """`5.2` or `5.2.*`; ValueError for anything else, and for numbers of more than 18 digits."""
    series = text.endswith(STAR)
    plain = text.removesuffix(STAR)
    if not NUMBERS.fullmatch(plain):
        raise ValueError(f"{text!r} is not a version: integers joined by dots, such as 5.2 or 5.2.*")
    numbers = tuple(map(int, plain.split(".")))
    return Series(numbers) if series else Version(numbers)


def _trimmed(numbers: tuple[int, ...]) -> tuple[int, ...]:
    stop = len(numbers)
    while stop and not numbers[stop - 1]:
        stop -= 1
    return numbers[:stop]
