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
    def wanted(cls, fix: bool, diff: bool, unsafe: bool, unwritable: str) -> "Fixing":
        """What the options say; `unwritable` is what can't be written to, if anything.

        Raises Misuse where they say nothing that can be done.
        """
        if fix and unwritable and not diff:
            raise Misuse(f"{unwritable} can't be fixed", "fix the work tree, or see with --diff what would change")
        if unsafe and not (fix or diff):
            raise Misuse(
                "--unsafe-fixes only says which fixes are meant",
                "add --fix, or --diff to see them before they are made",
            )
        return cls(fix and not diff, diff, unsafe)
