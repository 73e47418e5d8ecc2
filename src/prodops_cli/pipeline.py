"""The whole of a lint on one screen: tree → catalog → context → rules → verdict. Read this first."""

from dataclasses import dataclass
from datetime import date

from prodops_cli import rules
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.catalog.settings import WrongSettings
from prodops_cli.failure import Failure
from prodops_cli.findings import Scope, Verdict
from prodops_cli.lint.baseline import NOTHING, Baseline
from prodops_cli.lint.configure import READING, Configured, Misconfigured, configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.narrow import of_owner, of_paths, without_existing
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a lint: on which day, by which rules (all, where none is selected), of which files.

    All files are always read; `paths` (relative to the catalog's root), `owner` and `baseline` only say what of it is
    reported: what stands there, what they have to mend, what is not in it.
    """

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    revision: str | None = None
    paths: tuple[str, ...] = ()
    owner: str | None = None
    baseline: Baseline = NOTHING


class SettingsRefused(Exception):
    """Nothing was checked, because prodops.yaml is wrong: `verdict` says where. It is mended by hand."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("prodops.yaml")
        self.verdict = verdict.without_fixes()


def lint(tree: Tree, request: Request) -> Verdict:
    """Everything that is wrong with a tree.

    Raises Failure where there is no catalog or nothing in it, SettingsRefused, Misuse for rules that do not exist.
    """
    catalog = opened(tree, request)
    if not catalog.files:
        raise Failure(
            f"there is no document in the {tree.name}: nothing was checked",
            "write one, such as owners/anna.yaml; docs/kinds.md shows what goes into it",
        )
    verdict = of_paths(judge(catalog, request), catalog, request.paths)
    if request.owner is not None:
        verdict = of_owner(verdict, catalog, request.owner)
    return without_existing(verdict, request.baseline)


def opened(tree: Tree, request: Request) -> Catalog:
    """The catalog of a tree. Raises Failure where there is none, and SettingsRefused."""
    try:
        return load(tree)
    except WrongSettings as refused:
        reading = [Configured(rule) for rule in rules_in(rules) if rule.family == READING]
        nothing = Catalog.refused(refused.wrong)
        raise SettingsRefused(run(reading, Context(nothing, request.today), request.revision)) from refused


def judge(catalog: Catalog, request: Request) -> Verdict:
    """Everything that is wrong with a catalog. Raises SettingsRefused, Misuse."""
    known = rules_in(rules)
    try:
        chosen = selected(configured(known, catalog), request.select, request.ignore)
    except Misconfigured as refused:
        raise SettingsRefused(Verdict(refused.findings, Scope(request.today, request.revision))) from refused
    families = {rule.name: rule.family for rule in known}
    return run(chosen, Context(catalog, request.today, rules=families), request.revision)
