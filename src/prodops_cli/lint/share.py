"""Sharing: work for two processes, where there is much of it. Each takes what is next until nothing is left."""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from threading import active_count
from typing import NoReturn, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
SIZE = 2
"""The bytes of a number in the queue."""


def shared(work: Callable[[Task], Result], tasks: Sequence[Task]) -> tuple[Result, ...]:
    """What the work makes of each task, in their order, whoever does it; what the helper does not answer is done here.

    The results are values that can be pickled. Nobody helps where there are no forks, no second processor, or threads,
    of which a fork has none.
    """
    if not hasattr(os, "fork") or os.cpu_count() == 1 or active_count() > 1:
        return tuple(map(work, tasks))
    queue = queue_of(len(tasks))
    answer, say = os.pipe()
    helper = os.fork()
    if helper == 0:
        help_with(work, tasks, queue, say)
    os.close(say)
    done: dict[int, Result] = {}
    try:
        done |= {number: work(tasks[number]) for number in taken(queue)}
    finally:
        os.close(queue)
        done |= answered(answer, helper)
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


def help_with(work: Callable[[Task], Result], tasks: Sequence[Task], queue: int, say: int) -> NoReturn:
    """Does what nobody has taken, says what has come of it, and ends this process; what fails will fail again."""
    code = 1
    try:
        done = {number: work(tasks[number]) for number in taken(queue)}
        with open(say, "wb") as out:
            pickle.dump(done, out, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def answered(answer: int, helper: int) -> dict[int, Result]:
    """What a helper says; nothing, if it did not end well."""
    with open(answer, "rb") as said:
        written = said.read()
    _, status = os.waitpid(helper, 0)
    return pickle.loads(written) if status == 0 else {}  # noqa: S301 this program says it to itself
