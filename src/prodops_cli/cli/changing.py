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
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown
from prodops_cli.pipeline import Request
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
) -> tuple[Step, ...]:
    """Makes a change, or prints it as a patch. Raises Misuse where an error would come, or what else is loud."""
    with nullcontext() if diff else transaction(place.root) as writing:
        if writing:
            say(filter(None, [writing.mended]), look)
        tree = Snapshot(place.tree)
        steps = tuple(make(tree, pipeline.opened(tree, request)))
        refuse_worse(tree, steps, request, is_loud)
        if writing:
            writing.carry_out(steps)
    if diff:
        lines = patch(steps, place.prefix)
        print_lines(map(shown, lines) if sys.stdout.isatty() else lines)
    return steps


def refuse_worse(tree: Tree, steps: Sequence[Step], request: Request, is_loud: Callable[[Finding], bool]) -> None:
    """What breaks the catalog is not written. Raises Misuse."""
    after = Overlay(tree, {step.path: step.after for step in steps})
    if steps and (errors := worse(judged(tree, request), judged(after, request), is_loud)):
        more = f", and {len(errors) - 1:,} more" if len(errors) > 1 else ""
        raise Misuse(f"nothing is written: {told(errors[0])}{more}")


def said_still(below: Tree, steps: Sequence[Step], id: str, look: Look) -> None:
    """Says on stderr where an old id still stands: in texts, which nobody else understands."""
    tree = Overlay(below, {step.path: step.after for step in steps})
    found = list(still(tree, load(tree).files, id))
    if found:
        more = f" and {len(found) - FEW:,} more" if len(found) > FEW else ""
        say([f"`{id}` still stands in {', '.join(found[:FEW])}{more}: see what is meant there."], look)
