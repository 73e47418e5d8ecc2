"""Fixing: what `lint` does with the fixes of its findings: nothing, print them as a patch, or write them."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_lines
from prodops_cli.cli.repair import Fixing
from prodops_cli.findings import Finding, Verdict
from prodops_cli.fixes.plan import Declined, Plan, plan, where
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.outputs.words import count
from prodops_cli.pipeline import Request, SettingsRefused, lint
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.transaction import transaction
from prodops_cli.trees.tree import Tree
from prodops_cli.views.patch import patch


def preview(catalog: Opened, request: Request, fixing: Fixing, look: Look, quiet: bool) -> int:
    """Prints what would be written, and writes nothing: 1 where there is something."""
    made = planned(Snapshot(catalog.tree), request, fixing)
    lines = patch(made.steps, look.prefix)
    # A patch is for programs, to the letter; but a terminal must not obey what stands in a file.
    print_lines(map(shown, lines) if sys.stdout.isatty() else lines)
    say(() if quiet else declined(made.declined), look)
    return int(bool(made.steps))


def fixed(catalog: Opened, request: Request, fixing: Fixing, look: Look, quiet: bool) -> Verdict:
    """Writes fixes, says on stderr what became of them, and gives what remains. Raises Failure."""
    with transaction(catalog.root) as change:
        say(filter(None, [change.mended]), look)
        made = planned(Snapshot(catalog.tree), request, fixing)
        change.carry_out(made.steps)
    say(() if quiet else (*declined(made.declined), summary(made)), look)
    return without_fixes(lint(catalog.tree, request), [each.finding for each in made.declined])


def planned(tree: Tree, request: Request, fixing: Fixing) -> Plan:
    """Which fixes of the findings that are asked for may be applied. Raises what a lint raises."""
    return plan(tree, lint(tree, request).findings, lambda changed: judged(changed, request), fixing.unsafe)


def judged(tree: Tree, request: Request) -> tuple[Finding, ...]:
    """All that is wrong with a tree: also what nobody asked for must not get worse."""
    try:
        everything = lint(tree, Request(request.today, base=request.base, show_existing=True))
        if not request.select:
            return everything.findings
        ran = {name for name, _ in everything.subjects}
        asked = lint(tree, replace(request, paths=())).findings
    except SettingsRefused as refused:
        return refused.verdict.findings
    return (*everything.findings, *(finding for finding in asked if finding.rule not in ran))


def declined(some: Iterable[Declined]) -> Iterator[str]:
    """Which problems are not fixed, and why."""
    for finding, reason in some:
        yield f"Not fixed: {finding.rule} at {where(finding)}: {reason}."


def summary(made: Plan) -> str:
    """How much was done."""
    if not made.fixed:
        return "Fixed nothing."
    return f"Fixed {count(len(made.fixed), 'problem')} in {count(made.files, 'file')}."


def say(sentences: Iterable[str], look: Look) -> None:
    """Says sentences on stderr."""
    sys.stderr.writelines(f"{line}\n" for sentence in sentences for line in wrap(shown(sentence), look.width))


def without_fixes(verdict: Verdict, some: Iterable[Finding]) -> Verdict:
    """The same verdict, in which nobody is offered again what was just declined."""
    known = {(finding.fingerprint, finding.problem.message) for finding in some}
    return replace(verdict, findings=tuple(without_fix(finding, known) for finding in verdict.findings))


def without_fix(finding: Finding, declined: set[tuple[str, str]]) -> Finding:
    """A finding, whose fix is left out if it was declined."""
    if (finding.fingerprint, finding.problem.message) in declined:
        return replace(finding, problem=replace(finding.problem, fix=None))
    return finding
