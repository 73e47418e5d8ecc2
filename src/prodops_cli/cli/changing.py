"""Changing the catalog as somebody asks: previewed, judged, and written whole or not at all."""

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date

from prodops_cli import pipeline
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.cli.fixing import judged, say
from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_to_the_letter
from prodops_cli.failure import Misuse
from prodops_cli.findings import Finding, Scope, Verdict
from prodops_cli.fixes.outcome import is_error, is_wrong, worse
from prodops_cli.fixes.rename import still
from prodops_cli.lint.request import Request
from prodops_cli.outputs.choose import load as load_format
from prodops_cli.outputs.look import Look
from prodops_cli.phrases import listing
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.step import Step
from prodops_cli.trees.transaction import transaction
from prodops_cli.trees.tree import Tree
from prodops_cli.views.patch import patch

FEW = 5


def change(
    place: Opened,
    request: Request,
    make: Callable[[Tree, Catalog], Sequence[Step]],
    look: Look,
    diff: bool,
    is_refused: Callable[[Finding], bool] = is_wrong,
    is_told: Callable[[Finding], bool] = is_error,
) -> tuple[Step, ...]:
    """Makes a change, or prints it as a patch; what comes with it is told before.

    Raises Misuse where something would be wrong then, or is refused for another reason.
    """
    with nullcontext() if diff else transaction(place.root) as writing:
        if writing:
            say(filter(None, [writing.mended]), look)
        tree = Snapshot(place.tree)
        catalog = pipeline.opened(tree, request)
        steps = tuple(make(tree, catalog))
        if steps:
            before = judged(tree, request) if catalog.files else ()
            after = judged(Overlay(tree, {step.path: step.after for step in steps}), request)
            refuse(worse(before, after, is_refused), request.today, look)
            warn(worse(before, after, is_told), request.today, look)
        if writing:
            writing.carry_out(steps)
    if diff:
        print_to_the_letter(tuple(patch(steps, place.prefix)))
    return steps


def refuse(wrong: Sequence[Finding], today: date, look: Look) -> None:
    """What would be wrong is told, and not written. Raises Misuse."""
    if wrong:
        tell(wrong, today, look)
        raise Misuse("nothing is written, for what is said above", "say it otherwise, or leave it out")


def warn(came: Sequence[Finding], today: date, look: Look) -> None:
    """What is so can be written, and somebody has to do something about it: that is told."""
    if came:
        tell(came, today, look)
    if errors := sorted({finding.rule for finding in came if is_error(finding)}):
        it = "it is" if len(errors) == 1 else "they are"
        pages = listing([f"`prodops explain {rule}`" for rule in errors[:FEW]])
        say(
            [f"That can be written, if it is so; `prodops lint` tells of it until {it} mended or allowed: {pages}."],
            look,
        )


def tell(found: Sequence[Finding], today: date, look: Look) -> None:
    """Shows on stderr what the lint says of a change."""
    verdict = Verdict(tuple(found), Scope(today)).without_fixes()
    sys.stderr.writelines(f"{line}\n" for line in load_format("text")(verdict, look))


def said_still(below: Tree, steps: Sequence[Step], id: str, look: Look) -> None:
    """Says on stderr where an old id still stands: in texts, which nobody else understands."""
    tree = Overlay(below, {step.path: step.after for step in steps})
    found = list(still(tree, load(tree).files, id))
    if found:
        more = f" and {len(found) - FEW:,} more" if len(found) > FEW else ""
        say([f"`{id}` still stands in {', '.join(found[:FEW])}{more}: see what is meant there."], look)
