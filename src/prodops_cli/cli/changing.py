"""Changing the catalog as somebody asks: previewed, judged, and written whole or not at all."""

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext

from prodops_cli import pipeline
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.cli.fixing import judged, say
from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_lines
from prodops_cli.failure import Misuse
from prodops_cli.findings import Finding
from prodops_cli.fixes.outcome import is_error, told, worse
from prodops_cli.fixes.rename import still
from prodops_cli.lint.request import Request
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown
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
    is_loud: Callable[[Finding], bool] = is_error,
    show: Callable[[tuple[Finding, ...]], None] | None = None,
) -> tuple[Step, ...]:
    """Makes a change, or prints it as a patch; what comes with it can be shown before.

    Raises Misuse where an error would come, or what else is loud.
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
            if show:
                show(worse(before, after, lambda _: True))
            refuse(worse(before, after, is_loud), are_shown=show is not None)
        if writing:
            writing.carry_out(steps)
    if diff:
        lines = patch(steps, place.prefix)
        print_lines(map(shown, lines) if sys.stdout.isatty() else lines)
    return steps


def refuse(errors: Sequence[Finding], are_shown: bool) -> None:
    """What breaks the catalog is not written. Raises Misuse."""
    if errors and are_shown:
        raise Misuse("nothing is written, for what is said above", "say it otherwise, or leave it out")
    if errors:
        more = f", and {len(errors) - 1:,} more" if len(errors) > 1 else ""
        raise Misuse(f"nothing is written: {told(errors[0])}{more}")


def said_still(below: Tree, steps: Sequence[Step], id: str, look: Look) -> None:
    """Says on stderr where an old id still stands: in texts, which nobody else understands."""
    tree = Overlay(below, {step.path: step.after for step in steps})
    found = list(still(tree, load(tree).files, id))
    if found:
        more = f" and {len(found) - FEW:,} more" if len(found) > FEW else ""
        say([f"`{id}` still stands in {', '.join(found[:FEW])}{more}: see what is meant there."], look)
