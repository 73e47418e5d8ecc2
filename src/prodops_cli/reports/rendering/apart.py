"""Users' templates are rendered apart: in a process of their own, which knows nothing else and may use little."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Final

from prodops_cli.failure import Misuse
from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.rendering.faults import Fault

SECONDS: Final = 20
"""How long rendering may take, whatever it waits for."""
BEGIN: Final = """\
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from prodops_cli.reports.rendering.child import render
render()
"""


def rendered_apart(name: str, context: Row, texts: Mapping[str, str]) -> str:
    """The Markdown of a report with users' templates. Raises Misuse."""
    asked = json.dumps({"name": name, "context": context, "texts": dict(texts)}).encode()
    run = (sys.executable, "-I", "-c", BEGIN, json.dumps(sys.path))
    try:
        done = subprocess.run(run, input=asked, capture_output=True, env={}, check=False, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise refused(name, Fault(f"it takes longer than {SECONDS} seconds")) from error
    if done.returncode or not done.stdout:
        raise refused(name, Fault("it needs too much time or memory"))
    answer = json.loads(done.stdout)
    if "fault" in answer:
        raise refused(name, Fault(*answer["fault"]))
    text: str = answer["text"]
    return text


def refused(report: str, fault: Fault) -> Misuse:
    """What is said of a template that fails."""
    where = f"the template {fault.name}, line {fault.number}" if fault.name else f"the template of `{report}`"
    hint = f"the line is `{fault.line}`" if fault.line else "`prodops report --eject` prints ours, to compare with"
    return Misuse(f"{where}: {fault.what}", hint)
