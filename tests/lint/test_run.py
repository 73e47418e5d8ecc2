"""From problems to findings: whom they are about, what they are called, and which are only shadows."""

from collections.abc import Iterator
from textwrap import dedent

import pytest

from prodops_cli.changes.change import Change
from prodops_cli.findings import Problem, Problems, Severity
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.run import run
from prodops_cli.lint.subjects import subjects
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from tests.lint.rehearsal import context, judged, made_rule

TEST = "id: t\nname: T\nowner: x\ntype: ab_test\nstatus: draft\n"


def at_weights(experiment: Experiment, _: Context) -> Problems:
    """Finds fault with each variant's weight."""
    for index, _variant in enumerate(experiment.variants or ()):
        yield Problem(experiment.at("variants", index, "weight"), "a weight", detail="d")


def missing_primary(experiment: Experiment, _: Context) -> Problems:
    """Finds fault with experiments without primary metrics."""
    if not (experiment.metrics and experiment.metrics.primary):
        yield Problem(experiment.at("metrics", "primary"), "nothing decides")


def test_a_finding_says_whom_it_is_about() -> None:
    (finding,) = judged({"experiments/t.yaml": TEST}).findings
    assert finding.about is not None
    assert (finding.about.kind, finding.about.id, finding.about.name, finding.about.owner) == (
        "experiment",
        "t",
        "T",
        "x",
    )


def test_addresses_have_natural_keys() -> None:
    text = f"{TEST}variants: [{{key: a, weight: 1}}, {{key: b, weight: 1}}]\n"
    findings = judged({"experiments/t.yaml": text}, made_rule(Experiment, at_weights)).findings
    assert [finding.address for finding in findings] == [("variants", "a", "weight"), ("variants", "b", "weight")]


def fingerprints(text: str, path: str = "experiments/t.yaml") -> Iterator[str]:
    """The fingerprints of what is found in an experiment."""
    return (finding.fingerprint for finding in judged({path: text}, made_rule(Experiment, at_weights)).findings)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"# words\n\n{TEST}variants:\n- {{weight: 2, key: b}}\n- {{weight: 1, key: a}}\n", "experiments/t.yaml"),
        (f"{TEST}variants: [{{key: a, weight: 1}}, {{key: b, weight: 1}}]\n", "experiments/elsewhere/t.yaml"),
    ],
)
def test_fingerprints_stay_when_lines_and_files_move(text: str, path: str) -> None:
    before = set(fingerprints(f"{TEST}variants: [{{key: a, weight: 1}}, {{key: b, weight: 1}}]\n"))
    assert len(before) == 2
    assert set(fingerprints(text, path)) == before


def at_links(entity: Entity, _: Context) -> Problems:
    """Finds fault with each link without https."""
    for index, link in enumerate(entity.links or ()):
        if link.url and not link.url.startswith("https"):
            yield Problem(entity.at("links", index, "url"), "a link")


def test_fingerprints_stay_when_items_without_a_name_move() -> None:
    one, two = (
        judged({"experiments/t.yaml": f"{TEST}links: [{links}]\n"}, made_rule(Entity, at_links)).findings
        for links in (
            "{url: 'http://a'}, {url: 'http://b'}",
            "{url: 'https://c'}, {url: 'http://b'}, {url: 'http://a'}",
        )
    )
    assert [finding.address for finding in two] == [("links", 1, "url"), ("links", 2, "url")]
    assert [finding.fingerprint for finding in one] == [finding.fingerprint for finding in two]


@pytest.mark.parametrize(
    "metrics",
    [
        "metrics: {primry: [a]}",  # misspelt: what seems to be missing is not
        "metrcs: {primary: [a]}",
        "metrics: {primary: 3}",
        "metrics: 3",
    ],
)
def test_what_is_only_the_shadow_of_a_mistake_is_not_told(metrics: str) -> None:
    assert not judged({"experiments/t.yaml": f"{TEST}{metrics}\n"}, made_rule(Experiment, missing_primary)).findings


def test_what_is_missing_elsewhere_is_told_all_the_same() -> None:
    text = f"{TEST}stat: 2026-09-08\nmetrics: {{guardrail: [a]}}\n"
    assert judged({"experiments/t.yaml": text}, made_rule(Experiment, missing_primary)).findings


@pytest.mark.parametrize(
    ("configured", "own", "severity"),
    [
        (None, None, Severity.error),
        (None, Severity.notice, Severity.notice),
        (Severity.warning, Severity.notice, Severity.warning),
    ],
)
def test_settings_beat_the_problem_and_the_problem_beats_the_rule(
    configured: Severity | None, own: Severity | None, severity: Severity
) -> None:
    def check(entity: Entity, _: Context) -> Problems:
        yield Problem(entity.at("id"), "said", severity=own)

    (finding,) = run([Configured(made_rule(Entity, check), configured)], context({"experiments/t.yaml": TEST})).findings
    assert finding.severity is severity


def test_a_change_is_a_subject() -> None:
    before = {"experiments/t.yaml": TEST}
    after = {"experiments/t.yaml": TEST.replace("draft", "running")}
    (change,) = subjects(Change, context(after, before))
    assert [field.address for field in change.fields] == [("status",)]
    assert not list(subjects(Change, context(after)))


def test_nothing_else_is_a_subject() -> None:
    with pytest.raises(TypeError):
        subjects(str, context({}))


def test_says_how_much_was_looked_at() -> None:
    verdict = judged({"experiments/t.yaml": TEST, "owners/x.yaml": dedent("id: x\nname: X\ntype: person\n")})
    assert verdict.subjects == (("made-up", 2),)
    assert verdict.scope.files == 2
    assert verdict.scope.entities == (("owner", 1), ("experiment", 1))
