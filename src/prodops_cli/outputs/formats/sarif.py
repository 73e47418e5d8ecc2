"""SARIF 2.1.0, for code scanning: findings with their rules' pages, related places and fixes."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from prodops_cli import __version__, rules
from prodops_cli.documents.document import Place
from prodops_cli.escape import uri
from prodops_cli.findings import EXISTING, Finding, Fix, Replace, Severity, Verdict
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import markdown
from prodops_cli.lint.rule import Rule
from prodops_cli.outputs.encode import Json, written
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.names import address, entity
from prodops_cli.outputs.remarks import remarks
from prodops_cli.outputs.screen import shown

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final = {Severity.error: "error", Severity.warning: "warning", Severity.notice: "note"}
ROOT: Final = "%SRCROOT%"
"""What readers call the folder that paths are seen from: the repository's root."""


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """One run; each rule and each finding is a line of its own."""
    names = sorted({finding.rule for finding in verdict.findings})
    known = {rule.name: rule for rule in rules_in(rules)}
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints",'
    yield f'"originalUriBaseIds": {written({ROOT: {"description": {"text": "the root of the repository"}}})},'
    yield f'"tool": {{"driver": {{"name": "prodops", "version": "{__version__}", "rules": ['
    yield from listed(descriptor(name, known.get(name)) for name in names)
    yield ']}}, "results": ['
    yield from listed(result(finding, names.index(finding.rule), look.prefix) for finding in verdict.findings)
    yield "]}]}"


def listed(objects: Iterator[Json]) -> Iterator[str]:
    """Objects divided by commas, a line each."""
    before = ""
    for each in map(written, objects):
        if before:
            yield f"{before},"
        before = each
    if before:
        yield before


def descriptor(name: str, rule: Rule[Any] | None) -> Json:
    """What is known of a rule: how much it matters, what should hold, and its page."""
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def result(finding: Finding, index: int, prefix: str) -> Json:
    """A finding. What is allowed is suppressed, with the reason that people gave."""
    problem = finding.problem
    about = [entity(finding.about)] if finding.about else []
    found: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(map(shown, (problem.message, *about, *remarks(finding))))},
        "locations": [physical(problem.place, prefix) | logical(finding)],
        "partialFingerprints": {"prodops/v1": finding.fingerprint},
    }
    if problem.related:
        found["relatedLocations"] = [
            {"id": number, "message": {"text": shown(other.message)}} | physical(other.place, prefix)
            for number, other in enumerate(problem.related, 1)
        ]
    if problem.fix and all(isinstance(made, Replace) for made in problem.fix.operations):
        found["fixes"] = [repair(problem.fix, prefix)]
    if finding.state is not None:
        found["baselineState"] = "unchanged" if finding.state == EXISTING else "new"
    if finding.allowed is not None:
        found["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": shown(finding.allowed)}]
    return found


def physical(place: Place, prefix: str) -> Json:
    """A place in a file."""
    return {"physicalLocation": {"artifactLocation": artifact(place.source.path, prefix), "region": region(place)}}


def logical(finding: Finding) -> Json:
    """A place in the catalog: an entity, and where in it."""
    if finding.about is None:
        return {}
    where = ".".join(filter(None, (f"{finding.about.kind}/{finding.about.id}", address(finding.address))))
    return {"logicalLocations": [{"name": shown(finding.about.id), "fullyQualifiedName": shown(where)}]}


def artifact(name: str, prefix: str) -> Json:
    """A file of the repository."""
    return {"uri": uri(prefix + name), "uriBaseId": ROOT}


def region(place: Place) -> Json:
    """Lines and columns from 1, in code points; the end is the first that is no longer meant."""
    start, end = (place.source.position(offset) for offset in place.span)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def repair(fix: Fix, prefix: str) -> Json:
    """A fix that edits files; SARIF has no words for one that moves them."""
    edits = sorted((made for made in fix.operations if isinstance(made, Replace)), key=path)
    changes = [change(name, list(some), prefix) for name, some in groupby(edits, key=path)]
    return {"description": {"text": shown(fix.title)}, "artifactChanges": changes}


def path(edit: Replace) -> str:
    """The file that an edit changes."""
    return edit.source.path


def change(name: str, edits: list[Replace], prefix: str) -> Json:
    """What a fix does in one file."""
    replacements = [
        {"deletedRegion": region(Place(edit.source, exact=edit.span)), "insertedContent": {"text": edit.text}}
        for edit in edits
    ]
    return {"artifactLocation": artifact(name, prefix), "replacements": replacements}
