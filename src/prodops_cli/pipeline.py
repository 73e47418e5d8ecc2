"""The whole of a lint on one screen: tree → catalog → context → rules → verdict. Read this first."""

from dataclasses import dataclass, replace

from prodops_cli import rules
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen, load
from prodops_cli.catalog.settings import WrongSettings
from prodops_cli.catalog.wrong import Wrong
from prodops_cli.failure import Failure
from prodops_cli.findings import READING, Scope, Since, Verdict
from prodops_cli.lint.configure import Configured, Misconfigured, configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.narrow import of_owner, of_paths, waiting, without_existing
from prodops_cli.lint.request import Base, Request, SettingsRefused
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.lint.since import NO_CATALOG, Past, compared, past
from prodops_cli.lint.subjects import COMPARED
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Comparison:
    """A catalog beside its base: `context` has both and what is different, `verdict` what the rules say of that."""

    since: Since
    context: Context
    verdict: Verdict


CHANGES = "changes"
"""The family of the rules about changes; a few of other families compare as well."""


def lint(tree: Tree, request: Request) -> Verdict:
    """Everything that is wrong with a tree.

    Raises Failure where there is no catalog or nothing in it, SettingsRefused, Misuse for rules that do not exist.
    """
    seen: Seen = {}
    catalog = opened(tree, request, seen)
    if not catalog.files:
        raise Failure(
            f"there is no document in the {tree.name}: nothing was checked",
            "begin one with `prodops new owner ID`; docs/kinds.md shows what goes into each",
        )
    before = past(request.base, seen) if request.base else None
    verdict = of_paths(waiting(judge(catalog, request, before), request.baseline), catalog, request.paths)
    if request.owner is not None:
        verdict = of_owner(verdict, catalog, request.owner)
    return verdict if request.show_existing else without_existing(verdict)


def opened(tree: Tree, request: Request, seen: Seen | None = None) -> Catalog:
    """The catalog of a tree. Raises Failure where there is none, and SettingsRefused."""
    try:
        return load(tree, seen)
    except WrongSettings as refused:
        raise SettingsRefused(reading(refused.wrong, request)) from refused


def reading(wrong: tuple[Wrong, ...], request: Request) -> Verdict:
    """What the rules of the family yaml say of mistakes, where nothing else can be looked at."""
    chosen = [Configured(rule) for rule in rules_in(rules) if rule.family == READING]
    return run(chosen, Context(Catalog.refused(wrong), request.today), request.revision)


def judge(catalog: Catalog, request: Request, before: Past | None = None) -> Verdict:
    """Everything that is wrong with a catalog, compared with what was before. Raises SettingsRefused, Misuse."""
    chosen = selected(known_to(catalog, request), request.select, request.ignore)
    context = context_of(catalog, request, before.catalog if before else None)
    verdict = run(chosen, context, request.revision)
    return compared(verdict, before, chosen, context) if before else verdict


def compare(tree: Tree, base: Base, request: Request) -> Comparison:
    """What is different from a base, and what the rules that look at changes say of it; all is new if it was empty.

    Raises Failure where the base can't be read, and SettingsRefused.
    """
    seen: Seen = {}
    catalog = opened(tree, request, seen)
    before = past(base, seen)
    if before.catalog is None and before.since.lacks != NO_CATALOG:
        raise Failure(f"{base.name} {before.since.lacks}: nothing was compared", "name another base")
    nothing = replace(catalog, entities=(), wrong=(), files=(), guessed=frozenset())
    context = context_of(catalog, request, before.catalog or nothing)
    known = known_to(catalog, request)
    chosen = (each for each in known if each.rule.family == CHANGES or each.rule.subject in COMPARED)
    return Comparison(before.since, context, run(chosen, context, request.revision))


def known_to(catalog: Catalog, request: Request) -> tuple[Configured, ...]:
    """All rules, as the settings of a catalog want them. Raises SettingsRefused."""
    try:
        return configured(rules_in(rules), catalog)
    except Misconfigured as refused:
        raise SettingsRefused(Verdict(refused.findings, Scope(request.today, request.revision))) from refused


def context_of(catalog: Catalog, request: Request, base: Catalog | None) -> Context:
    """All that rules may look at."""
    return Context(catalog, request.today, base, {rule.name: rule.family for rule in rules_in(rules)})
