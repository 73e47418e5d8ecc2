"""Asking: questions on a terminal, with numbers for what there is to choose from. Nothing is written meanwhile."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import typer

from prodops_cli.failure import Misuse
from prodops_cli.outputs.screen import columns, shown, wrap
from prodops_cli.phrases import count
from prodops_cli.starter.drafts.choices import Choice, Choices

FEW: Final = 12
"""How many choices have a line each, with their names."""
MANY: Final = 40
"""How many choices are listed; of more, those that somebody types a part of."""


def is_terminal() -> bool:
    """Whether there is somebody who could answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody at a terminal that is so wide."""

    width: int

    def say(self, text: str) -> None:
        """Says something beside the answers."""
        sys.stderr.writelines(f"{line}\n" for line in wrap(shown(text), self.width))

    def refuse(self, misuse: Misuse) -> None:
        """Says why an answer can't be."""
        self.say(f"  {misuse.sentence}{f'; {misuse.hint}' if misuse.hint else ''}")

    def text(self, prompt: str, usual: str = "") -> str:
        """What somebody types; what is usual, where that is nothing."""
        shows = f" [{shown(usual)}]" if usual else ""
        said: str = typer.prompt(f"{shown(prompt)}{shows}", default="", show_default=False, err=True)
        return said.strip() or usual

    def answer(self, key: str, asks: str, choices: Choices, usual: str, without: str) -> str:
        """The answer to a question, as `--set` would take it.

        `without` says what it is to give none, which is empty then; where it is empty itself, the question needs one.
        """
        self.say("")
        self.say(asks + self.how(choices, usual, without))
        listed = choices.among if len(choices.among) <= MANY else ()
        self.list(listed)
        while True:
            said = self.text(key, usual)
            if not (said or without):
                self.say(f"  {key} needs an answer; Ctrl-C ends, and nothing is written")
                continue
            found = self.understood(said, choices, listed) if said and choices.among else said
            if found is not None:
                return found

    def how(self, choices: Choices, usual: str, without: str) -> str:
        """What one has to know to answer."""
        said = []
        if choices.takes_several:
            said.append("several are divided by commas")
        if len(choices.among) > MANY:
            said.append(f"{count(len(choices.among), 'choice')}: type a part of one to see those like it")
        if without and not usual:
            said.append(f"Enter {without}")
        return f" ({'; '.join(said)})" if said else ""

    def list(self, among: tuple[Choice, ...]) -> None:
        """The choices with their numbers: with their names where they are few, else side by side."""
        widest = max((columns(shown(each.value)) for each in among), default=0)
        cells = [
            f"{number:4}  {padded(each.value, widest)}  {shown(each.name) if len(among) <= FEW else ''}".rstrip()
            for number, each in enumerate(among, 1)
        ]
        beside = 1 if len(among) <= FEW else max(1, self.width // (widest + 7))
        rows = -(-len(cells) // beside)
        for row in range(rows):
            line = "".join(padded(cell, widest + 7) for cell in cells[row::rows])
            sys.stderr.write(f"{line.rstrip()}\n")

    def understood(self, said: str, choices: Choices, listed: tuple[Choice, ...]) -> str | None:
        """The choices that somebody means; None where that is not clear, which is said."""
        words = [word.strip() for word in said.split(",")] if choices.takes_several else [said]
        try:
            found = [self.meant(word, choices, listed) for word in words if word]
        except Misuse as misuse:
            self.refuse(misuse)
            return None
        return f"[{', '.join(found)}]" if choices.takes_several else found[0]

    def meant(self, word: str, choices: Choices, listed: tuple[Choice, ...]) -> str:
        """The choice that a word, a number or a part of a name means. Raises Misuse."""
        if word in choices.values:
            return word
        if word.isdecimal() and 0 < int(word) <= len(listed):
            return listed[int(word) - 1].value
        alike = tuple(like(word, choices))
        if len(alike) == 1:
            return alike[0].value
        if 1 < len(alike) <= MANY:
            self.list(alike)
            raise Misuse(f"`{word}` may be any of these", "type more of it")
        if alike:
            raise Misuse(f"`{word}` is a part of {len(alike):,}", "type more of it")
        if word.isdecimal() and listed and choices.closed:
            numbers = f"1 to {len(listed)}" if len(listed) > 1 else "1"
            raise Misuse(f"`{word}` is no number of the list", f"type {numbers}, or a part of a name")
        choices.refuse(word)
        return word


def padded(text: str, room: int) -> str:
    """A text as it may stand on a screen, in so many columns."""
    return shown(text) + " " * (room - columns(shown(text)))


def like(word: str, choices: Choices) -> Iterator[Choice]:
    """The choices of which a word is a part."""
    folded = word.casefold()
    return (each for each in choices.among if folded in each.value or folded in each.name.casefold())
