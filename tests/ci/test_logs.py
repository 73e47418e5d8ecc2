"""Whatever stands in a repository, no line of a job's log is a command to its runner, but for our annotations."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.outputs.runner import command_in

EVIL = "::error file=x::boo ##[add-mask]x"
FILES = {
    "prodops.yaml": f'catalog: {{name: "{EVIL}"}}\nx-a: "{EVIL}"\n',
    "owners/anna.yaml": f"id: anna\n{EVIL}\nname: '{EVIL}'\ntype: person\n",
    "owners/::error::x.yaml": f"id: '::stop-commands::x'\nname: '{EVIL}'\ntype: '{EVIL}'\nmanager: '::add-mask::x'\n",
    "metrics/m.yaml": f"id: m\n# {EVIL}\n\n\n'{EVIL}': 1\nname: \"{EVIL}\"\nowner: '::error::'\nstatus: activ\n",
    "tools/t.yaml": "id: t\nname: x\ndescription: |\n  a\n  ::error::boo\n  ##[add-mask]x\nstatus:   adoptedd\n",
    "owners/bob.yaml": "id: bob\nname: Bob\n# ##[add-mask]x\ntpye: person\n",
    "goals/g.yaml": f"id: g\nname: g\nowner: anna\nperiod: 2026-Q3\ndescription: '{EVIL}'\n",
}
COMMANDS = (
    ("lint",),
    ("lint", "-f", "text", "-f", "concise"),
    *(("lint", "-f", name) for name in ("json", "markdown", "sarif", "gitlab", "junit", "rdjsonl")),
    ("lint", EVIL),
    ("lint", "--select", EVIL),
    ("lint", "-f", EVIL),
    ("lint", "--diff", "--unsafe-fixes"),
    ("list", "owner"),
    ("list", "metric", "-f", "json"),
    ("list", "owner", "-f", "csv"),
    ("show", "m"),
    ("show", "m", "-f", "json"),
    ("overlap",),
    ("report", "weekly", "--worktree"),
    ("report", "weekly", "--worktree", "--print-context"),
    ("init",),
)


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A catalog that wants to be obeyed."""
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_runner_is_spoken_to(command: tuple[str, ...], catalog: Path, prodops: Path) -> None:
    done = run(prodops, catalog, *command)
    assert done.returncode in (0, 1, 2, 3), done.stderr
    for line in (*done.stdout.splitlines(), *done.stderr.splitlines()):
        found = command_in(line)
        ours = found is not None and "github" in (command[-1], "github" if command == ("lint",) else "")
        assert found is None or (ours and "title" in found.properties), line


def run(program: Path, catalog: Path, *command: str, log: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """What a command writes into a job's log."""
    environment = {"PATH": os.environ["PATH"], "GITHUB_ACTIONS": "true", "SOURCE_DATE_EPOCH": "1788739200"}
    prodops = [program / "prodops", *command]
    return subprocess.run(
        prodops, cwd=catalog, env=environment, stdout=log, stderr=subprocess.PIPE, text=True, check=False
    )


def test_a_patch_that_would_be_obeyed_can_be_written_to_a_file(catalog: Path, prodops: Path) -> None:
    with (catalog / "fixes.patch").open("w") as file:
        run(prodops, catalog, "lint", "--diff", "--unsafe-fixes", log=file.fileno())
    assert "##[add-mask]" in (catalog / "fixes.patch").read_text()
    assert "a command to the runner" in run(prodops, catalog, "lint", "--diff", "--unsafe-fixes").stderr
