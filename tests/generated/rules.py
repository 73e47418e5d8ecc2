"""docs/rules: a page for each rule, and an index of them all."""

from itertools import groupby

from prodops_cli import rules
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import markdown


def rule_pages() -> dict[str, str]:
    """The pages by their path below docs/rules."""
    pages = {f"{rule.family}/{rule.name}.md": markdown(rule) for rule in rules_in(rules)}
    return pages | {"README.md": index()}


def index() -> str:
    """All rules by family, with a sentence each."""
    lines = ["# The rules", "", "What each one says should hold. `prodops explain RULE` prints its page.", ""]
    for family, members in groupby(rules_in(rules), key=lambda rule: rule.family):
        lines += [f"## {family}", "", "| rule | severity | what should hold |", "|---|---|---|"]
        lines += [
            f"| [{rule.name}]({family}/{rule.name}.md) | {rule.severity.name} | {rule.summary} |" for rule in members
        ]
        lines.append("")
    return "\n".join(lines)
