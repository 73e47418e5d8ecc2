"""Stories: files, commands and what they print, in one text; run for real, in a folder of their own."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
STORIES = sorted(HERE.glob("*.txt"))
COLD = ("all-clear", "broken", "formats", "version")
"""Which are told by processes that have started for it; the others are told by a warm program, which saves minutes."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command as it is written, and what it printed with its exit code at the end."""

    command: str
    printed: str


@dataclass(frozen=True, slots=True)
class Story:
    """What a story's text says: a head in words, files, and steps."""

    head: str
    files: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]

    @property
    def text(self) -> str:
        """The story, written down."""
        files = "".join(f"== {path}\n{text}" for path, text in self.files)
        return f"{self.head}{files}" + "".join(f"$ {step.command}\n{step.printed}" for step in self.steps)


def parse(text: str) -> Story:
    """A story from its text."""
    head, _, rest = text.partition("\n== ")
    files, _, commands = rest.partition("\n$ ")
    last = files.count("\n== ")
    written = [part.partition("\n") for part in files.split("\n== ")]
    run = [part.removesuffix("\n").partition("\n") for part in commands.split("\n$ ")]
    return Story(
        f"{head}\n",
        tuple((path, f"{body}\n" if body or number < last else "") for number, (path, _, body) in enumerate(written)),
        tuple(Step(command, f"{printed}\n") for command, _, printed in run),
    )


def play(story: Story, folder: Path, program: Path) -> Story:
    """The story as it goes now, in a folder, with the `prodops` of another one."""
    for path, text in story.files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", errors="surrogateescape"))
    steps = tuple(Step(step.command, run(step.command, folder, program)) for step in story.steps)
    return Story(story.head, story.files, steps)


def run(command: str, folder: Path, program: Path) -> str:
    """What a shell command prints, errors included, and its exit code in brackets."""
    environment = {
        "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_CACHE_HOME": f"{folder}-cache",
        "LANG": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Ana",
        "GIT_AUTHOR_EMAIL": "ana@example.com",
        "GIT_COMMITTER_NAME": "Ana",
        "GIT_COMMITTER_EMAIL": "ana@example.com",
        "GIT_AUTHOR_DATE": "2026-09-01T09:00:00+00:00",
        "GIT_COMMITTER_DATE": "2026-09-01T09:00:00+00:00",
        "SOURCE_DATE_EPOCH": "1788739200",  # 7 September 2026
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    printed = done.stdout.decode("utf-8", errors="surrogateescape").replace(str(folder), "FOLDER")
    return f"{printed}[{done.returncode}]\n"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path, prodops: Path, cold_prodops: Path, regen: bool) -> None:
    told = path.read_bytes().decode(errors="surrogateescape")  # as it is: some lines end as spreadsheets want it
    now = play(parse(told), tmp_path, cold_prodops if path.stem in COLD else prodops).text
    if regen:
        path.write_bytes(now.encode(errors="surrogateescape"))
    else:
        assert now == told


def test_a_story_is_told_as_it_is_written() -> None:
    told = "Words.\n\n== a.yaml\nid: a\n== b.yaml\nid: b\n$ true\n[0]\n$ false\nno\n[1]\n"
    assert parse(told).text == told
