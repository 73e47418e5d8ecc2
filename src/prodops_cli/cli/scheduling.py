"""Planning experiments: which are asked for, by which solver, and what becomes of the plan."""

import sys
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Literal, NamedTuple, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.selection import must_be
from prodops_cli.cli.changing import change
from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_lines
from prodops_cli.cli.reading import read, say_unread
from prodops_cli.encounters.trials import Trials
from prodops_cli.failure import Misuse
from prodops_cli.findings import Finding, Severity
from prodops_cli.lint.request import Request
from prodops_cli.models.experiment import Experiment
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import wrap
from prodops_cli.phrases import count
from prodops_cli.scheduling.problem import Problem, Timetable
from prodops_cli.scheduling.schedule import Schedule, movable, schedule
from prodops_cli.scheduling.solved import Improve, Solved
from prodops_cli.scheduling.task import MOVABLE, is_movable
from prodops_cli.scheduling.writing import steps
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree
from prodops_cli.views.schedule import text as plans
from prodops_cli.views.schedule.json import as_json

Format: TypeAlias = Literal["text", "json"]


class Solver(NamedTuple):
    """What makes the greedy plan better, and what that is called; None where nothing does."""

    name: str
    improve: Improve | None


def solver(wanted: Literal["auto", "greedy", "cp-sat"]) -> Solver:
    """The solver that is asked for; the greedy alone where no other is installed. Raises Misuse."""
    is_installed = find_spec("ortools") is not None
    if wanted == "cp-sat" and not is_installed:
        raise Misuse("OR-tools, which has cp-sat, is not installed", "`pip install ortools`, or leave out --solver")
    return Solver("cp-sat", by_cp_sat) if is_installed and wanted != "greedy" else Solver("greedy", None)


def by_cp_sat(problem: Problem, known: Timetable) -> Solved:
    """A better plan; OR-tools is opened only where there may be one."""
    from prodops_cli.scheduling.cp_sat import improved

    return improved(problem, known)


@dataclass(frozen=True, slots=True)
class Planning:
    """What is asked for: a plan for some experiments, or for all; with a day by which they must be over."""

    ids: tuple[str, ...]
    by: date | None
    solver: Solver

    def plan(self, catalog: Catalog, today: date) -> Schedule:
        """The plan. Raises Misuse."""
        if self.by and self.by < today:
            raise Misuse(f"{self.by} has passed", "choose a day to come")
        trials = Trials(catalog, today)
        return schedule(trials, self.experiments(trials), self.by, self.solver.improve, self.solver.name)

    def experiments(self, trials: Trials) -> tuple[Experiment, ...]:
        """The experiments that are named, or else all that can be planned, by id. Raises Misuse."""
        for id in self.ids:
            must_be(id, set(trials.named), "experiment")
            if not is_movable(trials.named[id]):
                raise Misuse(f"the days of `{id}` can't be planned: {why_fixed(trials.named[id])}", "leave it out")
        return tuple(trials.named[id] for id in sorted(set(self.ids))) if self.ids else movable(trials)

    def show(self, place: Opened, request: Request, format: Format, look: Look, quiet: bool) -> int:
        """Prints the plan: 1 where something has no place."""
        catalog = read(place.tree, request)
        say_unread(catalog)
        made = self.plan(catalog, request.today)
        print_lines(as_json(made) if format == "json" else plans.as_text(made, look))
        if not quiet:
            said = wrap(plans.farewell(made), look.width)
            sys.stderr.writelines(f"{line}\n" for line in said)
        return int(made.is_incomplete)

    def carry_out(self, place: Opened, request: Request, diff: bool, look: Look, quiet: bool) -> int:
        """Writes the plan, or prints it as a patch: 1 where something has no place, or a patch anything in it."""
        made: list[Schedule] = []

        def make(tree: Tree, catalog: Catalog) -> tuple[Step, ...]:
            made.append(self.plan(catalog, request.today))
            return steps(tree, made[0].changed, made[0].clock)

        done = change(place, request, make, look, diff, is_loud, is_loud)
        if not quiet and not diff:
            written = f"Planned {count(len(made[0].changed), 'experiment')} anew in {count(len(done), 'file')}."
            sys.stderr.write(f"{written if done else 'It says so already.'}\n")
        return int(made[0].is_incomplete or (diff and bool(done)))


def is_loud(finding: Finding) -> bool:
    """What a plan must not bring: an error of any sort, or two in each other's way."""
    return finding.severity is Severity.error or (finding.family == "overlap" and finding.severity > Severity.notice)


def why_fixed(experiment: Experiment) -> str:
    """Why an experiment stays where it is."""
    if experiment.type not in MOVABLE:
        return f"it is a {experiment.type}, by whose days others go"
    if not experiment.surfaces:
        return "it changes no surface"
    return f"it is {experiment.status}" if experiment.status not in ("draft", "scheduled") else "it has begun"
