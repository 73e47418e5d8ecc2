"""A plan: which fixes may be applied together, which may not and why, and what happens to which file."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from prodops_cli.findings import Finding, Fix
from prodops_cli.fixes.apply import Unfit, steps_of
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree

Judge: TypeAlias = Callable[[Tree], tuple[Finding, ...]]
"""Everything that is wrong with a tree."""


class Declined(NamedTuple):
    """A finding whose fix is not applied, and the reason."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: the findings that go away, those that don't, and the steps, sorted by path."""

    fixed: tuple[Finding, ...] = ()
    declined: tuple[Declined, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def files(self) -> int:
        """How many files are written; a file that only moves is one."""
        return sum(step.after is not None for step in self.steps)


def plan(tree: Tree, findings: Iterable[Finding], judge: Judge, unsafe: bool = False) -> Plan:
    """Applies all fixes together; where that does not do, halves of them, down to the ones that must be left out.

    The tree must give the same bytes each time. Findings come first who stand first: of two that clash, they win.
    """
    chosen = [finding for finding in findings if is_wanted(finding, unsafe)]
    if not chosen:
        return Plan()
    before = judge(tree)
    best, waiting, declined = Plan(), [chosen], list[Declined]()
    while waiting:
        part = waiting.pop()
        try:
            best = attempt(tree, (*best.fixed, *part), before, judge)
        except Unfit as unfit:
            half = len(part) // 2
            if half:
                waiting += [part[half:], part[:half]]
            else:
                declined.append(Declined(part[0], unfit.reason))
    return Plan(best.fixed, tuple(declined), best.steps)


def is_wanted(finding: Finding, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be applied without asking, or for which somebody asked."""
    fix = finding.problem.fix
    return fix is not None and (fix.safe or unsafe)


def attempt(tree: Tree, findings: tuple[Finding, ...], before: Sequence[Finding], judge: Judge) -> Plan:
    """All of these fixes together. Raises Unfit where a problem stays, or another comes.

    A second pass has nothing to do then: its findings are some of those that were there before, less the ones fixed.
    """
    steps = steps_of(tree, fixes_of(findings))
    after = judge(Overlay(tree, {step.path: step.after for step in steps}))
    gone, new = difference(before, after)
    if Counter(map(identity, findings)) - Counter(map(identity, gone)):
        raise Unfit("the problem would still be there")
    if new:
        raise Unfit(f"{new[0].rule} would be found at {where(new[0])}: {new[0].problem.message}")
    return Plan(findings, (), steps)


def where(finding: Finding) -> str:
    """The file, line and column of a finding."""
    line, column = finding.problem.place.source.position(finding.problem.place.span.start)
    return f"{finding.path}:{line}:{column}"


def fixes_of(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The fixes of findings."""
    return tuple(finding.problem.fix for finding in findings if finding.problem.fix)


def difference(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that went and those that came; one that says the same about another address stayed."""
    went, came = unmatched(before, after, identity), unmatched(after, before, identity)
    return unmatched(went, came, saying), unmatched(came, went, saying)


def unmatched(some: Iterable[Finding], others: Iterable[Finding], key: Callable[[Finding], object]) -> list[Finding]:
    """Those of some that have no counterpart among others."""
    left = Counter(map(key, others))
    rest = []
    for finding in some:
        if left[key(finding)] > 0:
            left[key(finding)] -= 1
        else:
            rest.append(finding)
    return rest


def identity(finding: Finding) -> str:
    """What a finding is, wherever its lines move."""
    return finding.fingerprint


def saying(finding: Finding) -> tuple[str, str]:
    """Who found something, and what was said."""
    return finding.rule, finding.problem.message
