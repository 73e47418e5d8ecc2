"""Unreadable: a file of YAML that is none, as the rules of the family yaml word it."""

from prodops_cli.catalog.wrong import Wrong


class Unreadable(Exception):
    """What is wrong with a file; nothing is read of it."""

    def __init__(self, wrong: tuple[Wrong, ...]) -> None:
        super().__init__(type(wrong[0]).__name__)
        self.wrong = wrong
