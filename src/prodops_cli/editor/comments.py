"""Comments to prodops: the names of rules in them, whole or being written."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from prodops_cli import rules
from prodops_cli.documents.source import Source
from prodops_cli.editor.around import lines_of
from prodops_cli.lint.comment import MARK
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.rule import Rule

NAMES = re.compile(rf"(?:^|\s)#[ \t]*{MARK}[ \t]*(?:allow|allow-file)[ \t]+[a-z0-9, \t-]*\Z")
CLOSED = re.compile(r"\s(?:until|--)\s")


@cache
def rules_by_name() -> Mapping[str, Rule[Any]]:
    """All rules that there are."""
    return {rule.name: rule for rule in rules_in(rules)}


def takes_names(source: Source, offset: int) -> bool:
    """Whether the name of a rule may be written at a place in a comment."""
    line, column = source.position(offset)
    before = lines_of(source.text)[line - 1][: column - 1]
    return NAMES.search(before) is not None and CLOSED.search(before.partition(MARK)[2]) is None


def rule_at(source: Source, offset: int, word: str) -> Rule[Any] | None:
    """The rule that a word in a comment to prodops names."""
    line, _ = source.position(offset)
    return rules_by_name().get(word) if MARK in lines_of(source.text)[line - 1] else None
