"""Dating: the days of a new experiment, proposed or chosen; who chooses sees meanwhile whom they would meet."""

import sys
from datetime import date, timedelta

from prodops_cli.catalog.people import People
from prodops_cli.cli.asking import Asking
from prodops_cli.cli.options import day
from prodops_cli.encounters.asked.proposal import Answer, Reply
from prodops_cli.failure import Misuse
from prodops_cli.phrases import days as in_words
from prodops_cli.starter.drafts.days import Days, Free
from prodops_cli.views.overlap.proposal import sentence

LONGEST = 3650


def proposed(days: Days) -> Reply | None:
    """The first free days, with what is left of the layer then; None where there are none, which is said."""
    if free := days.free:
        return days.reply(free.start, free.days, days.share(*free))
    sys.stderr.write(f"No days are written: {days.hindrance}.\n")
    return None


def chosen(days: Days, asking: Asking) -> Reply | None:
    """The days that somebody chooses; None where they leave them open."""
    first = days.free or Free(days.today + timedelta(7), 14)
    asking.say("")
    asking.say(found(days.free, days.today) if days.free else f"No days are free: {days.hindrance}.")
    while True:
        length = number(asking, "For how many days?", first.days, LONGEST)
        start = first_day(asking, first.start)
        if start is None:
            return None
        share = days.share(start, length)
        traffic = number(asking, "How many percent of the users take part?", share, 100) if days.layer else share
        reply = days.reply(start, length, traffic)
        asking.say(sentence(reply, People(days.catalog)))
        usual = "yes" if reply.answer is Answer.yes else "no"
        if asking.text("Take these days? (yes or no)", usual).startswith("y"):
            return reply
        first = Free(reply.free_from or start, length)


def found(free: Free, today: date) -> str:
    """The first free days, in words."""
    return f"The first free days are {in_words(free.start, free.start + timedelta(free.days - 1), today)}."


def first_day(asking: Asking, usual: date) -> date | None:
    """The first day that somebody chooses; None where they leave it open."""
    while True:
        said = asking.text("From which day on? (`later` leaves it open)", usual.isoformat())
        if said == "later":
            return None
        try:
            return day(said)
        except Misuse as misuse:
            asking.refuse(misuse)


def number(asking: Asking, asks: str, usual: int, most: int) -> int:
    """A number that somebody chooses."""
    while True:
        said = asking.text(asks, str(usual)).removesuffix("%")
        if said.isdecimal() and 0 < int(said) <= most:
            return int(said)
        asking.say(f"  `{said}` is no number from 1 to {most:,}")
