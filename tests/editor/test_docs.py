"""What docs/editor.md says is so, and the extension for Visual Studio Code holds together; that takes no npm."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from prodops_cli import __version__
from prodops_cli.editor.said import of_all
from tests.editor.asked import ACME, desk_with

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs" / "editor.md").read_text("utf-8")
VSCODE = ROOT / "editors" / "vscode"
PACKAGE = json.loads((VSCODE / "package.json").read_text("utf-8"))
PROGRAM = (VSCODE / "extension.js").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", [line for block in blocks("sh") for line in block.splitlines()])
def test_the_command_is_one(command: str, prodops: Path) -> None:
    name, *rest = command.split()
    done = subprocess.run([str(prodops / name), *rest], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_settings_can_be_read_and_start_what_there_is() -> None:
    assert tomllib.loads(blocks("toml")[0])["language-server"]["prodops"] == {"command": "prodops", "args": ["lsp"]}
    path, saving = map(json.loads, blocks("json"))
    assert path.keys() <= PACKAGE["contributes"]["configuration"]["properties"].keys()
    assert "source.fixAll" in saving["[yaml]"]["editor.codeActionsOnSave"]
    assert 'cmd = { "prodops", "lsp" }' in blocks("lua")[0]


def test_above_an_experiment_stands_what_is_said_to_stand_there() -> None:
    path = "experiments/2026q3/2026q3-checkout-express-wallets.yaml"
    desk = desk_with(path, (ACME / path).read_text("utf-8"))
    assert desk.view.catalog is not None
    ((said,),) = of_all(desk.view.catalog, desk.request, (path,)).lenses.values()
    assert f"`{said}`" in TEXT


def test_the_extension_has_the_version_of_what_it_starts() -> None:
    assert PACKAGE["version"] == __version__


def test_what_the_extension_declares_is_there() -> None:
    assert {each["command"] for each in PACKAGE["contributes"]["commands"]} == set(
        re.findall(r'registerCommand\("(.+?)"', PROGRAM)
    )
    assert 'args: ["lsp", ' in PROGRAM
    assert (VSCODE / PACKAGE["icon"]).read_bytes().startswith(b"\x89PNG\r\n")
    assert (VSCODE / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()
    kept = {
        line.removeprefix("!") for line in (VSCODE / ".vscodeignore").read_text().splitlines() if line.startswith("!")
    }
    assert kept - {PACKAGE["main"].removeprefix("./")} <= {path.name for path in VSCODE.iterdir()}


def test_no_registry_is_written_down() -> None:
    known = subprocess.run(["git", "ls-files", "editors"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "package-lock.json" not in known.stdout
