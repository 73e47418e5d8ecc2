"""Getting acquainted: what matters once about a house, as it is said on the command line or asked at a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from prodops_cli.cli.asking import Asking
from prodops_cli.failure import Misuse
from prodops_cli.models.settings import is_zone
from prodops_cli.starter.house import USUAL, House, teams

LOCAL: Final = Path("/etc/localtime")
ZONES: Final = "zoneinfo/"


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What is said of a house; None and nothing where it isn't."""

    name: str | None
    timezone: str | None
    teams: tuple[str, ...]
    shares_pages: bool | None

    def house(self, asking: Asking | None) -> House:
        """The house; what isn't said is asked, or usual where nobody is there. Raises Misuse."""
        if asking:
            asking.say("Four questions, once; Enter takes what stands in brackets, and all of it can be changed later.")
        name = self.name or (asked_name(asking) if asking else USUAL.name)
        zone = self.timezone or (asked_zone(asking) if asking else USUAL.timezone)
        refuse_zone(zone)
        said = [team(each) for each in self.teams]
        if any(lead is None for _, lead in said) or not said:
            said = asked_teams(asking, said) if asking else said
        shares = self.shares_pages
        if shares is None:
            shares = asked_pages(asking) if asking else False
        usual = USUAL.teams[0].lead.name
        found = teams([(each, lead or usual) for each, lead in said]) if said else USUAL.teams
        return House(name, zone, found, shares)


def team(said: str) -> tuple[str, str | None]:
    """`Payments=Ana Ribeiro`: a team, and who leads it. Raises Misuse."""
    name, sign, lead = (part.strip() for part in said.partition("="))
    if not name or (sign and not lead):
        raise Misuse(f"`{said}` names no team", "write it such as `Payments=Ana Ribeiro`")
    return name, lead or None


def asked_name(asking: Asking) -> str:
    """What the organisation is called."""
    asking.say("")
    asking.say("1. What is your organisation called?")
    return asking.text("name", USUAL.name)


def asked_zone(asking: Asking) -> str:
    """Where its days begin."""
    asking.say("")
    asking.say("2. In which time zone do your days begin and end? Such as Europe/Paris.")
    while True:
        zone = asking.text("time zone", local_zone())
        try:
            refuse_zone(zone)
        except Misuse as misuse:
            asking.refuse(misuse)
        else:
            return zone


def asked_teams(asking: Asking, known: Sequence[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Its teams, and who leads each of them."""
    first = USUAL.teams[0]
    asking.say("")
    asking.say(
        "3. Which teams answer for the product? Several are divided by commas; each team gets a file, and its lead, "
        "whom `Growth=Ana Ribeiro` names at once."
    )
    said = list(known)
    while not said:
        names = asking.text("teams", first.team.name).split(",")
        try:
            said = [team(name) for name in names if name.strip()]
        except Misuse as misuse:
            asking.refuse(misuse)
    return [(name, lead or asking.text(f"Who leads {name}?", first.lead.name)) for name, lead in said]


def asked_pages(asking: Asking) -> bool:
    """Whether two experiments may share a page."""
    asking.say("")
    asking.say(
        "4. May two experiments change one page for the same users at the same time? Most say no: then nobody can tell "
        "which of them made the difference, and prodops warns before they meet."
    )
    while True:
        said = asking.text("yes or no", "no").lower()
        if said in ("y", "yes", "n", "no"):
            return said.startswith("y")


def refuse_zone(zone: str) -> None:
    """Raises Misuse for a time zone that nobody knows."""
    if not is_zone(zone):
        raise Misuse(f"there is no time zone `{zone}`", "write one such as Europe/Paris or UTC")


def local_zone() -> str:
    """The time zone of this machine; UTC where it doesn't say."""
    _, sign, name = str(LOCAL.resolve()).rpartition(ZONES)
    return name if sign and is_zone(name) else USUAL.timezone
