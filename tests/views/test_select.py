"""What is selected: by what is written at dotted paths, by people and their teams, days and surfaces."""

import pytest

from prodops_cli.failure import Misuse
from tests.views.catalogs import TODAY, catalog, ids

CATALOG = catalog(
    owner__ana="name: Ana\ntype: person\nteams: [growth]",
    owner__ben="name: Ben\ntype: person\nactive: false",
    owner__growth="name: Growth\ntype: team\nlead: cleo",
    experiment__a="owner: ana\nstatus: running\nsurfaces: [checkout]\nstart: 2026-09-01\nend: 2026-09-07\ntags: [x]",
    experiment__b="owner: ben\nstatus: draft\nsurfaces: [checkout.pay]\nstart: 2026-09-08",
    experiment__c="owner: growth\nstatus: cancelled\nstart: 2026-09-01\nsurfaces: [search]",
    experiment__d="owner: cleo\nmetrics: {primary: [m, {metric: n, baseline: 2}]}\nvariants: [{key: k, weight: 5}]",
    tool__t="owner: ana\ncontract: {auto_renew: true, renewal: 2026-10-30}\nx-cost: {team: 7}\nvendor: {}",
)


@pytest.mark.parametrize(
    ("kind", "where", "found"),
    [
        ("experiment", "owner=ana", ["a"]),
        ("experiment", "owner=growth", ["c"]),
        ("experiment", "metrics.primary.metric=m", ["d"]),
        ("experiment", "metrics.primary.metric=n", ["d"]),
        ("experiment", "metrics.primary.baseline=2.0", ["d"]),
        ("experiment", "metrics=", ["a", "b", "c"]),
        ("experiment", "metrics=primary", ["d"]),
        ("experiment", "variants.weight=5", ["d"]),
        ("experiment", "surfaces=checkout", ["a"]),
        ("experiment", "name=a=b", []),
        ("tool", "contract.auto_renew=true", ["t"]),
        ("tool", "contract.auto_renew=1", []),
        ("tool", "contract.renewal=2026-10-30", ["t"]),
        ("tool", "x-cost.team=7", ["t"]),
        ("tool", "vendor=", ["t"]),
        ("tool", "external.segment=", ["t"]),
    ],
)
def test_where(kind: str, where: str, found: list[str]) -> None:
    assert ids(CATALOG, kind, where) == found


@pytest.mark.parametrize(
    ("kind", "wanted", "found"),
    [
        ("experiment", {"owner": "growth"}, ["a", "c", "d"]),
        ("experiment", {"owner": "ben"}, ["b"]),
        ("experiment", {"surface": "checkout"}, ["a", "b"]),
        ("experiment", {"surface": "checkout.pay"}, ["a", "b"]),
        ("experiment", {"surface": "search"}, ["c"]),
        ("experiment", {"on": TODAY}, ["a"]),
        ("experiment", {"on": TODAY.replace(day=8)}, ["b"]),
        ("experiment", {"tag": "x", "status": "running"}, ["a"]),
        ("experiment", {"tag": "y"}, []),
        ("owners", {"status": "active"}, ["ana", "growth"]),
        ("owner", {"status": "left"}, ["ben"]),
    ],
)
def test_selected(kind: str, wanted: dict[str, object], found: list[str]) -> None:
    assert ids(CATALOG, kind, **wanted) == found


@pytest.mark.parametrize(
    ("kind", "where", "wanted", "hint"),
    [
        ("experimnt", (), {}, "did you mean `experiment`?"),
        ("experiment", ("metrics.primry=m",), {}, "did you mean `metrics.primary`?"),
        ("experiment", ("name.first=m",), {}, "`prodops schema experiment` says what there is"),
        ("experiment", ("name",), {}, "write key=value, such as contract.auto_renew=true"),
        ("experiment", (), {"owner": "anna"}, "did you mean `ana`?"),
        ("experiment", (), {"status": "runing"}, "did you mean `running`?"),
        ("experiment", (), {"surface": "checkuot"}, "did you mean `checkout`?"),
        ("owner", (), {"owner": "ana"}, "tool, metric, experiment, layer, goal, feedback, launch and practice have"),
        ("tool", (), {"on": TODAY}, "experiment, goal and launch have"),
        ("tool", (), {"surface": "search"}, "experiment, layer, feedback and launch have"),
    ],
)
def test_what_cannot_be_is_refused(kind: str, where: tuple[str, ...], wanted: dict[str, object], hint: str) -> None:
    with pytest.raises(Misuse) as refused:
        ids(CATALOG, kind, *where, **wanted)
    assert refused.value.hint == hint
