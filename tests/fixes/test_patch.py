"""A patch says what would change, so that git and patch can do it."""

import subprocess
from pathlib import Path

import pytest

from prodops_cli.trees.step import Step
from prodops_cli.views.patch import patch

PATCHES = {
    "a line": (
        [Step("a.yaml", b"a: 1\nb: 2\n", b"a: 1\nb: 3\n")],
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n",
    ),
    "no end of the last line": (
        [Step("a.yaml", b"a: 1", b"a: 2")],
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n"
        "-a: 1\n\\ No newline at end of file\n+a: 2\n\\ No newline at end of file\n",
    ),
    "windows": (
        [Step("a.yaml", b"a: 1\r\nb: \x0c\r\n", b"a: 2\r\nb: \x0c\r\n")],
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n-a: 1\r\n+a: 2\r\n b: \x0c\r\n",
    ),
    "new": ([Step("n.yaml", None, b"a: 1\n")], "--- /dev/null\n+++ b/n.yaml\n@@ -0,0 +1 @@\n+a: 1\n"),
    "gone": ([Step("g.yaml", b"a: 1\n", None)], "--- a/g.yaml\n+++ /dev/null\n@@ -1 +0,0 @@\n-a: 1\n"),
    "moved": (
        [Step("a.yaml", b"a: 1\n", None), Step("b.yaml", None, b"a: 1\n", "a.yaml")],
        "diff --git a/a.yaml b/b.yaml\nrename from a.yaml\nrename to b.yaml\n",
    ),
    "moved and changed": (
        [Step("a.yaml", b"a: 1\n", None), Step("b.yaml", None, b"a: 2\n", "a.yaml")],
        "diff --git a/a.yaml b/b.yaml\nrename from a.yaml\nrename to b.yaml\n"
        "--- a/a.yaml\n+++ b/b.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n",
    ),
}


@pytest.mark.parametrize(("steps", "expected"), PATCHES.values(), ids=PATCHES)
def test_prints(steps: list[Step], expected: str) -> None:
    assert "".join(f"{line}\n" for line in patch(steps)) == expected


@pytest.mark.parametrize("steps", [case[0] for case in PATCHES.values()], ids=PATCHES)
def test_git_makes_of_it_what_is_meant(steps: list[Step], tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "other").write_bytes(b"")  # git removes a folder with its last file
    for step in steps:
        if step.before is not None:
            (tmp_path / "catalog" / step.path).write_bytes(step.before)
    text = "".join(f"{line}\n" for line in patch(steps, "catalog/"))
    subprocess.run(["git", "apply", "--whitespace=nowarn"], input=text.encode(), cwd=tmp_path, check=True)
    found = {path.name: path.read_bytes() for path in (tmp_path / "catalog").iterdir()}
    assert found.pop("other") == b""
    assert found == {step.path: step.after for step in steps if step.after is not None}
