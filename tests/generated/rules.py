"""docs/rules: a page for each rule, and an index of them all."""

import inspect
from importlib import import_module
from itertools import groupby
from typing import Any

from prodops_cli import rules
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import markdown
from prodops_cli.lint.rule import Rule

HEAD = """\
# The rules

Each rule says what should hold, and tells where it doesn't. Its page says why, with examples of what is wrong and what
is right; `prodops explain RULE` prints it. [prodops.yaml](../settings.md#rules) can change severities and options; one
finding is accepted [where it stands](../everyday.md#accept-what-is-so).
"""


def rule_pages() -> dict[str, str]:
    """The pages by their path below docs/rules."""
    pages = {f"{rule.family}/{rule.name}.md": page(rule) for rule in rules_in(rules)}
    return pages | {"README.md": index()}


def page(rule: Rule[Any]) -> str:
    """A rule's page, from which the family leads back to the index."""
    return markdown(rule).replace(f"family {rule.family}", f"family [{rule.family}](../README.md#{rule.family})", 1)


def index() -> str:
    """All rules by family, with a sentence each."""
    families = {family: tuple(members) for family, members in groupby(rules_in(rules), key=lambda rule: rule.family)}
    lines = [HEAD, "| family | what it is about | rules |", "|---|---|---|"]
    lines += [f"| [{family}](#{family}) | {about(family)} | {len(found)} |" for family, found in families.items()]
    for family, found in families.items():
        lines += ["", f"## {family}", "", about(family), "", "| rule | severity | what should hold |", "|---|---|---|"]
        lines += [
            f"| [{rule.name}]({family}/{rule.name}.md) | {rule.severity.name} | {rule.summary} |" for rule in found
        ]
    return "\n".join(lines) + "\n"


def about(family: str) -> str:
    """What the rules of a family are about, in the words of its package."""
    return inspect.getdoc(import_module(f"{rules.__name__}.{family}")) or ""
