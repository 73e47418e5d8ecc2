"""What `prodops diff -f json` prints: one object, in which each change is a line of its own."""

from collections.abc import Iterator

from prodops_cli.changes.change import FieldChange
from prodops_cli.findings import Finding
from prodops_cli.outputs.encode import written
from prodops_cli.pipeline import Comparison
from prodops_cli.views.changes.meaning import Affected, Told, told
from prodops_cli.views.plain import VERSION, Json, readable


def as_json(comparison: Comparison, head: str | None) -> Iterator[str]:
    """`head` is a commit; None for the work tree."""
    context = comparison.context
    parts = {"version": VERSION, "today": context.today.isoformat(), "base": comparison.since.commit, "head": head}
    yield written(parts)[:-1] + ', "changes": ['
    changes = told(comparison)
    last = len(changes) - 1
    for index, each in enumerate(changes):
        yield written(plain(each)) + ("," if index < last else "")
    yield "]}"


def plain(each: Told) -> Json:
    """A change; `was` is the former id of what was renamed, `from` the former path of what was moved."""
    change = each.change
    kind, id = change.key
    before, after = ((entity.document.source.path if entity else None) for entity in (change.before, change.after))
    return {
        "kind": kind,
        "id": id,
        "change": change.sort,
        "was": change.before.id if change.before and change.sort == "renamed" else None,
        "path": after or before,
        "from": before if before and after and before != after else None,
        "fields": [field(found) for found in change.fields],
        "breaking": each.is_breaking,
        "affects": [affected(found) for found in each.affects],
        "findings": [said(found) for found in (*each.findings, *each.allowed)],
    }


def field(found: FieldChange) -> Json:
    """A field, with what was written before and after; the items of lists have their names in the address."""
    before, after = readable(found.before), readable(found.after)
    return {"address": [*found.address], "class": found.aspect, "before": before, "after": after}


def affected(found: Affected) -> Json:
    """Who is affected; `through` are the metrics between."""
    entity = found.entity
    return {"kind": entity.kind, "id": entity.id, "role": found.role, "why": found.why, "through": [*found.path]}


def said(found: Finding) -> Json:
    """What a rule says."""
    parts = {"rule": found.rule, "severity": found.severity.name, "message": found.problem.message}
    return parts | {"fingerprint": found.fingerprint, "allowed": found.allowed}
