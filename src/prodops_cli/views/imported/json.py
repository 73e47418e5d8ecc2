"""An import for programs: every record, field by field."""

from collections.abc import Iterator

from prodops_cli.importers.outcome import Field, Imported, Outcome
from prodops_cli.outputs.encode import Json, indented
from prodops_cli.views.plain import VERSION, readable


def lines(outcome: Outcome) -> Iterator[str]:
    """One object."""
    said: Json = {
        "version": VERSION,
        "system": outcome.system,
        "documents": [document(each) for each in outcome.imported],
        "gone": [{"kind": each.kind, "id": each.id, "path": each.path} for each in outcome.gone],
        "untaken": list(outcome.untaken),
        "conflicts": outcome.conflicts,
        "files": [step.path for step in outcome.steps],
    }
    yield indented(said)


def document(each: Imported) -> Json:
    """A record and its document."""
    return {
        "kind": each.kind,
        "id": each.id,
        "key": each.key,
        "path": each.path,
        "place": each.place,
        "state": each.state.value,
        "fields": [field(one) for one in each.fields],
        "withheld": dict(each.withheld),
        "dropped": list(each.dropped),
    }


def field(one: Field) -> Json:
    """What became of a field."""
    said = {"then": readable(one.then), "now": readable(one.now), "file": readable(one.file)}
    return {"field": one.name, "fate": one.fate.value, **said, "reason": one.reason or None}
