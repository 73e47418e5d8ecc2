"""Every field that refers to another document is found, at the place of its id."""

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.reference import Each, Fields, Holder, Ref, holder
from prodops_cli.trees.memory import MemoryTree

# Each id says the kind that it refers to: `metric-1` is a metric.
FILLED = {
    "owner": """
manager: owner-1
teams: [owner-2, owner-3]
successor: owner-4
lead: owner-5
members: [owner-6]
parent: owner-7
merged_into: owner-8
""",
    "tool": """
technical_owner: owner-1
admins: [owner-2, owner-3]
practice: practice-1
""",
    "metric": """
steward: owner-1
definition: {numerator: metric-1, denominator: metric-2}
inputs:
  - metric-3
  - "metric-4"
source: {tool: tool-1}
certified:
  by: owner-2
""",
    "experiment": """
goals: [goal-1]
metrics:
  primary: [metric-1, {metric: metric-2, mde: 5%}]
  secondary: [metric-3]
  guardrail:
    - metric: metric-4
layer: {id: layer-1}
excludes: [experiment-1]
requires: [experiment-2]
holdout: experiment-3
results: [{metric: metric-5}]
joint_results: [{experiment: experiment-4, metric: metric-6, cells: []}]
decision: {outcome: ship, by: owner-1, rolled_out_in: launch-1}
accepted_overlaps: [{experiment: experiment-5, by: owner-2}]
""",
    "layer": "",
    "goal": """
parent: goal-1
key_results: [{metric: metric-1, owner: owner-1}, {metric: metric-2}]
""",
    "feedback": """
duplicate_of: feedback-1
launch: launch-1
goals: [goal-1]
experiments: [experiment-1]
""",
    "launch": """
goals: [goal-1]
metrics: {success: [metric-1], guardrail: [metric-2]}
experiments: [experiment-1]
approvers: [owner-1]
readiness: [{item: a, owner: owner-2}]
depends_on: [launch-1]
""",
    "practice": """
participants: [owner-1]
tools: [tool-1]
metrics: [metric-1]
""",
}


def catalog_of(kind: str) -> Catalog:
    """A catalog of one document that fills every field that refers to another."""
    model = KINDS[kind]
    smallest = {"id": "x", **model.smallest} | ({"owner": "owner-0"} if "owner" in model.model_fields else {})
    text = (
        "".join(f"{key}: {value}\n" for key, value in smallest.items())
        + f"replaced_by: {kind}-0"
        + (FILLED[kind] or "\n")
    )
    return load(MemoryTree({"prodops.yaml": b"", f"{model.folder}/x.yaml": text.encode()}))


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_is_found_at_its_place(kind: str) -> None:
    found = catalog_of(kind)
    assert found.wrong == ()
    text = found.entities[0].document.source.text
    written = [word.strip("\"'[]{},:") for word in text.split() if word.strip("\"'[]{},:").rpartition("-")[0] in KINDS]
    assert sorted(mention.reference.id for mention in found.references) == sorted(written)
    for mention in found.references:
        assert mention.reference.kind == mention.reference.id.rpartition("-")[0]
        assert text[slice(*mention.place.span)].strip('"') == mention.reference.id


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_is_left_out(kind: str) -> None:
    found = catalog_of(kind)
    filled = {
        tuple(step for step in mention.reference.address if isinstance(step, str)) for mention in found.references
    }
    assert filled == set(addresses(holder(KINDS[kind])))


def addresses(where: Holder, address: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The addresses of the fields that refer to something."""
    match where:
        case Ref():
            return [address]
        case Each(item=item):
            return addresses(item, address)
        case Fields(fields=fields):
            return [found for _, key, inner in fields for found in addresses(inner, (*address, key))]
