"""A warm prodops: it has imported all of the program and made its models, has run nothing, and forks for each command.

The command runs in a process of its own, through `main()` to its exit code: with the folder, environment, mask, stdin,
stdout and stderr of who asks for it. Nothing that a command did is there for the next one.
"""

import gc
import marshal
import os
import pkgutil
import select
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module

import click

import prodops_cli
from prodops_cli import __main__ as program
from prodops_cli import rules
from prodops_cli.cli.app import app
from prodops_cli.cli.ending import end
from prodops_cli.lint.discover import rules_in
from prodops_cli.models.part import Part

FDS = 4
"""stdin, stdout, stderr, and the folder."""
EARLY = ("PYTHON", "TYPER_", "TZ")
"""How variables begin that count while Python starts and libraries are imported; who says others gets a cold start."""


def serve(address: str, cold: str) -> None:
    """Runs commands until the tests end: then nobody holds the other end of stdin any more."""
    import_everything()
    make_everything()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        sys.stdout.write(f"ready with {prodops_cli.__file__}\n")
        sys.stdout.flush()
        connection = connection_of_child(listener)
    if connection is None:
        return
    if pid := os.fork():
        connection.sendall(b"%d" % os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        os._exit(0)
    become(connection, cold)
    run()


def connection_of_child(listener: socket.socket) -> socket.socket | None:
    """Forks for whoever connects: the children return with a connection, and, when the tests have ended, the parent."""
    while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
        connection, _ = listener.accept()
        if os.fork() == 0:
            return connection
        connection.close()
        reap()
    return None


def reap() -> None:
    """Takes leave of the children that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def import_everything() -> None:
    """What any command imports, it finds imported. What that has made is not looked at for garbage."""
    for module in pkgutil.walk_packages(prodops_cli.__path__, f"{prodops_cli.__name__}."):
        import_module(module.name)
    gc.collect()
    gc.freeze()


def make_everything() -> None:
    """What is made when it is first asked for, and is the same for all who ask: rules, models, options."""
    rules_in(rules)
    for model in models(Part):
        model.model_rebuild()
    app.list_commands(click.Context(app))
    gc.collect()
    gc.freeze()


def models(model: type[Part]) -> Iterator[type[Part]]:
    """A model, and all that are made of it."""
    yield model
    for each in model.__subclasses__():
        yield from models(each)


def become(connection: socket.socket, cold: str) -> None:
    """Makes this process what the one that asks would have become, had it started the program itself."""
    with connection:
        _, fds, _, _ = socket.recv_fds(connection, 1, FDS)
        with connection.makefile("rb") as rest:
            arguments, environment, mask = marshal.loads(rest.read())
    *streams, folder = fds
    for number, fd in enumerate(streams):
        os.dup2(fd, number)
    os.fchdir(folder)
    for fd in fds:
        os.close(fd)
    os.umask(mask)
    if at_start(environment) != at_start(os.environb):
        os.execve(cold, ["prodops", *arguments], environment)
    os.environb.clear()
    os.environb.update(environment)
    sys.argv = [str(program.__file__), *arguments]
    open_streams()


def at_start(environment: Mapping[bytes, bytes]) -> tuple[object, ...]:
    """What of an environment is read before any command runs."""
    names = (b"LC_ALL", b"LC_CTYPE", b"LANG")
    locale = next((environment[name] for name in names if environment.get(name)), b"")
    early = {name: value for name, value in environment.items() if name.startswith(tuple(map(os.fsencode, EARLY)))}
    return locale, {name: value for name, value in early.items() if name != b"PYTHONPATH"}


def open_streams() -> None:
    """Opens stdin, stdout and stderr anew, as Python does it where it starts."""
    encoding, errors = sys.stdout.encoding, sys.stdout.errors
    sys.stdin = open(0, encoding=encoding, errors=errors, newline="\n", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", -1, encoding, errors, "\n", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, encoding, "backslashreplace", "\n", closefd=False)  # noqa: SIM115
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        stream.buffer.raw.name = f"<{name}>"
        setattr(sys, f"__{name}__", stream)  # which keeps it where a command lets go of it


def run() -> None:
    """Runs the command to its end."""
    code: object = 0
    try:
        program.main()
    except SystemExit as ended:
        code = ended.code
    end(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    serve(*sys.argv[1:])
