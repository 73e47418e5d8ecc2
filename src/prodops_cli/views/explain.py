"""What `prodops explain` prints: a rule's page, or rules with a sentence each."""

from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from textwrap import shorten
from typing import Any

from rich.console import Console
from rich.markdown import Markdown

from prodops_cli import rules
from prodops_cli.catalog.settings import ReadSettings
from prodops_cli.failure import Misuse
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import markdown
from prodops_cli.lint.rule import Rule
from prodops_cli.models.spelling import nearest
from prodops_cli.views.here import here


def explained(name: str | None, width: int, colour: bool, settings: ReadSettings | None = None) -> Iterator[str]:
    """The page of a rule, the rules of a family, or all rules. Raises Misuse for a name that is neither.

    With a catalog's settings, a page says how the rule is there.
    """
    known = rules_in(rules)
    found = [rule for rule in known if name in (None, rule.name, rule.family)]
    if not found:
        near = nearest(name or "", (word for rule in known for word in (rule.name, rule.family)))
        hint = f"did you mean `{near}`?" if near else "`prodops explain` lists them all"
        raise Misuse(f"there is no rule and no family `{name}`", hint)
    if name == found[0].name:
        return page(found[0], width, colour, settings)
    return overview(found, width)


def overview(found: Iterable[Rule[Any]], width: int) -> Iterator[str]:
    """A line for each rule, by family."""
    for family, members in groupby(found, key=lambda rule: rule.family):
        yield family
        for rule in members:
            head = f"  {rule.severity.name:<8}{rule.name:<32}"
            yield head + shorten(rule.summary, max(20, width - len(head)), placeholder=" …")
        yield ""
    yield "`prodops explain RULE` shows a rule's page: why it matters, what is wrong, what is right."


def page(rule: Rule[Any], width: int, colour: bool, settings: ReadSettings | None) -> Iterator[str]:
    """A rule's page, laid out for a terminal."""
    written = StringIO()
    console = Console(file=written, width=width, force_terminal=colour, color_system="standard" if colour else None)
    own = f"\n{here(rule, settings)}" if settings else ""
    console.print(Markdown(f"{markdown(rule)}{own}"))
    yield from (line.rstrip() for line in written.getvalue().splitlines())
