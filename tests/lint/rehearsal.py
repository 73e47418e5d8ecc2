"""Small catalogs in memory, and rules made for tests."""

from datetime import date
from textwrap import dedent
from types import ModuleType

from prodops_cli.catalog.load import load
from prodops_cli.findings import Problem, Problems, Severity, Verdict
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import Rule
from prodops_cli.lint.run import run
from prodops_cli.models.entity import Entity
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)


def context(files: dict[str, str], base: dict[str, str] | None = None, today: date = TODAY) -> Context:
    """A catalog in memory, and what it was before."""
    return Context(load(tree(files)), today, load(tree(base)) if base is not None else None)


def tree(files: dict[str, str]) -> MemoryTree:
    """Files in memory; an empty prodops.yaml where none is given."""
    return MemoryTree({path: dedent(text).encode() for path, text in ({"prodops.yaml": ""} | files).items()})


def complain(entity: Entity, _: Context) -> Problems:
    """Finds fault with every owner that is written."""
    if "owner" in type(entity).model_fields:
        yield Problem(entity.at("owner"), "somebody owns this")


def made_rule(subject: type = Entity, check: object = complain, severity: Severity = Severity.error) -> Rule[object]:
    """A rule `made-up` of the family `tests`."""
    return Rule("made-up", "tests", subject, severity, check, ModuleType("made_up", "A page."))  # type: ignore[arg-type]


def judged(files: dict[str, str], rule: Rule[object] | None = None, today: date = TODAY) -> Verdict:
    """What a rule finds in a catalog."""
    return run([Configured(rule or made_rule())], context(files, today=today))
