"""JSON for programs, version 1: keys may be added, none is removed or given another meaning."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.documents.document import Place
from prodops_cli.findings import EXISTING, About, Create, Finding, Fix, Move, Related, Replace, Scope, Severity, Verdict
from prodops_cli.outputs.encode import Json, written
from prodops_cli.outputs.look import Look

VERSION: Final = 1


def render(verdict: Verdict, look: Look) -> Iterator[str]:  # noqa: ARG001
    """One object; each finding is a line of its own."""
    scope = verdict.scope
    head = {"version": VERSION, "today": scope.today.isoformat(), "revision": scope.revision, "base": since(scope)}
    yield written(head)[:-1] + ', "findings": ['
    last = len(verdict.findings) - 1
    for index, found in enumerate(verdict.findings):
        yield written(finding(found)) + ("," if index < last else "")
    yield f'], "summary": {written(summary(verdict))}}}'


def since(scope: Scope) -> str | None:
    """The commit that it was compared with."""
    return scope.since.commit if scope.since else None


def finding(found: Finding) -> Json:
    """A finding; `state` tells new from existing where there is a base."""
    problem = found.problem
    return {
        "rule": found.rule,
        "family": found.family,
        "severity": found.severity.name,
        "message": problem.message,
        "label": problem.label,
        "entity": entity(found.about) if found.about else None,
        "path": found.path,
        "address": found.address,
        **ends(problem.place),
        "related": [related(other) for other in problem.related],
        "notes": problem.notes,
        "help": problem.help,
        "fix": fix(problem.fix) if problem.fix else None,
        "fingerprint": found.fingerprint,
        "state": found.state,
        "allowed": found.allowed,
    }


def entity(about: About) -> Json:
    """The entity that a finding is about."""
    return {"kind": about.kind, "id": about.id, "name": about.name, "owner": about.owner}


def related(other: Related) -> Json:
    """Another place, and what is to be seen there."""
    return {"message": other.message, "path": other.place.source.path, **ends(other.place)}


def ends(place: Place) -> Json:
    """Lines and columns from 1, in code points; the end is the first that is no longer meant."""
    source, span = place.source, place.span
    return {"start": source.position(span.start)._asdict(), "end": source.position(span.stop)._asdict()}


def fix(repair: Fix) -> Json:
    """A fix: replacements of text, then new files, then files that move."""
    operations = repair.operations
    edits = [replacement(edit) for edit in operations if isinstance(edit, Replace)]
    creates = [{"path": new.path, "text": new.text} for new in operations if isinstance(new, Create)]
    moves = [{"path": move.path, "to": move.to} for move in operations if isinstance(move, Move)]
    return {"title": repair.title, "safe": repair.safe, "edits": edits, "creates": creates, "moves": moves}


def replacement(edit: Replace) -> Json:
    """Other text for a range."""
    place = Place(edit.source, exact=edit.span)
    return {"path": edit.source.path, **ends(place), "text": edit.text}


def summary(verdict: Verdict) -> Json:
    """What was found and looked at; `existing` and `fixed` are counted against a base, or a baseline."""
    scope = verdict.scope
    existing = sum(found.state == EXISTING for found in verdict.findings)
    return {
        **{severity.name: verdict.count(severity) for severity in sorted(Severity, reverse=True)},
        "allowed": len(verdict.allowed) + sum(found.allowed is not None for found in verdict.findings),
        "existing": dict(verdict.left_out).get(EXISTING, 0) + existing,
        "fixed": len(verdict.fixed),
        "files": scope.files,
        "entities": dict(scope.entities),
    }
