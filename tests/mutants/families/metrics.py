"""Mistakes in metrics."""

from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool
from tests.mutants.acme import Acme, Mutant, place


def same_calculation(acme: Acme) -> Mutant:
    text = "{language: sql, expression: count(distinct slipper_id), aggregation: count}"
    first = acme.fresh("metric", "commerce_slippers_count", definition=text, tier="gold")
    spaced = "{language: sql, expression: 'COUNT( DISTINCT slipper_id )', aggregation: count}"
    return acme.fresh("metric", "commerce_shoes_count", name="Shoes", definition=spaced, told="'COUNT").with_(first)


def ratio_without_parts(acme: Acme) -> Mutant:
    text = "{language: prose, expression: slippers for each guest}"
    return acme.fresh("metric", "commerce_slippers_ratio", type="ratio", definition=text, told="definition")


def unused_input(acme: Acme) -> Mutant:
    parts = acme.two(Metric, lambda metric: metric.status == "active" and metric.grain is not None)
    used, unused = parts
    text = f"{{language: formula, expression: {used.id} * 2}}"
    inputs = f"[{used.id}, {unused.id}]"
    return acme.fresh(
        "metric", "commerce_slippers_count", type="derived", definition=text, inputs=inputs, told=f"{unused.id}]"
    )


def grain_finer_than_input(acme: Acme) -> Mutant:
    part = acme.any(Metric, lambda metric: metric.status == "active" and metric.grain in ("month", "quarter", "week"))
    text = f"{{language: formula, expression: {part.id} * 2}}"
    return acme.fresh(
        "metric",
        "commerce_slippers_count",
        type="derived",
        grain="day",
        definition=text,
        inputs=f"[{part.id}]",
        told="day\n",
    )


def target_against_direction(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.target and metric.target.op and metric.direction != "neutral")
    turned = "gte" if metric.direction == "decrease" else "lte"
    return acme.write(metric, "target", "op", text=turned).and_also("target-missed")


def target_missed(acme: Acme) -> Mutant:
    value, target = "{current: 9, as_of: 2026-09-01}", "{op: lte, value: 4, by: 2026-08-31}"
    return acme.fresh("metric", "commerce_slippers_count", value=value, target=target, told="2026-08-31")


def kpi_without_target(acme: Acme) -> Mutant:
    metric = acme.any(
        Metric, lambda metric: metric.role == "driver" and metric.status == "active" and not metric.target
    )
    return acme.write(metric, "role", text="kpi").told_at(place(metric.at("id"))).and_also("kpi-from-draft")


def kpi_from_draft(acme: Acme) -> Mutant:
    text = {"role": acme.one(["kpi", "north_star"]), "status": "draft"}
    return acme.fresh("metric", "commerce_slippers_count", told="draft", **text)


def certified_but_changed(acme: Acme) -> Mutant:
    certified = "{by: kim-jansen, fingerprint: 0123456789ab}"
    return acme.fresh("metric", "commerce_slippers_count", certified=certified, told="0123456789ab")


def source_tool_gone(acme: Acme) -> Mutant:
    tool = acme.any(Tool, lambda tool: tool.status == "retired")
    return acme.fresh("metric", "commerce_slippers_count", source=f"{{tool: {tool.id}}}", told=tool.id)


def sensitive_but_unmarked(acme: Acme) -> Mutant:
    part = acme.any(
        Metric, lambda metric: metric.sensitivity in ("interaction", "stored_content") and metric.status == "active"
    )
    text = f"{{language: formula, expression: {part.id} * 2}}"
    return acme.fresh(
        "metric", "commerce_slippers_count", type="derived", definition=text, inputs=f"[{part.id}]", sensitivity=""
    )


def window_not_multiple_of_grain(acme: Acme) -> Mutant:
    window = acme.one(["10d", "36h", "1mo"])
    return acme.fresh("metric", "commerce_slippers_count", grain="week", window=window, told=window)


def total_as_primary(acme: Acme) -> Mutant:
    total = acme.fresh("metric", "commerce_slippers_total", type="cumulative")
    result = "[{id: slippers, metric: commerce_slippers_total, baseline: 10, target: 2}]"
    goal = acme.fresh("goal", "2026q4-greener-office", key_results=result, told="commerce_slippers_total")
    return goal.with_(total)
