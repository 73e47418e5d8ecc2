"""Unfit: a value that a field can't have. `problem` says what it is, `action` what to do."""


class Unfit(ValueError):
    """The values of the source are taken to the letter: what can't be read is no reason to guess."""

    def __init__(self, problem: str, action: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.action = action
