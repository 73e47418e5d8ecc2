"""Editions without a history: a catalog as it is, seen from a day."""

from datetime import date

from prodops_cli.catalog.load import load
from prodops_cli.findings import Scope, Verdict
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.period import week
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.tree import Tree

TODAY = date(2026, 9, 7)


def seen(tree: Tree) -> Edition:
    """The week before the day; no rule has a say in it."""
    return Edition(week("last", TODAY, "monday"), TODAY, load(tree), Verdict((), Scope(TODAY)))


def written(**files: str) -> Edition:
    """Of `folder__name` files, and of a text for `prodops`."""
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    return seen(MemoryTree({"prodops.yaml": b"version: 1\n"} | named))
