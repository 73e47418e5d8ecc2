"""The whole of a lint on one screen: tree → catalog → context → rules → verdict. Read this first."""

from dataclasses import dataclass
from datetime import date

from prodops_cli import rules
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen, load
from prodops_cli.catalog.settings import WrongSettings
from prodops_cli.failure import Failure
from prodops_cli.findings import Scope, Verdict
from prodops_cli.lint.baseline import NOTHING, Baseline
from prodops_cli.lint.configure import READING, Configured, Misconfigured, configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.narrow import of_owner, of_paths, waiting, without_existing
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.lint.since import Base, Past, compared, past
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a lint: on which day, by which rules (all, where none is selected), of which files.

    All files are always read; `paths` (relative to the catalog's root), `owner`, `base` and `baseline` only say what of
    it is reported: what stands there, what they have to mend, what was not found in them, unless `show_existing`.
    """

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    revision: str | None = None
    paths: tuple[str, ...] = ()
    owner: str | None = None
    baseline: Baseline = NOTHING
    base: Base | None = None
    show_existing: bool = False


class SettingsRefused(Exception):
    """Nothing was checked, because prodops.yaml is wrong: `verdict` says where. It is mended by hand."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("prodops.yaml")
        self.verdict = verdict.without_fixes()


def lint(tree: Tree, request: Request) -> Verdict:
    """Everything that is wrong with a tree.

    Raises Failure where there is no catalog or nothing in it, SettingsRefused, Misuse for rules that do not exist.
    """
    seen: Seen = {}
    catalog = opened(tree, request, seen)
    if not catalog.files:
        raise Failure(
            f"there is no document in the {tree.name}: nothing was checked",
            "write one, such as owners/anna.yaml; docs/kinds.md shows what goes into it",
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
        reading = [Configured(rule) for rule in rules_in(rules) if rule.family == READING]
        nothing = Catalog.refused(refused.wrong)
        raise SettingsRefused(run(reading, Context(nothing, request.today), request.revision)) from refused


def judge(catalog: Catalog, request: Request, before: Past | None = None) -> Verdict:
    """Everything that is wrong with a catalog, compared with what was before. Raises SettingsRefused, Misuse."""
    known = rules_in(rules)
    try:
        chosen = selected(configured(known, catalog), request.select, request.ignore)
    except Misconfigured as refused:
        raise SettingsRefused(Verdict(refused.findings, Scope(request.today, request.revision))) from refused
    families = {rule.name: rule.family for rule in known}
    context = Context(catalog, request.today, before.catalog if before else None, families)
    verdict = run(chosen, context, request.revision)
    return compared(verdict, before, chosen, context) if before else verdict
