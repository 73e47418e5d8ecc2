"""JSON that somebody may look at in a log: readable, and nothing in it hides or is obeyed."""

import json
import re
from typing import Final, TypeAlias

from prodops_cli.escape import terminal

Json: TypeAlias = dict[str, object]
UNUSUAL: Final = re.compile(r"[^ -~]|(?<=#)#")  # `##[…]` is a command to runners, wherever it stands


def written(value: object) -> str:
    """JSON on one line, in Unicode, but for what can't be seen or would be obeyed: that is escaped; nothing is lost."""
    return harmless(json.dumps(value, ensure_ascii=False))


def indented(value: object) -> str:
    """The same on many lines, for people."""
    return "\n".join(map(harmless, json.dumps(value, ensure_ascii=False, indent=2).split("\n")))


def harmless(line: str) -> str:
    """A line of JSON, in which what can't be seen is escaped."""
    return UNUSUAL.sub(lambda found: escaped(found[0]), line)


def escaped(character: str) -> str:
    """A character as it may stand in JSON."""
    if character == "#":
        return r"\u0023"
    return character if terminal(character) == character else json.dumps(character)[1:-1]
