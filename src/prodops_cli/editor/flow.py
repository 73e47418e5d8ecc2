"""Flow: where a place is inside of brackets, of which nobody may have written the end."""

from dataclasses import dataclass, field
from typing import NamedTuple

from prodops_cli.documents.node import Address

FARTHEST = 50_000
OPENING, CLOSING = ("[", "{"), ("]", "}")


@dataclass
class Bracket:
    """An opened list or mapping: the key or the index that is being written, and the keys before."""

    is_list: bool
    index: int = 0
    key: str | None = None
    keys: list[str] = field(default_factory=list)
    word: str = ""

    @property
    def step(self) -> str | int | None:
        """The step into what is being written; None for a key that is not written yet."""
        return self.index if self.is_list else self.key

    def next(self) -> None:
        """A comma: what is written is over."""
        self.index, self.key, self.word = self.index + 1, None, ""

    def named(self) -> None:
        """A colon: what was written is a key."""
        self.key, self.word = self.word.strip(), ""
        self.keys.append(self.key)


class Inside(NamedTuple):
    """The way into the brackets, whether a key is being written, and the keys that are there already."""

    address: Address
    is_key: bool
    keys: tuple[str, ...]


def inside(text: str, start: int, stop: int) -> Inside | None:
    """Where `stop` is, seen from the bracket at `start`; None behind its end, and where nobody wants to read so far."""
    if stop - start > FARTHEST:
        return None
    opened: list[Bracket] = []
    quote = ""
    for offset in range(start, stop):
        character = text[offset]
        if quote:
            quote = "" if character == quote else quote
            opened[-1].word += character if quote else ""
        elif character in "\"'" and opened[-1].word.strip() == "":
            quote = character
        elif character in OPENING:
            opened.append(Bracket(character == "["))
        elif character in CLOSING:
            opened.pop()
            if not opened:
                return None
        else:
            written(opened[-1], character, text[offset + 1 : offset + 2])
    return where(opened)


def written(bracket: Bracket, character: str, after: str) -> None:
    """One more character in a bracket."""
    if character == ",":
        bracket.next()
    elif character == ":" and not bracket.is_list and bracket.key is None and after in ("", *" \t\r\n,]}[{"):
        bracket.named()
    else:
        bracket.word += character


def where(opened: list[Bracket]) -> Inside | None:
    """What the opened brackets come to."""
    if not opened:
        return None
    *outer, last = opened
    way = tuple(step for each in outer if (step := each.step) is not None)
    is_key = last.step is None
    here = () if last.step is None else (last.step,)
    return Inside((*way, *here), is_key, tuple(last.keys))
