"""Mistakes in what is allowed."""

from prodops_cli.models.practice import Practice
from tests.mutants.acme import Acme, Mutant, is_alone


def _commented(acme: Acme, comment: str, told: str = "#") -> Mutant:
    """A comment at the end of a practice that nothing is wrong with."""
    return acme.add(acme.any(Practice, is_alone), f"# prodops: {comment}", told=told)


def malformed_allow(acme: Acme) -> Mutant:
    return _commented(acme, acme.one(["alow no-goal -- we know", "allow", "allow stale-review until soon -- on leave"]))


def unknown_rule(acme: Acme) -> Mutant:
    return _commented(acme, "allow stale-reviews -- on leave", told="stale-reviews")


def allow_without_reason(acme: Acme) -> Mutant:
    return _commented(acme, "allow-file stale-review").and_also("unused-allow")


def expired_allow(acme: Acme) -> Mutant:
    return _commented(acme, "allow-file stale-review until 2026-09-06 -- on leave")


def allow_too_long(acme: Acme) -> Mutant:
    return _commented(acme, "allow-file stale-review until 2031-09-06 -- on leave").and_also("unused-allow")


def unused_allow(acme: Acme) -> Mutant:
    return _commented(acme, "allow-file stale-review -- on leave")
