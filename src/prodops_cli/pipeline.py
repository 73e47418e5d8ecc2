"""The whole of a lint on one screen: tree → catalog → context → rules → verdict. Read this first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from prodops_cli import rules
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.catalog.settings import WrongSettings
from prodops_cli.documents.document import Document
from prodops_cli.documents.source import Source
from prodops_cli.findings import Verdict
from prodops_cli.lint.configure import READING, Configured, configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.models.settings import Settings
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a lint: on which day, and by which rules (all, where none is selected)."""

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    revision: str | None = None


def lint(tree: Tree, request: Request) -> Verdict:
    """Everything that is wrong with a tree.

    Raises Failure where there is no catalog, WrongSettings and Misconfigured for mistakes in prodops.yaml, UnknownRule.
    """
    catalog = load(tree)
    return judge(Context(catalog, request.today), request)


def judge(context: Context, request: Request) -> Verdict:
    """Everything that is wrong with a catalog."""
    chosen = selected(configured(rules_in(rules), context.catalog), request.select, request.ignore)
    return run(chosen, context, request.revision)


def judge_settings(wrong: WrongSettings, today: date) -> Verdict:
    """The findings that mistakes in prodops.yaml are: no other check was run."""
    document = Document(Source("", "", ""), 0, None, {})
    catalog = Catalog(Settings(), document, (), wrong.wrong, (), frozenset())
    return run(reading_rules(), Context(catalog, today))


def reading_rules() -> Iterable[Configured]:
    """The rules that say what could not be read."""
    return (Configured(rule) for rule in rules_in(rules) if rule.family == READING)
