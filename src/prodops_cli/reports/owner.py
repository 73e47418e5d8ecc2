"""One team's or person's page: what needs them, what is theirs, what others wait for."""

from typing import TypedDict

from prodops_cli.models.goal import Goal
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import count, listing, weekday
from prodops_cli.reports.desk.awaited import Awaited, awaited
from prodops_cli.reports.desk.circle import circle
from prodops_cli.reports.desk.mending import Pile, mending
from prodops_cli.reports.desk.possessions import Shelf, possessions
from prodops_cli.reports.desk.reviews import Reviews, reviews
from prodops_cli.reports.front.decide import MatterRow, decisions, row
from prodops_cli.reports.front.watch import Watched, about, sentence
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.goals import goals_at_risk


class Desk(TypedDict):
    """One owner's page."""

    name: str
    organisation: str
    today: str
    people: str
    """Who leads a team and who is in it, or in which teams a person is; empty where nothing is known."""
    farewell: str
    """Why they are not there any more; empty where they are."""
    counts: list[str]
    matters: list[MatterRow]
    goals: list[Watched]
    """Their goals that will hardly be reached."""
    reviews: Reviews
    awaited: list[Awaited]
    shelves: list[Shelf]
    piles: list[Pile]
    id: str


def context(edition: Edition, owner: Owner) -> Desk:
    """What it says of an owner, and of those whose things are theirs to see to."""
    mine = circle(owner, edition)
    matters = [row(matter) for matter in decisions(edition) if mine.intersection(matter.owners)]
    goals = [goal for goal in goals_at_risk(edition) if goal.owner in mine]
    waits = awaited(mine, edition)
    read_again = reviews(mine, edition)
    return {
        "name": owner.title,
        "organisation": edition.catalog.settings.catalog.name or "",
        "today": f"{weekday(edition.today, edition.today)} {edition.today.year}",
        "people": people(owner, edition),
        "farewell": owner.farewell(edition.today),
        "counts": counts(matters, goals, waits, read_again),
        "matters": matters,
        "goals": [about("Goal", goal.title, edition.people.who(goal.owner), sentence(goal, edition)) for goal in goals],
        "reviews": read_again,
        "awaited": waits,
        "shelves": possessions(mine, edition),
        "piles": mending(mine, edition),
        "id": owner.id,
    }


def counts(matters: list[MatterRow], goals: list[Goal], waits: list[Awaited], reviews: Reviews) -> list[str]:
    """`3 decisions`, `1 goal at risk`; nothing of what there is none of."""
    said = (
        (len(matters), "decision", ""),
        (len(goals), "goal at risk", "goals at risk"),
        (len(reviews["rows"]) + reviews["more"], "review due", "reviews due"),
        (len(waits), "thing that others wait for", "things that others wait for"),
    )
    return [count(number, noun, plural) for number, noun, plural in said if number]


def people(owner: Owner, edition: Edition) -> str:
    """`Led by Tom Okafor; with Lee Wong and Zoe`, `In Growth`."""
    if owner.type != "team":
        teams = [team.title for team in edition.people.teams(owner.id)]
        return f"In {listing(teams)}" if teams else ""
    lead = edition.catalog.get(Owner, owner.lead)
    found = (each for each in edition.catalog.all(Owner) if each.type == "person" and not each.is_gone)
    members = [each.title for each in found if each is not lead and owner in edition.people.teams(each.id)]
    said = (f"led by {lead.title}" if lead else "", f"with {listing(sorted(members))}" if members else "")
    text = "; ".join(part for part in said if part)
    return f"{text[:1].upper()}{text[1:]}"
