"""The book of tools: what is there for what, what it costs, when it renews, and who administers it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, TypedDict

from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, day
from prodops_cli.reports.books.cover import Cover, by_name, cover, heading
from prodops_cli.reports.books.entry import Book, Entry, cited, entry, website
from prodops_cli.reports.books.renewals import ToCome, renewals
from prodops_cli.reports.books.spend import Spend, spend
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.money import totals

BOOK: Final[Book] = "tools"
LACKING: Final = ("nobody is there who could", "only one is there")
"""What is said of too few, by their number; two are enough that nobody is locked out."""


class StackRow(Entry):
    """A tool in use."""

    purpose: str
    vendor: str
    """It may be empty."""
    status: str
    tier: str
    auth: str
    data: str
    """How careful one must be with what is in it."""
    access: Link


class Capability(TypedDict):
    """What can be done with which tools."""

    name: str
    tools: list[Link]
    why: str
    """Why with more than one; empty where it is one."""


class AdminRow(TypedDict):
    """Who administers a tool."""

    tool: Link
    owner: Link
    technical: Link
    admins: list[Link]
    lack: str
    """That too few can; empty where enough can."""


class Retired(Entry):
    """A tool that nobody uses any more."""

    instead: Link
    ended: str
    """When its contract did."""


class Tools(TypedDict):
    """The stack, its price, its renewals and its administrators."""

    cover: Cover
    in_use: str
    """`22 tools`; empty where none is."""
    a_year: str
    """`711,050 EUR`; it may be empty."""
    stack: list[StackRow]
    capabilities: list[Capability]
    renewals: ToCome
    spend: Spend
    admins: list[AdminRow]
    gone: list[Retired]


def context(edition: Edition) -> Tools:
    """The stack, its price, its renewals and its administrators; what is over stands at the end."""
    tools = by_name(edition.catalog.all(Tool))
    live = [tool for tool in tools if tool.is_live]
    gone = [tool for tool in tools if not tool.is_live]
    names = ("Stack", "What for what", "Renewals", "Spend", "Who administers") if live else ()
    return {
        "cover": cover(edition, "Tools", [heading(name) for name in (*names, *(("No longer used",) if gone else ()))]),
        "in_use": count(len(live), "tool") if live else "",
        "a_year": totals(live),
        "stack": [stacked(tool, edition) for tool in live],
        "capabilities": [*capabilities(live, edition)],
        "renewals": renewals(edition, BOOK),
        "spend": spend(live, edition, BOOK),
        "admins": [administered(tool, edition) for tool in live],
        "gone": [retired(tool, edition) for tool in gone],
    }


def stacked(tool: Tool, edition: Edition) -> StackRow:
    """What one tool is for, and how people get at it."""
    data = tool.data.classification if tool.data else None
    return {
        **entry(tool, edition, BOOK),
        "purpose": tool.purpose or tool.description or "–",
        "vendor": (tool.vendor.name if tool.vendor else None) or "",
        "status": tool.status or "–",
        "tier": (tool.criticality or "–").replace("tier", "tier "),
        "auth": {"sso": "SSO", "api_key": "key"}.get(tool.auth or "", tool.auth) or "–",
        "data": data or "–",
        "access": website("ask", tool.request_access),
    }


def capabilities(live: list[Tool], edition: Edition) -> Iterator[Capability]:
    """What can be done with which tools, in the words of the vocabulary; and why with several."""
    able: defaultdict[str, list[Tool]] = defaultdict(list)
    for tool in live:
        for capability in tool.capabilities or ():
            able[capability].append(tool)
    for capability, tools in sorted(able.items()):
        reasons = " ".join(tool.overlap_reason for tool in tools if tool.overlap_reason)
        yield {
            "name": capability.replace("_", " ").replace("-", " "),
            "tools": [cited(tool, edition, BOOK) for tool in tools],
            "why": (reasons or "nobody said why more than one") if len(tools) > 1 else "",
        }


def administered(tool: Tool, edition: Edition) -> AdminRow:
    """Who can administer a tool."""
    return {
        "tool": cited(tool, edition, BOOK),
        "owner": person(tool.owner, edition),
        "technical": person(tool.technical_owner, edition),
        "admins": [person(id, edition) for id in dict.fromkeys(tool.admins or ())],
        "lack": lack(tool, edition),
    }


def lack(tool: Tool, edition: Edition) -> str:
    """Whether too few can administer a tool: who left can't, and a team is enough."""
    owners = [edition.catalog.get(Owner, id) for id in dict.fromkeys(tool.admins or ())]
    there = [owner for owner in owners if owner is None or not owner.farewell(edition.today)]
    enough = len(there) >= len(LACKING) or any(owner and owner.type == "team" for owner in there)
    return "" if enough or tool.status == "evaluating" else LACKING[len(there)]


def person(id: str | None, edition: Edition) -> Link:
    """Somebody by name, and when they left."""
    owner = edition.catalog.get(Owner, id)
    if owner is None:
        return {"name": id or "–", "link": ""}
    gone = owner.farewell(edition.today)
    name = f"{owner.title} ({gone})".replace("`", "") if gone else owner.title
    return {"name": name, "link": cited(owner, edition, BOOK)["link"]}


def retired(tool: Tool, edition: Edition) -> Retired:
    """What became of a tool that nobody uses any more."""
    instead = edition.catalog.get(Tool, tool.replaced_by)
    ended = tool.contract.ends if tool.contract else None
    return {
        **entry(tool, edition, BOOK),
        "instead": cited(instead, edition, BOOK) if instead else {"name": tool.replaced_by or "–", "link": ""},
        "ended": day(ended, edition.today) if ended else "–",
    }
