"""A page of the docs, as the tests read it: where it is run, what it writes, runs and shows."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

DOCS = Path(__file__).parent.parent.parent / "docs"
SETTING = re.compile(r"<!-- The tests run this page in (?P<place>an empty folder|a copy of \S+), on (?P<day>\S+)\. -->")
FENCE = re.compile(r"^```(?P<word>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN: dict[str, Literal["transcript", "dialogue"]] = {"console": "transcript", "dialogue": "dialogue"}
LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """A file to write, a command to run, or one with what it prints: `start` is where the text stands in the page.

    In a dialogue somebody answers: what stands behind a question is typed.
    """

    sort: Literal["file", "command", "transcript", "dialogue"]
    name: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is run: in an empty folder (None), or in a copy of an example; on which day."""

    path: Path
    example: str | None
    day: str
    steps: tuple[Step, ...]


def pages() -> tuple[Page, ...]:
    """All pages that say where they are run."""
    found = (read(path) for path in sorted(DOCS.rglob("*.md")))
    return tuple(page for page in found if page is not None)


def read(path: Path) -> Page | None:
    """A page, if it says where it is run."""
    text = path.read_text(encoding="utf-8")
    said = SETTING.search(text)
    if said is None:
        return None
    example = None if said["place"] == "an empty folder" else said["place"].removeprefix("a copy of ")
    return Page(path, example, said["day"], tuple(step for fence in FENCE.finditer(text) for step in steps(fence)))


def steps(fence: re.Match[str]) -> tuple[Step, ...]:
    """What a block of code asks for. YAML without a title is only looked at."""
    text, start = fence["text"], fence.start("text")
    if fence["title"]:
        return (Step("file", fence["title"], text, start),)
    if fence["word"] == "sh":
        return (Step("command", text, "", start),)
    if fence["word"] in SHOWN:
        prompt, _, printed = text.partition("\n")
        return (Step(SHOWN[fence["word"]], prompt.removeprefix("$ "), printed, start + len(prompt) + 1),)
    return ()


def is_as_shown(shown: str, printed: str) -> bool:
    """Whether what was printed is what the page shows; a line with an ellipsis stands for any lines, or none."""
    parts = [re.escape(part) for part in re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None
