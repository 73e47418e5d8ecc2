"""Later: what became of an entity since the moment at which it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prodops_cli.changes.change import Change
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.wording import told
from prodops_cli.views.changes.json import field
from prodops_cli.views.plain import Json
from prodops_cli.views.show.past import hanging


@dataclass(frozen=True, slots=True)
class Later:
    """What is different now; None where nothing is."""

    change: Change | None


def since_then(found: Later, today: date, look: Look) -> Iterator[str]:
    """The lines of what is different."""
    for line in differences(found.change, today):
        yield from hanging(line, 2, look)


def differences(change: Change | None, today: date) -> Iterator[str]:
    """What is different, field by field."""
    if change is None:
        yield "nothing is different now"
    elif change.after is None:
        yield "it was removed"
    else:
        if change.sort == "renamed":
            yield f"it is called {change.after.id} now"
        if change.sort == "moved":
            yield f"nothing but its file, which is {change.after.document.source.path} now"
        yield from (": ".join(told(each, today)) for each in change.fields if each.keys != ("id",))


def as_plain(found: Later) -> Json:
    """What is different, for programs."""
    change = found.change
    return {
        "change": change.sort if change else None,
        "id": change.after.id if change and change.after else None,
        "fields": [field(each) for each in change.fields] if change else [],
    }
