"""What GitHub's runner would take for commands in a line of a log, as its source reads lines."""

import re
from typing import NamedTuple

KNOWN = frozenset(("add-mask", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher"))
KNOWN |= frozenset(("add-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning"))


class Command(NamedTuple):
    """A command that the runner would obey."""

    name: str
    properties: dict[str, str]
    data: str


def command_in(line: str) -> Command | None:
    """The command that a line is: `::name key=value,…::data` at its start, or `##[name]` anywhere."""
    trimmed = line.lstrip()
    end = trimmed.find("::", 2)
    if trimmed.startswith("::") and end >= 0:
        name, _, rest = trimmed[2:end].partition(" ")
        if name in KNOWN:
            pairs = (pair.partition("=") for pair in rest.strip().split(",") if pair)
            return Command(name, {key: unescaped(value) for key, _, value in pairs}, unescaped(trimmed[end + 2 :]))
    found = re.search(r"##(?:vso)?\[(\S*)", line)
    return Command(found[1], {}, "") if found else None


def unescaped(text: str) -> str:
    """What the runner reads, in its order."""
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text
