"""Mistakes in the product stack."""

from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from tests.mutants.acme import Acme, Mutant, is_alone


def _adopted(acme: Acme, *parts: str) -> Tool:
    """A tool in use that says something of all these."""
    return acme.any(
        Tool, lambda tool: tool.status == "adopted" and is_alone(tool) and all(getattr(tool, part) for part in parts)
    )


def _team(acme: Acme) -> Owner:
    return acme.any(Owner, lambda owner: owner.type == "team" and owner.is_live and owner.lead)


def _gone(acme: Acme) -> Owner:
    return acme.any(Owner, lambda owner: owner.type == "person" and owner.farewell(acme.today))


def tool_owner_not_person(acme: Acme) -> Mutant:
    return acme.write(_adopted(acme), "owner", text=_team(acme).id)


def too_few_admins(acme: Acme) -> Mutant:
    tool = _adopted(acme, "admins")
    return acme.write(tool, "admins", text=f"[{(tool.admins or ())[0]}]")


def admins_all_gone(acme: Acme) -> Mutant:
    return acme.write(_adopted(acme, "admins"), "admins", text=f"[{_gone(acme).id}]").and_also("gone-still-named")


def renewal_due(acme: Acme) -> Mutant:
    return acme.fresh(
        "tool", "plantpal", contract="{renewal: 2026-10-05, notice: 14d, auto_renew: true}", told="2026-10-05"
    )


def auto_renew_without_notice(acme: Acme) -> Mutant:
    return acme.fresh("tool", "plantpal", contract="{renewal: 2027-08-05, auto_renew: true}", told="contract")


def contract_ended_tool_adopted(acme: Acme) -> Mutant:
    return acme.fresh("tool", "plantpal", contract="{start: 2025-08-05, ends: 2026-09-06}", told="2026-09-06")


def retired_but_paid(acme: Acme) -> Mutant:
    cost = "{amount: 90, currency: EUR, per: month, cost_center: product}"
    return acme.fresh("tool", "plantpal", status="retired", cost=cost, told="90")


def idle_seats(acme: Acme) -> Mutant:
    tool = acme.any(
        Tool,
        lambda tool: (
            tool.status == "adopted"
            and tool.seats
            and (tool.seats.purchased or 0) > 9
            and not (tool.contract and tool.contract.last_day)
        ),
    )
    return acme.write(tool, "seats", "active", text="3")


def seats_exceeded(acme: Acme) -> Mutant:
    tool = acme.any(
        Tool, lambda tool: tool.is_live and tool.seats and tool.seats.assigned is not None and tool.seats.purchased
    )
    assert tool.seats
    return acme.write(tool, "seats", "assigned", text=str((tool.seats.purchased or 0) + acme.dice.randint(1, 9)))


def cost_without_currency(acme: Acme) -> Mutant:
    return acme.fresh("tool", "plantpal", cost="{amount: 9, per: month, cost_center: product}", told="cost")


def capability_overlap(acme: Acme) -> Mutant:
    tool = acme.any(
        Tool, lambda tool: tool.status == "adopted" and len(tool.capabilities or ()) == 1 and not tool.overlap_reason
    )
    (capability,) = tool.capabilities or ()
    return acme.fresh("tool", "plantpal", capabilities=f"[{capability}]", created="2026-09-01", told=capability)


def unclassified_data(acme: Acme) -> Mutant:
    return acme.fresh("tool", "plantpal", data="{flow: in}", told="data")


def customer_data_without_agreement(acme: Acme) -> Mutant:
    flow = acme.one(["out", "both"])
    return acme.fresh("tool", "plantpal", data=f"{{classification: confidential, flow: {flow}}}", told="data")


def restricted_data_by_password(acme: Acme) -> Mutant:
    return acme.fresh(
        "tool", "plantpal", data="{classification: restricted, flow: in}", auth="password", told="password"
    )


def endless_trial(acme: Acme) -> Mutant:
    return acme.fresh("tool", "plantpal", status="trial")


def retiring_without_plan(acme: Acme) -> Mutant:
    return acme.fresh("tool", "plantpal", status="retiring")


def budget_exceeded(acme: Acme) -> Mutant:
    center = acme.one(("data", "product", "engineering", "marketing", "support"))
    amount = next(budget.amount for budget in acme.catalog.settings.budgets if budget.cost_center == center)
    return acme.settings(f"cost_center: {center}, amount: {amount:g}", f"cost_center: {center}, amount: 7", told="7")


def unknown_cost_center(acme: Acme) -> Mutant:
    cost = "{amount: 9, currency: EUR, per: month, cost_center: prodct}"
    return acme.fresh("tool", "plantpal", cost=cost, told="prodct")
