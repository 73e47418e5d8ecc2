"""What docs/ci.md says is so: its commands are run, its files are read by those who read them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema

from prodops_cli.outputs.choose import names
from tests.ci.reading import valid

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]
FILES = dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, prodops: Path) -> Path:
    """A clone with a healthy catalog, on a branch that adds a person."""
    folder = tmp_path_factory.mktemp("docs") / "work"
    folder.mkdir()
    (folder.parent / "bin").symlink_to(prodops)
    script = """
        git init -q -b main && prodops init && git add -A && git commit -qm Begin
        git update-ref refs/remotes/origin/main HEAD
        git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
        git switch -qc branch && printf 'id: kim\\nname: Kim\\ntype: person\\nmanager: alex\\n' > owners/kim.yaml
        git add -A && git commit -qm "Add Kim"
    """
    done = run(folder, script)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """What a shell says, in a job of GitHub; the program is beside the folder."""
    me = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {
        **me,
        "HOME": str(folder.parent),
        "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
    }
    shell = ["bash", "-eo", "pipefail", "-c", script]
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_is_one(command: str, repository: Path) -> None:
    done = run(repository, command)
    assert done.returncode == 0, done.stdout + done.stderr
    for path in re.findall(r'-f "?\w+:([^ "]+)', command):
        file = Path(path.replace("$GITHUB_STEP_SUMMARY", str(repository.parent / "summary.md")))
        assert (repository / file).is_file()


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith(".github/")])
def test_workflows_are_workflows(path: str) -> None:
    workflow = yaml.safe_load(FILES[path])
    valid(workflow | {"on": workflow.pop(True)}, get_builtin_schema("vendor.github-workflows"))
    inputs = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    for step in workflow["jobs"]["lint"]["steps"]:
        if step["uses"].startswith("<OWNER>/prodops@"):
            assert step["with"].keys() <= inputs.keys()


def test_the_pipeline_is_one() -> None:
    pipeline = yaml.safe_load(FILES[".gitlab-ci.yml"])
    valid(pipeline, get_builtin_schema("vendor.gitlab-ci"))
    head, _ = yaml.safe_load_all((ROOT / "templates" / "lint.yml").read_text())
    assert pipeline["include"][0]["inputs"].keys() <= head["spec"]["inputs"].keys()


def test_the_hook_is_one(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(FILES[".pre-commit-config.yaml"])
    done = run(tmp_path, f"{sys.executable} -m pre_commit validate-config config.yaml")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]["id"] == hook["id"]


def test_every_format_is_named() -> None:
    table = TEXT.partition("## The formats")[2]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(names())
