"""Narrowing a verdict to what somebody asks for; what is left out is counted."""

from dataclasses import replace

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.settings import SETTINGS
from prodops_cli.documents.document import Place
from prodops_cli.failure import Failure, Misuse
from prodops_cli.findings import EXISTING, Finding, Verdict
from prodops_cli.lint.baseline import Baseline
from prodops_cli.lint.since import matched
from prodops_cli.lint.trim import kept
from prodops_cli.models.owner import Owner
from prodops_cli.models.spelling import nearest
from prodops_cli.trees.tree import is_below


def of_paths(verdict: Verdict, catalog: Catalog, paths: tuple[str, ...]) -> Verdict:
    """What stands in these files and folders, or is between something there and another of its kind.

    Raises Failure for a path at which there is no document.
    """
    for path in paths:
        if not any(is_below(file, path) for file in (*catalog.files, SETTINGS)):
            hint = "name a file or folder of the catalog"
            raise Failure(f"there is no document at `{path}`: nothing was checked", hint)
    if not paths:
        return verdict
    narrowed = kept(verdict, lambda finding: is_here(finding, catalog, paths), "elsewhere")
    return replace(narrowed, allowed=tuple(each for each in verdict.allowed if is_here(each, catalog, paths)))


def is_here(finding: Finding, catalog: Catalog, paths: tuple[str, ...]) -> bool:
    """Whether a finding stands in one of these files or folders; one of a pair stands at the other, too."""
    alike = (each.place for each in finding.problem.related if kind_at(each.place, catalog) == kind_of(finding))
    files = {finding.path, *(place.source.path for place in alike)}
    return any(is_below(file, path) for file in files for path in paths)


def kind_of(finding: Finding) -> str:
    """The kind of the entity that a finding is about; empty for none."""
    return finding.about.kind if finding.about else ""


def kind_at(place: Place, catalog: Catalog) -> str | None:
    """The kind of the entity at a place; None where there is none."""
    entity = catalog.entity_at(place)
    return entity.kind if entity else None


def of_owner(verdict: Verdict, catalog: Catalog, owner: str) -> Verdict:
    """What an owner has to mend; for a team also what its members have to. Raises Misuse for one who doesn't exist."""
    found = catalog.get(Owner, owner)
    if found is None:
        near = nearest(owner, catalog.ids("owner"))
        raise Misuse(
            f"there is no owner `{owner}`", f"did you mean `{near}`?" if near else "name one of those in owners/"
        )
    theirs = {owner, *(found.members or ())}
    theirs |= {other.id for other in catalog.all(Owner) if owner in (other.teams or ())}
    narrowed = kept(verdict, lambda finding: bool(theirs & set(answering(finding))), "of others")
    return replace(narrowed, allowed=tuple(each for each in verdict.allowed if theirs & set(answering(each))))


def answering(finding: Finding) -> tuple[str, ...]:
    """Who answers for a finding; for what is wrong with a person or a team, they do."""
    about = finding.about
    if about is None:
        return ()
    return (about.id,) if about.kind == Owner.kind else (about.owner,) if about.owner else ()


def waiting(verdict: Verdict, baseline: Baseline) -> Verdict:
    """The same verdict, in which existing is also what stands in a baseline."""
    found = matched(verdict.findings, baseline.fingerprints)
    marked = (replace(finding, state=EXISTING) if is_known else finding for finding, is_known in found)
    return replace(verdict, findings=tuple(marked))


def without_existing(verdict: Verdict) -> Verdict:
    """What was not there before."""
    return kept(verdict, lambda finding: finding.state != EXISTING, EXISTING)
