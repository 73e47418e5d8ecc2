"""reviewdog's diagnostics, one on each line: comments on the lines of a change, wherever reviewdog can write them."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Source
from prodops_cli.findings import Finding, Replace, Severity, Verdict
from prodops_cli.outputs.encode import Json, written
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.names import entity
from prodops_cli.outputs.remarks import loudness, remarks
from prodops_cli.outputs.screen import shown

SEVERITIES: Final = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.notice: "INFO"}


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """A diagnostic for each finding."""
    return (written(diagnostic(finding, look.prefix)) for finding in verdict.findings)


def diagnostic(finding: Finding, prefix: str) -> Json:
    """A finding as reviewdog knows it."""
    about = [entity(finding.about)] if finding.about else []
    said = (finding.problem.message, *about, *remarks(finding))
    return {
        "message": "\n".join(map(shown, said)),
        "location": location(finding.problem.place, prefix),
        "severity": SEVERITIES[loudness(finding)],
        "source": {"name": "prodops"},
        "code": {"value": finding.rule},
        "suggestions": list(suggestions(finding)),
        "related_locations": [
            {"message": shown(other.message), "location": location(other.place, prefix)}
            for other in finding.problem.related
        ],
    }


def location(place: Place, prefix: str) -> Json:
    """A place in the repository."""
    return {"path": prefix + place.source.path, "range": extent(place)}


def suggestions(finding: Finding) -> Iterator[Json]:
    """The fix, where it is one edit of the same file: each suggestion has to be right without the others."""
    match finding.problem.fix.operations if finding.problem.fix else ():
        case (Replace(source=source, span=span, text=text),) if source is finding.problem.place.source:
            yield {"range": extent(Place(source, exact=span)), "text": text}
        case _:
            return


def extent(place: Place) -> Json:
    """Where a place begins and ends; the end is the first that is no longer meant."""
    return {"start": position(place.source, place.span.start), "end": position(place.source, place.span.stop)}


def position(source: Source, offset: int) -> Json:
    """A line, and a column that counts bytes of UTF-8."""
    line, column = source.position(offset)
    before = source.text[max(0, offset - column + 1) : offset]
    past = max(0, offset - len(source.text))
    return {"line": line, "column": len(before.encode(errors="surrogatepass")) + past + 1}
