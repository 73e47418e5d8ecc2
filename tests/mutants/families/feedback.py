"""Mistakes in feedback."""

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from tests.mutants.acme import Acme, Mutant, is_alone


def untriaged_feedback(acme: Acme) -> Mutant:
    received = acme.one(("2026-03-02", "2026-07-31", "2026-08-23"))
    return acme.fresh("feedback", "support-sad-fern", received=received, status="new", told="new")


def unanswered_theme(acme: Acme) -> Mutant:
    mentions, received = acme.one((("25", "2026-08-07"), ("140", "2025-11-30")))
    return acme.fresh("feedback", "support-sad-fern", received=received, mentions=mentions, told="office-plants")


def shipped_not_told(acme: Acme) -> Mutant:
    feedback = acme.any(Feedback, lambda each: each.status == "shipped" and each.launch)
    mutant = acme.write(feedback, "responded", text="false")
    start = feedback.document.span(("status",)).start
    position = feedback.document.source.position(start)
    return mutant.told_at(mutant.at._replace(line=position.line, column=position.column))


def planned_by_nothing(acme: Acme) -> Mutant:
    stopped = acme.any(Experiment, lambda each: each.decision and each.decision.outcome in ("stop", "inconclusive"))
    plan = {"experiments": acme.one(("", f"[{stopped.id}]"))}
    return acme.fresh("feedback", "support-sad-fern", status="planned", told="planned", **plan)


def duplicate_feedback(acme: Acme) -> Mutant:
    """Pasted again, with another mark at the end, and a word more."""
    said = acme.any(Feedback, lambda each: each.is_live and is_alone(each) and len((each.quote or "").split()) > 12)
    quote = f'"Well, {(said.quote or "").rstrip(".!?")}!"'
    return acme.fresh("feedback", "support-sad-fern", received="2026-09-05", quote=quote, told=quote)
