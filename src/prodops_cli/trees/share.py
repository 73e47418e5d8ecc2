"""Sharing: work for several processes, where there is much of it. Each takes what is next until nothing is left."""

import contextlib
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from threading import active_count
from typing import Final, NamedTuple, NoReturn, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
SIZE = 2
"""The bytes of a number in the queue."""
MOST: Final = 4
"""Processes; more of them wait for the first one, which has to hear all that they say."""


class Helper(NamedTuple):
    """A fork of this process, and where it will say what it has done."""

    id: int
    answer: int


def processes() -> int:
    """How many processes may work at the same time: one, where there are no forks, or threads, which forks lose."""
    if not hasattr(os, "fork") or active_count() > 1:
        return 1
    return min(processors(), MOST)


def processors() -> int:
    """The processors that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(work: Callable[[Task], Result], tasks: Sequence[Task]) -> tuple[Result, ...]:
    """What the work makes of each task, in their order, whoever does it; what no helper answers is done here.

    The results are values that can be pickled. Helpers end before this does, whatever happens.
    """
    queue = queue_of(len(tasks))
    helpers = [helper for _ in range(processes() - 1) if (helper := helper_with(work, tasks, queue))]
    done: dict[int, Result] = {}
    try:
        done |= {number: work(tasks[number]) for number in taken(queue)}
    except BaseException:
        for helper in helpers:
            os.kill(helper.id, signal.SIGKILL)
        raise
    finally:
        os.close(queue)
        for helper in helpers:
            done |= answered(helper)
    return tuple(done[number] if number in done else work(task) for number, task in enumerate(tasks))


def queue_of(count: int) -> int:
    """A pipe from which each number is read once."""
    queue, end = os.pipe()
    os.write(end, b"".join(number.to_bytes(SIZE) for number in range(count)))
    os.close(end)
    return queue


def taken(queue: int) -> Iterator[int]:
    """The numbers that nobody has taken before."""
    while number := os.read(queue, SIZE):
        yield int.from_bytes(number)


def helper_with(work: Callable[[Task], Result], tasks: Sequence[Task], queue: int) -> Helper | None:
    """A helper that has begun; None where the system has no room for one."""
    me = os.getpid()
    answer, say = os.pipe()
    with contextlib.suppress(OSError):
        if (id := os.fork()) == 0:
            help_with(work, tasks, queue, say, me)
        os.close(say)
        return Helper(id, answer)
    os.close(say)
    os.close(answer)
    return None


def help_with(work: Callable[[Task], Result], tasks: Sequence[Task], queue: int, say: int, whom: int) -> NoReturn:
    """Does what nobody has taken, says what has come of it, and ends this process; what fails will fail again.

    It does nothing for somebody who is gone.
    """
    code = 1
    try:
        done = {number: work(tasks[number]) for number in taken(queue) if os.getppid() == whom}
        with os.fdopen(say, "wb") as out:
            pickle.dump(done, out, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def answered(helper: Helper) -> dict[int, Result]:
    """What a helper says; nothing, if it did not end well."""
    with os.fdopen(helper.answer, "rb") as said:
        written = said.read()
    _, status = os.waitpid(helper.id, 0)
    return pickle.loads(written) if status == 0 else {}  # noqa: S301 this program says it to itself
