"""The whole of a lint on one screen: tree → catalog → context → rules → verdict. Read this first."""

from dataclasses import dataclass, replace
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
from prodops_cli.lint.narrow import of_owner, without_existing
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.trees.tree import Tree, is_below


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
    """Nothing was checked, because prodops.yaml is wrong: `verdict` says where."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("prodops.yaml")
        self.verdict = verdict


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
    verdict = restricted(judge(catalog, request), catalog, request.paths)
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


def restricted(verdict: Verdict, catalog: Catalog, paths: tuple[str, ...]) -> Verdict:
    """What stands in these files and folders. Raises Failure for a path at which there is no document."""
    for path in paths:
        if not any(is_below(file, path) for file in catalog.files):
            raise Failure(
                f"there is no document at `{path}`: nothing was checked", "name a file or folder of the catalog"
            )
    if not paths:
        return verdict
    findings, allowed = (
        tuple(finding for finding in some if any(is_below(finding.path, path) for path in paths))
        for some in (verdict.findings, verdict.allowed)
    )
    return replace(verdict, findings=findings, allowed=allowed)
