"""What commands print for programs is as docs/formats says, for a catalog after a bad quarter and what led to it."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from prodops_cli.models.kinds import KINDS
from tests.docs.formats import NAMES, schema
from tests.docs.test_pages import BEGIN, run
from tests.examples.catalogs import ACME, TANGLED, TODAY

STACK = "Product;Owner;Seats\nAmplitude;kim-jansen;12\nLinear;nobody;n/a\n"
COMMANDS = {
    "capacity": ["overlap --capacity"],
    "diff": ["diff HEAD~1", "diff HEAD~1 HEAD"],
    "import": ["import stack.csv --kind tool --map name=Product --map owner=Owner --map seats.purchased=Seats"],
    "lint": ["lint", "lint --base HEAD~1 --show-existing", "lint --rev HEAD --show-allowed"],
    "list": [f"list {kind}" for kind in KINDS],
    "overlap": ["overlap", "overlap --all"],
    "proposal": ["overlap --surface checkout.payment --start 2026-09-14 --audience country=FR"],
    "schedule": ["schedule --by 2026-12-18"],
    "seen-by": ["seen-by country=DE platform=web"],
    "show": ["show tool amplitude", "show experiment 2026q3-checkout-one-page --rev HEAD~1"],
    "size": ["size 2026q3-checkout-one-page", "size 2026q4-search-gift-finder"],
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, prodops: Path) -> Path:
    """The healthy example, and behind it the tangled one."""
    folder = tmp_path_factory.mktemp("formats") / "catalog"
    shutil.copytree(ACME, folder)
    assert run(BEGIN, folder, TODAY.isoformat(), prodops).returncode == 0
    for path in folder.iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(TANGLED, folder, dirs_exist_ok=True)
    (folder / "stack.csv").write_text(STACK, encoding="utf-8")
    assert run("git add -A && git commit -qm Tangle", folder, TODAY.isoformat(), prodops).returncode == 0
    return folder


def test_every_format_is_tried() -> None:
    assert COMMANDS.keys() == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_output_is_as_the_schema_says(name: str, repository: Path, prodops: Path) -> None:
    Draft202012Validator.check_schema(schema(name))
    for command in COMMANDS[name]:
        done = run(f"prodops {command} -f json 2>errors", repository, TODAY.isoformat(), prodops)
        assert done.returncode in (0, 1), (repository / "errors").read_text(encoding="utf-8")
        Draft202012Validator(schema(name)).validate(json.loads(done.stdout))
