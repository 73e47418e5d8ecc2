"""Allowing: the comments that accept what a rule says, those that allow nothing, and where all of them stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prodops_cli.findings import Problem
from prodops_cli.lint.comment import Allowance, Name, allowances_in
from prodops_cli.lint.context import Context
from prodops_cli.lint.whom import whom


@dataclass(frozen=True, slots=True)
class Unused:
    """A comment with names of rules that have found nothing where it allows them."""

    allowance: Allowance
    names: tuple[Name, ...]


def allowed_by(problem: Problem, rule: str, today: date) -> Iterator[Allowance]:
    """The comments that allow a problem, at its own place or at one that is related to it."""
    for place in (problem.place, *(related.place for related in problem.related)):
        for allowance in allowances_in(place.source):
            if rule in allowance.rules and allowance.holds_on(today) and allowance.speaks_of(place):
                yield allowance


def unused(context: Context) -> Iterator[Unused]:
    """The comments that allowed nothing of what the rules have said that ran before.

    Nothing is known of rules that did not run, nor of a document with mistakes, of which rules see only a part.
    """
    used = {
        (allowance.place, finding.rule)
        for finding in context.said.allowed
        for allowance in allowed_by(finding.problem, finding.rule, context.today)
    }
    for comment in context.comments:
        if isinstance(comment, Allowance) and comment.holds_on(context.today) and is_whole(comment, context):
            names = tuple(name for name in comment.names if (comment.place, name.text) not in used)
            if idle := tuple(name for name in names if name.text in context.said.by):
                yield Unused(comment, idle)


def is_whole(allowance: Allowance, context: Context) -> bool:
    """Whether reading has found no mistake in the document that a comment stands in."""
    entity = whom(allowance.place, context.catalog)
    return entity is not None and not entity.doubtful
