"""Which rules there are: found by looking into the folders."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from prodops_cli.lint.rule import Rule


@cache
def rules_in(package: ModuleType) -> tuple[Rule[Any], ...]:
    """All rules of a package of families, by family and name."""
    return tuple(sorted(found(package), key=lambda rule: (rule.family, rule.name)))


def found(package: ModuleType) -> Iterator[Rule[Any]]:
    """The rule of each module of each family."""
    for family in iter_modules(package.__path__, f"{package.__name__}."):
        for module in iter_modules(import_module(family.name).__path__, f"{family.name}."):
            members = vars(import_module(module.name)).values()
            rules = [member for member in members if isinstance(member, Rule)]
            if len(rules) != 1:
                raise TypeError(f"{module.name} holds {len(rules)} rules, not one")
            yield rules[0]
