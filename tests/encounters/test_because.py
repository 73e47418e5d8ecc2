"""Proofs and doubts are told in words that need no theory."""

import pytest

from prodops_cli.encounters.asked.because import apart, unsure
from prodops_cli.encounters.asked.comparison import Comparisons
from prodops_cli.overlap.collide import Disjoint, Possible
from tests.encounters.written import TODAY, encounters

SETTINGS = """
attributes:
  country: {values: [DE, FR, ES]}
  app: {type: version, stable: false}
  size: {type: number}
"""
A = "status: running | start: 2026-03-01 | end: 2026-03-31"
APART = {
    "b ends on 28 Feb, and a starts on 1 Mar": (A, "status: completed | start: 2026-02-01 | end: 2026-02-28"),
    "a ends on 31 Mar at 08:00, and b starts on 31 Mar at 09:00": (
        "status: running | start: 2026-03-01 | end: 2026-03-31T08:00:00Z",
        "status: scheduled | start: 2026-03-31T09:00:00Z",
    ),
    "a takes country DE or FR, and b country other than DE or FR": (
        f"{A} | audience: {{country: [DE, FR]}}",
        f"{A} | audience: {{country: {{not_in: [FR, DE]}}}}",
    ),
    "a takes app below 5.3, and b app 6.1 or more; a user may move from one to the other": (
        f"{A} | audience: {{app: {{max: 5.2.*}}}}",
        f"{A} | audience: {{app: {{min: '6.1'}}}}",
    ),
    "a takes size up to 4, and b size above 5 and below 9": (
        f"{A} | audience: {{size: {{lte: 4}}}}",
        f"{A} | audience: {{size: {{gt: 5, lt: 9}}}}",
    ),
    "a takes paid true, and b paid false": (f"{A} | audience: {{paid: true}}", f"{A} | audience: {{paid: false}}"),
    "a takes beta that is known, and b beta that is not known": (
        f"{A} | audience: {{beta: {{exists: true}}}}",
        f"{A} | audience: {{beta: {{exists: false}}}}",
    ),
    "they have other buckets of the layer shared": (
        f"{A} | layer: {{id: shared, buckets: [[0, 10]]}}",
        f"{A} | layer: {{id: shared, buckets: [[10, 20]]}}",
    ),
    "b excludes the users of a": (A, f"{A} | excludes: [a]"),
    "a leaves out the users of the holdout b": (f"{A} | holdout: b", f"{A} | type: holdout"),
    "b leaves out the users of the holdout a": (f"{A} | type: holdout", f"{A} | holdout: a"),
    "a treats DE and FR, and b treats ES": (
        f"{A} | type: switchback | switchback: {{geo_type: country, clusters: [{{id: x, units: [FR, DE]}}]}}",
        f"{A} | type: switchback | switchback: {{geo_type: country, clusters: [{{id: x, units: [ES]}}]}}",
    ),
    "a takes country DE, and b treats FR, and compares with ES": (
        f"{A} | audience: {{country: [DE]}}",
        f"{A} | type: synthetic_control | "
        "synthetic_control: {geo_type: country, treatment_units: [FR], donor_pool: [ES]}",
    ),
}
UNSURE = {
    "nobody wrote when b starts": (A, "status: draft"),
    "nobody wrote when b ended": (
        "status: running | start: 2026-03-10",
        "status: completed | start: 2026-03-05",
    ),
    "b ends before it starts": (A, "status: scheduled | start: 2026-03-20 | end: 2026-03-10"),
    "a should have ended on 5 Mar and still runs": (
        "status: running | start: 2026-03-01 | end: 2026-03-05",
        "status: scheduled | start: 2026-03-20",
    ),
    "`x > 1` (rule) is another system's expression": (A, f"{A} | audience: {{rule: {{opaque: x > 1}}}}"),
    "`GB` is no declared value of country": (
        f"{A} | audience: {{country: [DE]}}",
        f"{A} | audience: {{country: [GB]}}",
    ),
}


@pytest.mark.parametrize(("words", "texts"), APART.items())
def test_apart(words: str, texts: tuple[str, str]) -> None:
    found = encounters(SETTINGS, a=texts[0], b=texts[1])
    pair = Comparisons(found.trials).compared("a", "b")
    assert isinstance(pair.verdict, Disjoint)
    assert apart(pair, pair.verdict, found.trials.zone, TODAY) == words


@pytest.mark.parametrize(("words", "texts"), UNSURE.items())
def test_unsure(words: str, texts: tuple[str, str]) -> None:
    found = encounters(SETTINGS, a=texts[0], b=texts[1])
    pair = Comparisons(found.trials).compared("a", "b")
    assert isinstance(pair.verdict, Possible)
    assert [unsure(each, found.trials.zone, TODAY) for each in pair.verdict.doubts] == [words]
