"""The two questions of `prodops overlap`: who is in whose way, and whether somebody would be in a new test's."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.people import People
from prodops_cli.catalog.selection import must_be
from prodops_cli.cli.options import day
from prodops_cli.cli.printing import print_lines
from prodops_cli.encounters.asked.choice import Choice, chosen, experiments, must_be_known
from prodops_cli.encounters.asked.proposal import Answer, Proposal, Reply
from prodops_cli.encounters.asked.spoken import audience
from prodops_cli.encounters.asked.standing import Standing, Standings
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.encounters.trials import Trials
from prodops_cli.failure import Misuse
from prodops_cli.findings import Severity
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import wrap
from prodops_cli.views.overlap import json as overlap_json
from prodops_cli.views.overlap import proposal as replies
from prodops_cli.views.overlap import text as overlap
from prodops_cli.views.overlap.calendar import Calendar, Grouping
from prodops_cli.views.overlap.capacity import Capacity
from prodops_cli.views.overlap.matrix import Matrix
from prodops_cli.views.overlap.text import Found

USUAL_DAYS = 14
Format: TypeAlias = Literal["text", "json", "markdown"]
LOUD = {Answer.no: Severity.error, Answer.perhaps: Severity.warning}


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn in the place of sentences; nothing, where none is asked for."""

    calendar: bool
    matrix: bool
    capacity: bool
    by: Grouping

    @property
    def is_asked(self) -> bool:
        """Whether anything is to be drawn."""
        return self.calendar or self.matrix or self.capacity

    def check(self, choice: Choice, format: Format) -> None:
        """Raises Misuse for what can't be drawn."""
        if self.calendar + self.matrix + self.capacity > 1:
            raise Misuse("charts exclude each other", "ask for one after the other")
        if self.is_asked and format != "text" and not (self.capacity and format == "json"):
            raise Misuse(f"a chart can't be {format}", "leave out --format, or the chart; `--capacity` can be json")
        if self.is_asked and choice.everything:
            raise Misuse("a chart shows all that there is", "leave out --all")
        if self.capacity and (choice.ids or choice.owner or choice.surfaces):
            raise Misuse("`--capacity` is of whole layers", "leave out ids, --owner and --surface")
        if self.by != "surface" and not self.calendar:
            raise Misuse("`--by` is for calendars", "add --calendar")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said of a new test; without a start, nobody asks about one."""

    start: str | None
    days: int | None
    audience: tuple[str, ...]
    traffic: float | None
    layer: str | None

    def check(self, choice: Choice, chart: Chart) -> None:
        """Raises Misuse for what belongs to the other question."""
        if self.start is None:
            if self.days is not None or self.audience or self.traffic is not None or self.layer:
                raise Misuse("a new test needs a start", "add --start, such as --start 2026-09-07")
        elif not choice.surfaces:
            raise Misuse("a new test needs a place", "add --surface, such as --surface checkout")
        elif choice.ids or choice.owner or choice.since or choice.until or choice.everything:
            raise Misuse("`--start` asks about a new test", "ids, --all, --owner and days choose pairs: leave them out")
        elif chart.is_asked:
            raise Misuse("`--start` is answered in a sentence", "leave out the chart")

    def proposal(self, choice: Choice, trials: Trials) -> Proposal | None:
        """The new test, if it is asked about. Raises Misuse."""
        if self.start is None:
            return None
        must_be_known(choice.surfaces, trials.catalog)
        if self.layer:
            must_be(self.layer, set(trials.layers.by_id), "layer")
        whom = audience(self.audience, trials.attributes)
        traffic = 100.0 if self.traffic is None else self.traffic
        return Proposal(choice.surfaces, day(self.start), self.days or USUAL_DAYS, whom, traffic, self.layer)


@dataclass(frozen=True, slots=True)
class Asked:
    """Where an answer is looked up, and how it is printed."""

    catalog: Catalog
    today: date
    revision: str | None
    format: Format
    look: Look
    is_quiet: bool

    def answer(self, choice: Choice, wish: Wish, chart: Chart) -> Severity | None:
        """Prints the answer, and says how loud it is. Raises Misuse."""
        encounters = Encounters(self.catalog, self.today)
        proposal = wish.proposal(choice, encounters.trials)
        if proposal:
            return self.reply(Reply(proposal, encounters.trials))
        standings = Standings(encounters)
        pairs = tuple(chosen(choice, standings))
        if chart.is_asked:
            print_lines(self.drawn(choice, chart, pairs, standings))
        else:
            self.pairs(choice, pairs, standings)
        return max((each.told.severity for each in pairs if each.told), default=None)

    def drawn(self, choice: Choice, chart: Chart, pairs: tuple[Standing, ...], standings: Standings) -> Iterator[str]:
        """Who is in whose way, as a chart."""
        those = experiments(choice, standings)
        trials = standings.encounters.trials
        if chart.capacity:
            filled = Capacity(trials, choice.since, choice.until)
            return filled.as_json(self.revision) if self.format == "json" else filled.lines(self.look)
        if chart.matrix:
            return Matrix(pairs, frozenset(each.id for each in those if each.id in trials.live)).lines(self.look)
        return Calendar(those, pairs, trials, choice.since, choice.until, chart.by).lines(self.look)

    def pairs(self, choice: Choice, pairs: tuple[Standing, ...], standings: Standings) -> None:
        """Who is in whose way, in sentences."""
        found = Found(
            pairs,
            People(self.catalog),
            standings.zone,
            self.today,
            choice.is_named,
            choice.is_broad,
        )
        match self.format:
            case "text":
                print_lines(overlap.as_text(found, self.look))
            case "markdown":
                print_lines(overlap.as_markdown(found))
            case "json":
                layers = standings.encounters.trials.layers
                print_lines(overlap_json.as_json(found, layers, self.revision))
        if not self.is_quiet:
            said = wrap(overlap.summary(found, choice.everything), self.look.width)
            sys.stderr.writelines(f"{line}\n" for line in said)

    def reply(self, reply: Reply) -> Severity | None:
        """Whether somebody would be in a new test's way."""
        people = People(self.catalog)
        match self.format:
            case "text":
                print_lines(replies.as_text(reply, people, self.look))
            case "markdown":
                print_lines(replies.as_markdown(reply, people))
            case "json":
                print_lines(replies.as_json(reply, people, self.revision))
        return LOUD.get(reply.answer)
