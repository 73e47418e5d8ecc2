"""What the docs say is so: their files are written, their commands run, and what they show is what is printed."""

import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.docs.dialogue import SHELL, hold
from tests.docs.page import DOCS, LEFT_OUT, Page, is_as_shown, pages

ROOT = DOCS.parent
PAGES = pages()
BEGIN = """
git init -q -b main && git add -A && git commit -qm Begin && git update-ref refs/remotes/origin/main HEAD
git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
"""


def test_there_are_pages() -> None:
    assert len(PAGES) > 3


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
def test_the_page_is_true(page: Page, tmp_path: Path, prodops: Path, regen: bool) -> None:
    folder = begun(page, tmp_path / "catalog", prodops)
    fresh, moved = page.path.read_text(encoding="utf-8"), 0
    for step in page.steps:
        if step.sort == "file":
            file = folder / step.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step.text, encoding="utf-8")
            continue
        if step.sort == "dialogue":
            seen = hold(step, folder, environment(folder, page.day, prodops))
            assert is_as_shown(step.text, seen), f"$ {step.name}\n{seen}"
            continue
        done = run(step.name, folder, page.day, prodops)
        assert done.returncode in ((0,) if step.sort == "command" else (0, 1)), f"$ {step.name}\n{done.stdout}"
        if step.sort == "transcript" and regen and LEFT_OUT not in step.text:
            start = step.start + moved
            fresh = fresh[:start] + done.stdout + fresh[start + len(step.text) :]
            moved += len(done.stdout) - len(step.text)
        elif step.sort == "transcript":
            assert is_as_shown(step.text, done.stdout), f"$ {step.name}\n{done.stdout}"
    if regen:
        page.path.write_text(fresh, encoding="utf-8")


def begun(page: Page, folder: Path, prodops: Path) -> Path:
    """The folder in which a page's commands are run: a clone, where there is something to commit."""
    if page.example is None:
        folder.mkdir()
        return folder
    shutil.copytree(ROOT / page.example, folder)
    done = run(BEGIN, folder, page.day, prodops)
    assert done.returncode == 0, done.stdout
    return folder


def run(command: str, folder: Path, day: str, prodops: Path) -> subprocess.CompletedProcess[str]:
    """What a shell says, both streams in one, as somebody sees it who types along."""
    return subprocess.run(
        [*SHELL, command],
        cwd=folder,
        env=environment(folder, day, prodops),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def environment(folder: Path, day: str, prodops: Path) -> dict[str, str]:
    """The variables of a shell on a day, in a folder of somebody who has set up nothing."""
    who = ("AUTHOR", "COMMITTER")
    a_week_before = (date.fromisoformat(day) - timedelta(days=7)).isoformat()
    return {
        **{f"GIT_{each}_{what}": "ana@example.com" for each in who for what in ("NAME", "EMAIL")},
        **{f"GIT_{each}_DATE": f"{a_week_before}T09:00:00+00:00" for each in who},
        "PATH": f"{prodops}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent),
        "LANG": "C.UTF-8",
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "SOURCE_DATE_EPOCH": str((date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400),
    }


@pytest.mark.parametrize(
    ("shown", "printed", "is_so"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nb\n", "a\nb\n", True),
        ("a\n…\nc\n", "a\nc\n", True),
        ("a\n…\nd\n", "a\nb\nc\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_what_is_left_out_may_be_anything(shown: str, printed: str, is_so: bool) -> None:
    assert is_as_shown(shown, printed) is is_so
