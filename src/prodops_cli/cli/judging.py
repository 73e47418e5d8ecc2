"""Judging a tree: by the verdict that is known already, else by a new one, which is kept."""

from prodops_cli.findings import Verdict
from prodops_cli.lint.recall import recalled, remember
from prodops_cli.lint.request import Request
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.tree import Tree


def verdict_on(tree: Tree, request: Request) -> Verdict:
    """What `pipeline.lint` says; where nothing has changed, neither models nor rules are imported for it.

    Raises what it raises.
    """
    if verdict := recalled(tree, request):
        return verdict
    from prodops_cli.pipeline import lint

    snapshot = Snapshot(tree)
    verdict = lint(snapshot, request)
    remember(snapshot, request, verdict)
    return verdict
