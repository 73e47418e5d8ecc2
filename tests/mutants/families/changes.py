"""Changes that break what rests on something: judged against Acme as it was."""

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool
from tests.mutants.acme import Acme, Mutant, is_alone, place


def _deciding(acme: Acme) -> Metric:
    """A metric that decides a running experiment, and is calculated by itself."""
    running = [test for test in acme.catalog.all(Experiment) if test.is_exposing]
    ids = {id for test in running for id in test.judged_by("primary")}
    return acme.any(Metric, lambda metric: metric.id in ids and _expression(metric))


def _expression(metric: Metric) -> str | None:
    """What it is calculated by, where that stands on one line."""
    text = metric.definition.expression if metric.definition and metric.definition.language != "prose" else None
    return text if text and "\n" not in text and not metric.parts else None


def _resting(acme: Acme) -> set[str]:
    """The metrics on which something may rest."""
    tests = {id for test in acme.catalog.all(Experiment) for _, _, id in test.uses()}
    results = {result.metric or "" for goal in acme.catalog.all(Goal) for result in goal.key_results or ()}
    parts = {part for metric in acme.catalog.all(Metric) for part in metric.parts}
    return tests | results | parts


def metric_redefined_while_running(acme: Acme) -> Mutant:
    return acme.write(_deciding(acme), "definition", "expression", text="count(plants)")


def metric_redefined(acme: Acme) -> Mutant:
    free = _resting(acme)
    metric = acme.any(
        Metric,
        lambda metric: (
            metric.id not in free
            and metric.status == "active"
            and metric.definition
            and metric.definition.expression
            and is_alone(metric)
        ),
    )
    return acme.write(metric, "definition", "expression", text="count(plants)")


def metric_removed_in_use(acme: Acme) -> Mutant:
    """What then refers to it is told here, and by no other rule."""
    return acme.write(_deciding(acme), "status", text="removed").followed_by("removed_on: 2026-09-07\n")


def upstream_redefined(acme: Acme) -> Mutant:
    used = {id for test in acme.catalog.all(Experiment) for _, _, id in test.uses()}
    results = {result.metric or "" for goal in acme.catalog.all(Goal) for result in goal.key_results or ()}
    parents = [metric for metric in acme.catalog.all(Metric) if metric.id in used and metric.parts]
    parts = {part for metric in parents for part in metric.parts} - used - results
    metric = acme.any(Metric, lambda metric: metric.id in parts and _expression(metric))
    return acme.write(metric, "definition", "expression", text="count(plants)")


def moved_goalposts(acme: Acme) -> Mutant:
    goal = acme.any(Goal, lambda goal: goal.status in ("active", "at_risk") and goal.key_results and is_alone(goal))
    result = (goal.key_results or ())[0]
    metric = acme.catalog.get(Metric, result.metric)
    assert metric
    assert result.target is not None
    easier = result.target * (0.999 if metric.direction == "increase" else 1.001)
    return acme.write(goal, "key_results", 0, "target", text=f"{easier:g}")


def sensitivity_lowered(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.sensitivity == "interaction")
    return acme.write(metric, "sensitivity", text="technical")


def classification_lowered(acme: Acme) -> Mutant:
    tool = acme.any(Tool, lambda tool: tool.data and tool.data.classification == "confidential" and tool.is_live)
    return acme.write(tool, "data", "classification", text="internal")


def admins_cut(acme: Acme) -> Mutant:
    tool = acme.any(Tool, lambda tool: tool.status == "adopted" and len(set(tool.admins or ())) >= 2)
    return acme.write(tool, "admins", text=f"[{(tool.admins or ())[0]}]")


def removed_still_referenced(acme: Acme) -> Mutant:
    practice = acme.any(Practice, lambda practice: len(acme.catalog.mentions(practice)) == 1 and is_alone(practice))
    (mention,) = acme.catalog.mentions(practice)
    return acme.without(practice).told_at(place(mention.place)).and_also("unused-metric")


def reused_id(acme: Acme) -> Mutant:
    practice = acme.any(Practice, is_alone)
    text = acme.fresh("practice", "watering").files["practices/watering.yaml"]
    assert text
    source = practice.document.source.path
    return Mutant({source: text.replace(b"id: watering", b"id: " + practice.id.encode())}, place(practice.at("id")))


def renewal_moved(acme: Acme) -> Mutant:
    tool = acme.any(
        Tool,
        lambda tool: (
            tool.is_live
            and tool.contract
            and tool.contract.renewal
            and not tool.contract.decision
            and tool.contract.renewal > acme.today
        ),
    )
    return acme.write(tool, "contract", "renewal", text="2028-03-01")


def review_date_only(acme: Acme) -> Mutant:
    metrics = acme.dice.sample(
        [metric for metric in acme.catalog.all(Metric) if metric.reviewed and is_alone(metric)], 3
    )
    first, *more = sorted(metrics, key=lambda metric: metric.id)
    mutant = acme.write(first, "reviewed", text="2026-09-07")
    for each in more:
        mutant = mutant.with_(acme.write(each, "reviewed", text="2026-09-07"))
    return mutant


def frozen_field_changed(acme: Acme) -> Mutant:
    test = acme.any(Experiment, lambda test: test.is_exposing and test.type == "ab_test" and test.variants)
    changed = acme.write(test, "variants", 0, "weight", text="9").told_at(place(test.at("variants")))
    return changed.and_also("sample-ratio-mismatch", "underpowered")
