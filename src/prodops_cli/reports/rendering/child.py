"""What the process does that renders users' templates: reads what it is asked, within limits, and answers in JSON."""

import json
import sys
from typing import Final

from prodops_cli.reports.rendering.faults import Fault, fault
from prodops_cli.reports.rendering.templates import rendered

try:
    import resource
except ImportError:  # Windows has no such limits; the time that its parent waits remains
    resource = None  # type: ignore[assignment]

CPU_SECONDS: Final = 10
MEMORY: Final = 512 * 1024 * 1024
LONGEST: Final = 16 * 1024 * 1024
"""How many characters a document may have."""


def render() -> None:
    """Reads a request, and writes the text or the fault."""
    asked = json.load(sys.stdin.buffer)
    limit()
    try:
        text = rendered(asked["name"], asked["context"], asked["texts"])
        answer: dict[str, object] = {"text": text}
        if len(text) > LONGEST:
            answer = {"fault": Fault(f"it makes more than {LONGEST:,} characters")}
    except Exception as error:  # noqa: BLE001 - whatever a template does is told to its author
        answer = {"fault": fault(error, asked["texts"])}
    sys.stdout.write(json.dumps(answer))


def limit() -> None:
    """From now on: little time and memory, no file is written, no process begun."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for what in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC):
            resource.setrlimit(what, (0, 0))
