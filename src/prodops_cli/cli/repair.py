"""Which repairs a lint is asked for; cheap to ask, since most ask for none."""

from dataclasses import dataclass, replace
from datetime import date

from prodops_cli.failure import Misuse
from prodops_cli.lint.accept import Acceptance


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is wanted: to write fixes or to print them (`diff`), and whether also those that ask for it (`unsafe`).

    With an acceptance, what is written are comments that allow what was found.
    """

    write: bool
    diff: bool
    unsafe: bool
    acceptance: Acceptance | None = None

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

    def accepting(self, reason: str | None, until: date | None, unwritable: str) -> "Fixing":
        """The same; where there is a reason, findings are to be allowed for it. Raises Misuse."""
        if reason is None:
            if until is not None:
                raise Misuse("--until only says how long something is allowed", "add --add-allows with a reason")
            return self
        if self.write or self.unsafe:
            raise Misuse("--fix and --add-allows exclude each other", "fix first; then allow what remains")
        if unwritable and not self.diff:
            raise Misuse(
                f"in {unwritable} nothing can be allowed", "allow it in the work tree, or preview it with --diff"
            )
        return replace(self, write=not self.diff, acceptance=Acceptance.of(reason, until))
