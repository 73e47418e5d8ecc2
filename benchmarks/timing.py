"""Whole processes, timed from outside: side by side, several rounds, medians."""

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Timing:
    """The median of several runs: seconds on the clock, and the largest memory of any run in MiB."""

    seconds: float
    mebibytes: float


def side_by_side(commands: Mapping[str, Sequence[Command]], rounds: int, folder: Path) -> dict[str, Timing]:
    """Runs all commands in turn, round by round, so that a slow minute of the machine is everybody's.

    A name may stand for several processes, one after the other; their times are added up.
    """
    for processes in commands.values():  # a warm-up that nobody counts
        run_all(processes, folder)
    taken: dict[str, list[Timing]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, processes in commands.items():
            taken[name].append(run_all(processes, folder))
    return {
        name: Timing(median(each.seconds for each in some), max(each.mebibytes for each in some))
        for name, some in taken.items()
    }


def run_all(processes: Sequence[Command], folder: Path) -> Timing:
    """The time of some processes together, and the memory of the largest."""
    before = time.perf_counter()
    memory = max(run(process, folder) for process in processes)
    return Timing(time.perf_counter() - before, memory / 1024)


def run(command: Command, folder: Path) -> int:
    """Runs one process to its end; the kibibytes of memory that it took at most."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:  # a healthy catalog: whoever finds fault with it has not done the work that is timed
        raise RuntimeError(f"{command} ended with {process.returncode}")
    assert isinstance(usage, resource.struct_rusage)
    return usage.ru_maxrss
