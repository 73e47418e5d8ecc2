"""What docs/ci.md says beside its commands, which tests/docs runs: its files are read by those who read them."""

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
FILES = dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))


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
    check = [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]["id"] == hook["id"]


def test_every_format_is_named() -> None:
    table = TEXT.partition("## The formats")[2]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(names())
