"""Nearby: what the rules say of the entities of one file, at once; what they say of all others takes longer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.catalog.wrong import DuplicateId, UnknownKind, Wrong
from prodops_cli.documents.refusal import Refusal
from prodops_cli.findings import Finding
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.run import Look, by_place, seen, told
from prodops_cli.models.entity import Entity
from prodops_cli.models.mistakes import Mistake

NEAR = (Entity, Mention, Refusal, Mistake, DuplicateId, UnknownKind)
"""The subjects that stand in one file."""
FAR = frozenset(("overlap",))
"""The families that ask of each subject who else is there: they are left to the whole lint."""


def found_in(path: str, rules: Iterable[Configured], context: Context) -> tuple[Finding, ...]:
    """What these rules find in a file, sorted by place."""
    near = replace(context, catalog=only(context.catalog, path))
    looks = [Look(each, *seen(each, near, context)) for each in rules if each.is_on]
    return tuple(sorted((each for each in told(looks) if each.allowed is None), key=by_place))


def is_near(rule: Configured) -> bool:
    """Whether a rule looks at what stands in one file."""
    return issubclass(rule.rule.subject, NEAR) and rule.rule.family not in FAR


def only(catalog: Catalog, path: str) -> Catalog:
    """The part of a catalog that stands in a file."""
    entities = tuple(entity for entity in catalog.entities if entity.document.source.path == path)
    wrong = tuple(each for each in catalog.wrong if path_of(each) == path)
    return replace(catalog, entities=entities, wrong=wrong)


def path_of(wrong: Wrong) -> str:
    """The file that a mistake stands in."""
    match wrong:
        case DuplicateId(entity=entity):
            return entity.document.source.path
        case Refusal(source=source):
            return source.path
        case _:
            return wrong.document.source.path


def merged(
    near: Iterable[Finding], before: Iterable[Finding], rules: frozenset[str], catalog: Catalog
) -> Iterator[Finding]:
    """What was just found in a file, and what other rules had found there, where that stands now."""
    yield from near
    for each in before:
        if each.rule not in rules and (moved := moved_to(each, catalog)):
            yield moved


def moved_to(finding: Finding, catalog: Catalog) -> Finding | None:
    """A finding of the text before, at the same address of the text as it is; None where that can't be said."""
    about, place = finding.about, finding.problem.place
    entity = catalog.named.get((about.kind, about.id)) if about and place.document else None
    if entity is None or entity.document.source.path != finding.path:
        return None
    at = entity.at(*place.address, part=place.part)
    return replace(finding, problem=replace(finding.problem, place=at, related=(), fix=None))
