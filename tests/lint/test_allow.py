"""What `# prodops: allow` allows: which rules, of what, until when."""

from datetime import date

import pytest

from tests.lint.rehearsal import judged

METRIC = "id: a\nname: A\n{}\ndescription: One.\nstatus: draft\ndirection: neutral\n"


@pytest.mark.parametrize(
    ("owner", "allowed"),
    [
        ("owner: x", None),
        ("owner: x # prodops: allow made-up", ""),
        ("owner: x # prodops: allow made-up -- because", "because"),
        ("owner: x #prodops: allow made-up -- because", "because"),
        ("owner: x # prodops: allow other, made-up -- two of them", "two of them"),
        ("owner: x # prodops: allow other -- another rule", None),
        ("owner: x # prodops: allow -- no rule is named", None),
        ("owner: x # prodops: allow made-up until 2026-09-07 -- the last day counts", "the last day counts"),
        ("owner: x # prodops: allow made-up until 2026-09-06 -- it is over", None),
        ("owner: x # prodops: allow made-up until 2026-02-30 -- no such day", None),
        ("# prodops: allow made-up -- above it\nowner: x", "above it"),
        ("# prodops: allow made-up -- with room\n\n# and words\nowner: x", "with room"),
        ("owner: x\n# prodops: allow made-up -- below it", None),
        ("# prodops: allow-file made-up -- all of it", "all of it"),
        ('owner: "x # prodops: allow made-up -- this is no comment"', None),
        ("owner: x\nreason: |\n  # prodops: allow made-up -- nor is this", None),
    ],
)
def test_allows(owner: str, allowed: str | None) -> None:
    text = METRIC.format(owner if "owner:" in owner else f"{owner}\nowner: x")
    verdict = judged({"metrics/a.yaml": text})
    assert [finding.allowed for finding in (*verdict.findings, *verdict.allowed)] == [allowed]
    assert len(verdict.allowed) == (allowed is not None)


def test_comes_back_when_its_day_is_over() -> None:
    files = {"metrics/a.yaml": METRIC.format("owner: x # prodops: allow made-up until 2026-09-10 -- soon")}
    assert not judged(files, today=date(2026, 9, 10)).findings
    assert judged(files, today=date(2026, 9, 11)).findings


def test_a_comment_above_a_node_covers_all_inside() -> None:
    text = "# prodops: allow made-up -- both\n- id: a\n  name: A\n  owner: x\n- id: b\n  name: B\n  owner: x\n"
    verdict = judged({"practices/some.yaml": text})
    assert [finding.about.id for finding in verdict.findings if finding.about] == ["b"]


def test_a_path_may_be_let_alone() -> None:
    settings = "per_path: [{paths: ['metrics/old/**'], ignore: [yaml], reason: moving}]"
    verdict = judged({"prodops.yaml": settings, "metrics/old/a.yaml": METRIC.format("owner: x")})
    assert len(verdict.findings) == 1, "only the family that is named"


@pytest.mark.parametrize("ignored", ["made-up", "tests"])
def test_a_path_is_let_alone_with_a_reason(ignored: str) -> None:
    settings = f"per_path: [{{paths: ['metrics/old/**'], ignore: [{ignored}], reason: moving}}]"
    files = {
        "prodops.yaml": settings,
        "metrics/old/a.yaml": METRIC.format("owner: x"),
        "metrics/b.yaml": METRIC.format("owner: y"),
    }
    verdict = judged(files)
    assert [finding.path for finding in verdict.findings] == ["metrics/b.yaml"]
    assert [finding.allowed for finding in verdict.allowed] == ["moving"]
