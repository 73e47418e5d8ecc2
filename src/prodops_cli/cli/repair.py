"""Which repairs a lint is asked for; cheap to ask, since most ask for none."""

from dataclasses import dataclass

from prodops_cli.failure import Misuse


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is wanted: to write fixes or to print them (`diff`), and whether also those that ask for it (`unsafe`)."""

    write: bool
    diff: bool
    unsafe: bool

    @classmethod
    def wanted(cls, fix: bool, diff: bool, unsafe: bool, revision: str | None) -> "Fixing":
        """What the options say. Raises Misuse where they say nothing that can be done."""
        if fix and revision is not None and not diff:
            raise Misuse("a revision can't be fixed", "leave out --rev, or see with --diff what would change")
        if unsafe and not (fix or diff):
            raise Misuse(
                "--unsafe-fixes only says which fixes are meant",
                "add --fix, or --diff to see them before they are made",
            )
        return cls(fix and not diff, diff, unsafe)
