"""Mistakes in practices."""

from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool
from tests.mutants.acme import Acme, Mutant, is_alone, place


def practice_on_retired_tool(acme: Acme) -> Mutant:
    practice = acme.any(Practice, lambda each: each.tools)
    retired = acme.any(Tool, lambda tool: not tool.is_live)
    index = acme.one(range(len(practice.tools or ())))
    return acme.write(practice, "tools", index, text=retired.id)


def practice_without_steps(acme: Acme) -> Mutant:
    practice = acme.any(Practice, lambda each: each.is_in_force and each.steps and is_alone(each))
    return acme.remove(practice, "steps").told_at(place(practice.at("status")))


def unpractised_practice(acme: Acme) -> Mutant:
    if acme.dice.random() < 0.5:
        return acme.fresh("practice", "watering-the-plants", participants="")
    return acme.fresh(
        "practice", "watering-the-plants", status="draft", created="2025-11-03", reviewed="2026-01-15", told="draft"
    )
