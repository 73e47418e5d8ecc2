"""Who answers for what: teams with their people and things, what each carries, and what nobody answers for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, TypedDict

from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import count
from prodops_cli.reports.books.cover import Cover, by_name, cover, heading
from prodops_cli.reports.books.duties import Duty, duties, listed, plural
from prodops_cli.reports.books.entry import Book, Entry, anchor, cited, entry, website
from prodops_cli.reports.books.gaps import Gap, gaps
from prodops_cli.reports.charts.chart import Bars
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

BOOK: Final[Book] = "owners"
NO_TEAM: Final = "Without a team"
Duties: TypeAlias = Mapping[str, Mapping[str, list[Entity]]]


class LoadRow(TypedDict):
    """What a team carries."""

    team: Link
    numbers: list[int]
    """One for each kind."""
    all: int


class Load(TypedDict):
    """What is in use, by team."""

    chart: Bars
    kinds: list[str]
    rows: list[LoadRow]


class Member(Entry):
    """A person, or several, and what they answer for."""

    link: Link
    """The entry."""
    leads: bool
    elsewhere: Link | None
    """The team with which all of it is told; none where that is here."""
    duties: list[Duty]
    surfaces: list[str]


class Team(Entry):
    """A team with its people."""

    description: str
    parent: Link | None
    channel: str
    on_call: Link | None
    duties: list[Duty]
    surfaces: list[str]
    people: list[Member]


class Departed(Entry):
    """Somebody who is gone."""

    why: str
    now: Link | None
    """Who answers now."""


class Owners(TypedDict):
    """Who answers for what."""

    cover: Cover
    summary: list[str]
    """`8 teams`, `17 people`."""
    load: Load | None
    teams: list[Team]
    lone: list[Member]
    """Who is in no team."""
    gaps: list[Gap]
    gone: list[Departed]


def context(edition: Edition) -> Owners:
    """The load by team, the teams, those in none, the gaps, and who is gone."""
    owners = by_name(edition.catalog.all(Owner))
    there = [each for each in owners if not each.is_gone]
    teams = [each for each in there if each.type == "team"]
    lone = [each for each in there if each.type != "team" and not edition.people.teams(each.id)]
    gone = [each for each in owners if each.is_gone]
    mine, lacking = duties(edition), [*gaps(edition)]
    contents = [heading("Load"), *(heading(team.title, anchor(team)) for team in teams)]
    contents += [heading(name) for name, some in ((NO_TEAM, lone), ("Gaps", owners), ("Gone", gone)) if some]
    return {
        "cover": cover(edition, "Who answers for what", contents if owners else []),
        "summary": [count(len(teams), "team"), count(len(there) - len(teams), "person", "people")] if owners else [],
        "load": load(teams, lone, edition) if owners else None,
        "teams": [team_of(team, mine, edition) for team in teams],
        "lone": [member(each, mine, edition) for each in lone],
        "gaps": lacking,
        "gone": [departed(each, edition) for each in gone],
    }


def load(teams: list[Owner], lone: list[Owner], edition: Edition) -> Load:
    """What is in use, by team: what a person owns counts for their teams."""
    counts: dict[str, Counter[str]] = {}
    for each in edition.catalog.all(Owned):
        if each.is_live_on(edition.today):
            for team in edition.people.teams(each.owner) or (None,):
                counts.setdefault(team.id if team else "", Counter()).update((each.kind,))
    kinds = [kind for kind in KINDS if any(found[kind] for found in counts.values())]
    rows = [(team.title, cited(team, edition, BOOK), counts.get(team.id, Counter())) for team in teams]
    if "" in counts:
        rows.append((NO_TEAM, {"name": NO_TEAM, "link": f"#{'without-a-team' if lone else 'gaps'}"}, counts[""]))
    return {
        "kinds": [plural(kind) for kind in kinds],
        "rows": [
            {"team": link, "numbers": [found[kind] for kind in kinds], "all": found.total()} for _, link, found in rows
        ],
        "chart": chart([(name, found.total()) for name, _, found in rows]),
    }


def chart(loads: list[tuple[str, int]]) -> Bars:
    """The teams beside each other, the one that carries most first."""
    ordered = sorted(loads, key=lambda load: (-load[1], load[0]))
    return {
        "kind": "bars",
        "title": "Things in use",
        "most": max((number for _, number in ordered), default=0),
        "rows": [{"name": name, "value": number, "text": f"{number:,}"} for name, number in ordered],
    }


def team_of(team: Owner, mine: Duties, edition: Edition) -> Team:
    """A team: how to reach it, what it answers for as a team, and each of its people."""
    parent = edition.catalog.get(Owner, team.parent)
    people = [each for each in edition.catalog.all(Owner) if team in edition.people.teams(each.id) and each != team]
    people = [each for each in people if not each.is_gone]
    people.sort(key=lambda each: (each.id != team.lead, each.title.casefold(), each.id))
    return {
        **entry(team, edition, BOOK),
        "description": team.description or "",
        "parent": cited(parent, edition, BOOK) if parent else None,
        "channel": team.channel or "",
        "on_call": website("on call", team.on_call) if team.on_call else None,
        "surfaces": [*surfaces(team.id, edition)],
        "duties": listed(mine.get(team.id, {}), edition, BOOK),
        "people": [member(each, mine, edition, team) for each in people],
    }


def member(person: Owner, mine: Duties, edition: Edition, team: Owner | None = None) -> Member:
    """A person and what they answer for: told once, in the first of their teams."""
    home = next(iter(edition.people.teams(person.id)), None)
    return {
        **entry(person, edition, BOOK),
        "link": cited(person, edition, BOOK),
        "leads": team is not None and person.id == team.lead,
        "elsewhere": cited(home, edition, BOOK) if home and home != team else None,
        "duties": listed(mine.get(person.id, {}), edition, BOOK),
        "surfaces": [*surfaces(person.id, edition)],
    }


def surfaces(id: str, edition: Edition) -> Iterator[str]:
    """The places that somebody answers for."""
    yield from (name for name, said in sorted(edition.catalog.settings.surfaces.items()) if said.owner == id)


def departed(owner: Owner, edition: Edition) -> Departed:
    """Somebody who is gone, and who answers now."""
    now = edition.people.answering(owner.id)
    return {
        **entry(owner, edition, BOOK),
        "why": (owner.farewell(edition.today) or "leaves").replace("`", ""),
        "now": cited(now, edition, BOOK) if now and now is not owner else None,
    }
