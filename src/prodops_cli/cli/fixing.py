"""Fixing: what `lint` does with the fixes of its findings: nothing, print them as a patch, or write them."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_to_the_letter
from prodops_cli.cli.repair import Fixing
from prodops_cli.findings import Finding, Verdict
from prodops_cli.fixes.plan import Declined, Plan, plan, where
from prodops_cli.lint.accept import can_be_allowed, with_allows
from prodops_cli.lint.request import Request, SettingsRefused
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.outputs.words import count
from prodops_cli.pipeline import lint
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.transaction import transaction
from prodops_cli.trees.tree import Tree
from prodops_cli.views.patch import patch


def preview(catalog: Opened, request: Request, fixing: Fixing, look: Look, quiet: bool) -> int:
    """Prints what would be written, and writes nothing: 1 where there is something."""
    made = planned(Snapshot(catalog.tree), request, fixing)
    print_to_the_letter(tuple(patch(made.steps, look.prefix)))
    say(() if quiet else declined(made.declined, fixing), look)
    return int(bool(made.steps))


def fixed(catalog: Opened, request: Request, fixing: Fixing, look: Look, quiet: bool) -> Verdict:
    """Writes fixes, says on stderr what became of them, and gives what remains. Raises Failure."""
    with transaction(catalog.root) as change:
        say(filter(None, [change.mended]), look)
        made = planned(Snapshot(catalog.tree), request, fixing)
        change.carry_out(made.steps)
    say(() if quiet else (*declined(made.declined, fixing), summary(made, fixing)), look)
    return without_fixes(lint(catalog.tree, request), [each.finding for each in made.declined])


def planned(tree: Tree, request: Request, fixing: Fixing) -> Plan:
    """Which fixes of the findings that are asked for may be applied. Raises what a lint raises."""
    findings = lint(tree, request).findings
    if fixing.acceptance is None:
        return plan(tree, findings, lambda changed: judged(changed, request), fixing.unsafe)
    accepted = with_allows(filter(can_be_allowed, findings), fixing.acceptance)
    made = plan(tree, accepted, lambda changed: judged(changed, request))
    unread = (Declined(each, "what can't be read can't be allowed") for each in findings if not can_be_allowed(each))
    return replace(made, declined=(*unread, *made.declined))


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


def declined(some: Iterable[Declined], fixing: Fixing) -> Iterator[str]:
    """Which problems are not fixed, or not allowed, and why; those that follow each other for one reason together."""
    what = "Not allowed" if fixing.acceptance else "Not fixed"
    for reason, together in groupby(some, key=lambda each: each.reason):
        first, *more = (each.finding for each in together)
        others = f" and {len(more):,} more" if more else ""
        yield f"{what}: {first.rule} at {where(first)}{others}: {reason}."


def summary(made: Plan, fixing: Fixing) -> str:
    """How much was done."""
    done, what = ("Allowed", "finding") if fixing.acceptance else ("Fixed", "problem")
    if not made.fixed:
        return f"{done} nothing."
    return f"{done} {count(len(made.fixed), what)} in {count(made.files, 'file')}."


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
