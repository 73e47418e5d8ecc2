"""A warm prodops is the program: same bytes, same exit codes, and the code that the other tests import."""

import os
import re
import subprocess
from pathlib import Path

import pytest

import prodops_cli

FILES = {
    "prodops.yaml": "catalog: {name: Shop}\n",
    "owners/anna.yaml": "id: anna\nname: Anna\ntype: persn\nmanager: bob\n",
    "owners/zoë.yaml": "id: zoë\nname: '日本'\ntype: person\n",
}
COMMANDS = (
    "prodops --version",
    "COLUMNS=50 prodops lint --help",
    "FORCE_COLOR=1 prodops --help",
    "GITHUB_ACTIONS=true prodops lint",
    "prodops lint --fail-on nonsense",
    "prodops lint -C nowhere; cat /dev/null | prodops lint -",
    "cd owners && prodops lint ../owners/anna.yaml -f json",
    "prodops lint -f concise > out 2> err; echo $?; cat out err",
    "(prodops explain --color always; echo $? >&2) | true",
    "prodops list owner --columns id,name | prodops lint - --stdin-path owners/a.yaml; prodops list owner -f csv | cat",
    "printf 'id: b\\377' | prodops lint - --stdin-path owners/b.yaml",
    "LC_ALL=C prodops list owner; PYTHONIOENCODING=latin-1 prodops list owner; unset LANG; prodops list owner",
    "prodops lint --fix -q -f concise; cat owners/anna.yaml",
    "umask 077; prodops lint -q -f json:found.json; ls -l found.json | cut -c -10",
    "mkdir away; cd away; rmdir ../away; prodops lint",
    "prodops lint > /dev/full",
    "prodops show \"$(printf 'a b\\377')\" ''",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_is_the_same_warm_and_cold(command: str, tmp_path: Path, prodops: Path, cold_prodops: Path) -> None:
    warm, cold = (told(command, tmp_path / "here", program) for program in (prodops, cold_prodops))
    assert warm == cold
    assert "Traceback" not in warm[2].decode()


def told(command: str, folder: Path, program: Path) -> tuple[int, bytes, bytes]:
    """What a command says, in a folder that is always called the same, and what it ends with."""
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    done = shell(command, folder, {"LANG": "C.UTF-8", "PATH": f"{program}{os.pathsep}{os.environ['PATH']}"})
    folder.rename(folder.with_name(program.name))
    return done.returncode, done.stdout, re.sub(rb"prodops-crash-\w+", b"prodops-crash", done.stderr)


def shell(command: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Runs a command on the day of the other tests."""
    fixed = {"SOURCE_DATE_EPOCH": "1788739200", "HOME": str(folder)}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=environment | fixed, capture_output=True, check=False)


@pytest.mark.parametrize("way", ["prodops", "cold_prodops"])
def test_is_the_code_under_test(way: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Whatever else of its name lies about."""
    decoy = tmp_path / "prodops_cli"
    decoy.mkdir()
    for name in ("__init__.py", "__main__.py"):
        (decoy / name).write_text("print('decoy')")
    program = request.getfixturevalue(way)
    path = f"{program}{os.pathsep}{os.environ['PATH']}"
    for environment in ({"PATH": path}, {"PATH": path, "PYTHONPATH": str(tmp_path)}):
        done = shell("prodops --version", tmp_path, environment)
        assert done.stdout.decode() == f"prodops {prodops_cli.__version__}\n"
