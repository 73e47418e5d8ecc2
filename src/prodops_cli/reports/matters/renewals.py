"""Renewals: contracts that go on unless somebody says something in time, and trials that end."""

from collections.abc import Iterator
from datetime import date, timedelta

from prodops_cli.models.tool import Contract, Tool
from prodops_cli.phrases import count, day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, dated

NEAR = timedelta(days=30)
TRIAL_NEAR = timedelta(days=14)


def renewals(edition: Edition) -> tuple[tuple[Tool, Contract, date], ...]:
    """The tools in use whose contracts renew today or later, with their day, the first to renew first."""
    found = (
        (tool, tool.contract, tool.contract.renewal)
        for tool in edition.catalog.all(Tool)
        if tool.is_live and tool.contract and tool.contract.renewal and tool.contract.renewal >= edition.today
    )
    return tuple(sorted(found, key=lambda each: (each[2], each[0].id)))


def undecided_renewals(edition: Edition) -> Iterator[tuple[Tool, Contract, date]]:
    """Those that nobody has decided about, with the last day for notice, from a month before that day on."""
    for tool, contract, on in renewals(edition):
        by = contract.decide_by or on
        if contract.decision is None and not ends_first(contract) and by <= edition.today + NEAR:
            yield tool, contract, by


def ends_first(contract: Contract) -> bool:
    """Whether it is agreed that the contract ends."""
    return contract.ends is not None and contract.renewal is not None and contract.ends <= contract.renewal


def renewal_matters(edition: Edition) -> Iterator[Matter]:
    """What is to be decided: whether to pay for another term."""
    today = edition.today
    for tool, contract, by in undecided_renewals(edition):
        late = f" The last day for notice was {day(by, today)}." if by < today else ""
        yield Matter(
            what=tool.title,
            who=edition.people.who(tool.owner),
            by=max(by, today),
            when=dated(by, today),
            text=f"{sentence(tool, contract, today)}{late}",
            option="talk to the vendor before it renews." if late else option(tool),
            owners=(tool.owner,),
        )
    for tool in edition.catalog.all(Tool):
        ends = tool.trial_ends
        if ends and tool.status in ("trial", "evaluating") and today <= ends <= today + TRIAL_NEAR:
            yield Matter(
                what=tool.title,
                who=edition.people.who(tool.owner),
                by=ends,
                when=dated(ends, today),
                text=f"Its trial ends{f'; then it costs {tool.price}' if tool.price else ''}.",
                option="buy it, or stop using it.",
                owners=(tool.owner,),
            )


def sentence(tool: Tool, contract: Contract, today: date) -> str:
    """`Renews itself on 30 Oct for 84,000 EUR a year; 41 of 120 seats are unused.`"""
    when = day(contract.renewal, today) if contract.renewal else ""
    price = f" for {tool.price}" if tool.price else ""
    if contract.auto_renew is False:
        begin = f"Ends on {when} unless it is renewed{price}"
    else:
        begin = f"Renews {'itself ' if contract.auto_renew else ''}on {when}{price}"
    return f"{begin}{f'; {unused(tool)}{wasted(tool)}' if unused(tool) else ''}."


def unused(tool: Tool) -> str:
    """`41 of 120 seats are unused`; empty where none is, or nobody counted."""
    seats = tool.seats
    if seats is None or not seats.idle or seats.purchased is None:
        return ""
    return f"{seats.idle:,} of {count(seats.purchased, 'seat')} {'is' if seats.idle == 1 else 'are'} unused"


def wasted(tool: Tool) -> str:
    """`, worth 3,132 EUR a year`: what the unused seats cost, where each seat is paid for."""
    seats, yearly = tool.seats, tool.yearly
    if yearly is None or tool.cost is None or tool.cost.basis != "seat" or not seats or not seats.purchased:
        return ""
    currency, amount = yearly
    price = f"{amount * (seats.idle or 0) / seats.purchased:,.0f} {currency}".strip()
    return f", worth {price} a year"


def option(tool: Tool) -> str:
    """What the seats suggest."""
    seats = tool.seats
    if seats and seats.idle and seats.active:
        return f"renew with {count(seats.active, 'seat')}, or cancel."
    return "renew, renegotiate or cancel."
