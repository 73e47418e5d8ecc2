"""Precision and recall: a mistake for every rule, put into Acme at random, is told just where it is.

And nobody else says anything, but those that have a reason to.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from random import Random

import pytest

from prodops_cli import rules
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.request import Base, Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TODAY
from tests.mutants import families
from tests.mutants.acme import Acme, At, Mutant
from tests.mutants.families import changes
from tests.read_once import read_once

Mutator = Callable[[Acme], Mutant]

NOT_IN_A_FILE = {
    "unreadable-file": "needs a file that the system doesn't hand out, shown in the tests of the work tree",
}
"""Rules whose mistakes no edit of a catalog's files can make, and what shows them instead."""


def mutators() -> dict[str, Mutator]:
    """The mistakes, by the rule that is there for them."""
    modules = (import_module(f"{families.__name__}.{each.name}") for each in iter_modules(families.__path__))
    return {
        name.replace("_", "-"): function
        for module in modules
        for name, function in vars(module).items()
        if getattr(function, "__module__", None) == module.__name__ and not name.startswith("_")
    }


MUTATORS = mutators()


@cache
def healthy() -> MemoryTree:
    """Acme's files, read from the disk once."""
    disk = WorkTree(ACME)
    return MemoryTree({entry.path: disk.read(entry.path) for entry in disk.walk()}, disk.prefix)


@cache
def acme() -> Catalog:
    """What they say: a mistake is made in their bytes, and no mutant changes a catalog."""
    return load(healthy())


def found(mutant: Mutant, base: Base | None) -> set[tuple[str, At]]:
    """Which rules speak, and where."""
    findings = lint(Overlay(healthy(), mutant.files), Request(TODAY, base=base)).findings
    starts = ((each, each.problem.place.source.position(each.problem.place.span.start)) for each in findings)
    return {(each.rule, At(each.path, start.line, start.column)) for each, start in starts}


@pytest.fixture(autouse=True, scope="module")
def unchanged_files_are_read_once() -> Iterator[None]:
    """A mistake is in a file or two; hundreds are as they were."""
    with read_once(healthy().files):
        yield


@pytest.mark.parametrize("rule", MUTATORS)
def test_a_mistake_is_told_where_it_is_and_nowhere_else(rule: str, rounds: int) -> None:
    mutator = MUTATORS[rule]
    base = Base(healthy(), "0" * 40, "healthy") if mutator.__module__ == changes.__name__ else None
    for number in range(rounds):
        mutant = mutator(Acme(acme(), TODAY, Random(f"{rule} {number}")))
        told = found(mutant, base)
        assert (rule, mutant.at) in told, f"round {number}: {sorted(told)}"
        unexplained = {name for name, _ in told - {(rule, mutant.at)}} - mutant.beside
        assert not unexplained, f"round {number}: {sorted(told)}"


def test_there_is_a_mistake_for_every_rule() -> None:
    names = {rule.name for rule in rules_in(rules)}
    assert MUTATORS.keys() | NOT_IN_A_FILE.keys() == names
    assert not MUTATORS.keys() & NOT_IN_A_FILE.keys()
