"""What ends a command without an answer: the world is not as it must be, or what is asked for can't be."""

FOUND, WRONG_USAGE, COULD_NOT, BUG, INTERRUPTED = 1, 2, 3, 4, 130
"""The exit codes of every command; 0 where nothing was found."""


class Failure(Exception):
    """No catalog, an unknown revision, a file that cannot be written: exit 3.

    `sentence` says what is, `hint` what to do.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class Misuse(Exception):
    """An option, a name or a setting that can't be: exit 2. `sentence` says what is, `hint` what to do."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
