"""The action is one, runs what it says, and nothing that people write becomes a part of its script."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema

from tests.ci.reading import valid

ROOT = Path(__file__).parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
(LINT,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "lint")


def test_is_an_action() -> None:
    valid(ACTION, get_builtin_schema("vendor.github-actions"))


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").iterdir()), ids=lambda path: path.name)
def test_workflows_are_workflows(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text())
    valid(workflow | {"on": workflow.pop(True)}, get_builtin_schema("vendor.github-workflows"))
    assert workflow["permissions"] == {"contents": "read"}


def test_the_gitlab_template_is_one() -> None:
    head, body = yaml.safe_load_all((ROOT / "templates" / "lint.yml").read_text())
    text = json.dumps(body)
    for name, said in head["spec"]["inputs"].items():
        assert f"$[[ inputs.{name} ]]" in text
        assert "description" in said
        text = text.replace(f"$[[ inputs.{name} ]]", said.get("default", "git+https://example.com/prodops"))
    assert "$[[" not in text
    valid(json.loads(text), get_builtin_schema("vendor.gitlab-ci"))


def test_gitlab_installs_from_git_alone() -> None:
    head, _ = yaml.safe_load_all((ROOT / "templates" / "lint.yml").read_text())
    said = head["spec"]["inputs"]["install"]
    assert "default" not in said  # the name alone may be anybody's
    assert re.match(said["regex"], "git+https://gitlab.example.com/platform/prodops@v0.1.0")
    assert not re.match(said["regex"], "prodops")


def test_the_job_of_gitlab_lints(job: dict[str, str]) -> None:
    _, body = yaml.safe_load_all((ROOT / "templates" / "lint.yml").read_text())
    _, script = body["prodops-lint"]["script"]
    said = {
        "PRODOPS_DIRECTORY": "product ops",
        "PRODOPS_FAIL_ON": "error",
        "PRODOPS_ARGS": "--select unknown-reference",
    }
    done = shell(job | said, f'PATH="$RUNNER_TEMP/prodops/bin:$PATH"; {script}')
    assert done.returncode == 1, done.stderr
    work = Path(job["RUNNER_TEMP"]).parent / "work"
    for name in body["prodops-lint"]["artifacts"]["reports"].values():
        assert "unknown-reference" in (work / name).read_text()


def test_nothing_is_written_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert {*LINT["env"].values()} == {f"${{{{ inputs.{name.lower().replace('_', '-')} }}}}" for name in LINT["env"]}


@pytest.fixture
def job(tmp_path: Path, prodops: Path) -> dict[str, str]:
    """What a job's environment holds; the catalog has one error."""
    (tmp_path / "runner" / "prodops").mkdir(parents=True)
    (tmp_path / "runner" / "prodops" / "bin").symlink_to(prodops)
    catalog = tmp_path / "work" / "product ops"
    (catalog / "owners").mkdir(parents=True)
    (catalog / "prodops.yaml").touch()
    (catalog / "owners" / "anna.yaml").write_text("id: anna\nname: '::warning::x'\ntype: person\nmanager: bob\n")
    defaults = {name.upper().replace("-", "_"): str(said["default"]) for name, said in ACTION["inputs"].items()}
    files = {f"GITHUB_{name}": str(tmp_path / name) for name in ("OUTPUT", "STEP_SUMMARY")}
    return {
        "PATH": os.environ["PATH"],
        **{name: defaults[name] for name in LINT["env"]},
        **files,
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_ACTIONS": "true",
        "DIRECTORY": "product ops",
    }


def run(job: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step, as a runner runs it."""
    return shell(job | inputs, LINT["run"])


def shell(environment: dict[str, str], script: str) -> subprocess.CompletedProcess[str]:
    """A script, as runners run it."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    folder = Path(environment["RUNNER_TEMP"]).parent / "work"
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_lints_and_says_so_everywhere(job: dict[str, str]) -> None:
    done = run(job, FORMAT="junit:a b.xml\n\nconcise:c.txt\n", ARGS="--select unknown-reference\n --show-allowed")
    assert done.returncode == 1, done.stderr
    assert "\n::error file=owners/anna.yaml,line=4," in done.stdout
    assert Path(job["GITHUB_STEP_SUMMARY"]).read_text().startswith("<!-- prodops lint -->")
    sarif = Path(job["GITHUB_OUTPUT"]).read_text().strip().removeprefix("sarif=")
    assert len(json.loads(Path(sarif).read_text())["runs"][0]["results"]) == 1
    work = Path(job["RUNNER_TEMP"]).parent / "work"
    assert {path.name for path in work.iterdir()} == {"product ops", "a b.xml", "c.txt"}


def test_fails_when_it_is_told_to(job: dict[str, str]) -> None:
    assert run(job, FAIL_ON="never").returncode == 0
    assert run(job, FAIL_ON="errors").returncode == 2


def test_compares_in_pull_requests_only(job: dict[str, str]) -> None:
    assert run(job).returncode == 1
    done = run(job, GITHUB_BASE_REF="main")
    assert (done.returncode, "is not in a git repository" in done.stderr) == (3, True)
    assert run(job, BASE="", GITHUB_BASE_REF="main").returncode == 1


HOSTILE = (
    "; touch pwned",
    "$(touch pwned)",
    "`touch pwned`",
    "x && touch pwned",
    "'; touch pwned; '",
    '"; touch pwned\n',
    "*",
)


@pytest.mark.parametrize("name", LINT["env"])
@pytest.mark.parametrize("value", HOSTILE)
def test_no_input_is_run(name: str, value: str, job: dict[str, str]) -> None:
    done = run(job, **{name: value})
    assert done.returncode in (2, 3), done.stderr
    work = Path(job["RUNNER_TEMP"]).parent / "work"
    assert not list(work.rglob("pwned"))
