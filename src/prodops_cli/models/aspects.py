"""Aspects: what a field of each kind says of the thing, so that one can tell what a change of it means."""

from functools import cache
from typing import Final, Literal, TypeAlias

Aspect: TypeAlias = Literal["identity", "calculation", "interpretation", "governance", "figures", "text"]
"""What it is; how its numbers come about; how they are read; who looks after it; what was counted; what is told."""

EVERY_KIND: Final[dict[Aspect, str]] = {
    "identity": "id",
    "governance": "owner status created reviewed review_every replaced_by external",
    "text": "name description tags links",
}

BY_KIND: Final[dict[str, dict[Aspect, str]]] = {
    "owner": {
        "identity": "type",
        "governance": "email handles manager teams active left successor lead members parent channel on_call "
        "codeowners merged_into",
    },
    "tool": {
        "identity": "vendor",
        "governance": "technical_owner admins capabilities criticality auth data contract cost trial_ends practice",
        "figures": "seats",
        "text": "purpose request_access overlap_reason",
    },
    "metric": {
        "identity": "entity",
        "calculation": "type definition inputs source grain window unit currency",
        "interpretation": "direction role target",
        "governance": "source.dashboard steward tier freshness sensitivity certified expires remove_after removed_on "
        "repair_issue",
        "figures": "health value",
        "text": "aliases reason",
    },
    "experiment": {
        "calculation": "type surfaces randomization_unit variants traffic ramp layer audience excludes requires "
        "holdout salt start end actual_start actual_end enrollment_end duration cooldown switchback synthetic_control",
        "interpretation": "hypothesis goals metrics analysis",
        "governance": "decision accepted_overlaps",
        "figures": "eligible_units exposures exposures_as_of results joint_results",
        "text": "learnings",
    },
    "layer": {"calculation": "unit buckets packing reserved surfaces salt"},
    "goal": {
        "interpretation": "period key_results",
        "governance": "level parent key_results.owner",
        "figures": "key_results.current key_results.as_of confidence check_ins score",
        "text": "key_results.name",
    },
    "feedback": {
        "identity": "source received segment surface",
        "interpretation": "themes severity",
        "governance": "duplicate_of decision launch goals experiments responded",
        "figures": "mentions revenue_at_risk currency score answers",
        "text": "quote",
    },
    "launch": {
        "calculation": "surfaces audience",
        "interpretation": "goals metrics",
        "governance": "tier stage target_date actual_date experiments approvers readiness rollback depends_on",
        "text": "release_note",
    },
    "practice": {
        "identity": "area",
        "calculation": "cadence steps",
        "governance": "participants tools metrics",
        "text": "purpose url",
    },
}
"""The keys of each kind; what is said of a key holds for all below it that is not named itself."""


def aspect(kind: str, keys: tuple[str, ...]) -> Aspect:
    """The aspect of a field by the keys that lead to it; what a company added for itself is only told."""
    known = aspects(kind)
    below = (f"{keys[0]}.{keys[-1]}" if len(keys) > 1 else "", keys[0] if keys else "")
    return next((known[key] for key in below if key in known), "text")


@cache
def aspects(kind: str) -> dict[str, Aspect]:
    """The aspect of each key of a kind."""
    tables = (EVERY_KIND, BY_KIND[kind])
    return {key: name for table in tables for name, keys in table.items() for key in keys.split()}
