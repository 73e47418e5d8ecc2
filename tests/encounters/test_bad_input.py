"""Bad input, as one story: each mistake is one finding at its place, and all other pairs are judged as before."""

from prodops_cli.lint.request import Request
from prodops_cli.outputs.formats.concise import line
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from tests.encounters.written import TODAY, experiment

MARCH = "start: 2026-03-02 | end: 2026-03-29 | owner: ann"
SETTINGS = """
attributes:
  country: {values: [FR, DE]}
  version: {type: version}
  segment: {}
"""
SOUND = {
    "z1": f"{MARCH} | surfaces: [checkout] | audience: {{country: [FR]}}",
    "z2": f"{MARCH} | surfaces: [checkout] | audience: {{country: [FR, DE]}}",
    "z3": f"{MARCH} | surfaces: [checkout] | audience: {{country: [DE]}}",
}
BROKEN = {
    "nobody": f"{MARCH} | surfaces: [checkout] | audience: {{country: {{in: [FR], not_in: [FR]}}}}",
    "backwards": f"{MARCH} | surfaces: [checkout] | audience: {{version: {{min: '5.2', max: '5.0'}}}}",
    "slip": f"{MARCH} | surfaces: [checkout] | audience: {{contry: [FR], country: [FX]}}",
    "text": f"{MARCH} | surfaces: [checkout] | audience: {{segment: {{opaque: 'score > 7'}}}}",
    "range": f"{MARCH} | surfaces: [search] | layer: {{id: shared, buckets: [[9000, 10001]]}}",
    "first": f"{MARCH} | surfaces: [home] | requires: [second]",
    "second": f"{MARCH} | surfaces: [help] | requires: [first]",
}
RULES = (
    "overlap",
    "impossible-audience",
    "unknown-attribute",
    "unknown-attribute-value",
    "bucket-outside-layer",
    "reference-cycle",
)


def said(experiments: dict[str, str]) -> list[str]:
    """What is found, without the hints."""
    files = {f"experiments/{id}.yaml": experiment(id, text).encode() for id, text in experiments.items()}
    files |= {
        "prodops.yaml": SETTINGS.encode(),
        "layers/shared.yaml": b"id: shared\nname: Shared\nowner: ann\nunit: user\n",
        "owners/ann.yaml": b"id: ann\nname: Ann\ntype: person\n",
    }
    verdict = lint(MemoryTree(files), Request(TODAY, select=RULES))
    return [line(finding).removeprefix("experiments/") for finding in verdict.findings]


def test_each_mistake_is_one_finding_at_its_place() -> None:
    assert [each.partition("; ")[0] for each in said(BROKEN)] == [
        "backwards.yaml:6:12: error impossible-audience nobody is in it: what is asked of `version` contradicts itself",
        "first.yaml:6:12: error reference-cycle `first` → `second` → `first`: none of them can begin",
        "nobody.yaml:6:12: error impossible-audience nobody is in it: what is asked of `country` contradicts itself",
        "range.yaml:6:31: error bucket-outside-layer `shared` has the buckets [[0, 10000]] to give, "
        "and not [[10000, 10001]]",
        "slip.yaml:6:12: error unknown-attribute no attribute is called `contry`",
        "slip.yaml:6:36: error unknown-attribute-value `country` is never `FX`",
    ]


def test_an_opaque_text_is_told_once_for_all_that_it_may_meet() -> None:
    (found,) = (each for each in said(SOUND | BROKEN) if each.startswith("text.yaml"))
    assert "possible-overlap only another system knows who this is, so it may meet z1, z2 and z3 on checkout;" in found


def test_all_other_pairs_are_judged_as_before() -> None:
    alone, together = said(SOUND), said(SOUND | BROKEN)
    assert len(alone) == 2
    assert [
        each for each in together if each.startswith("z") and "overlapping-surface" in each and "meets z" in each
    ] == alone
