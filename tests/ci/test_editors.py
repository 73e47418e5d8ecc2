"""Editors help with what `prodops init` writes: the server that VS Code runs completes, explains and underlines.

`make soak` runs this, since the server comes from npm.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from tests.ci.language_server import LanguageServer

pytestmark = pytest.mark.skipif(
    "not config.getoption('--with-network')", reason="`make soak` runs it: it installs packages"
)
SERVER = "yaml-language-server@1.25.0"
METRIC = "id: orders\nname: Orders\nowner: growth\ndescription: Paid orders.\nstatus: draft\ndirection: increase\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The server, installed for these tests."""
    folder = tmp_path_factory.mktemp("npm")
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), SERVER], check=True)
    return folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


@pytest.fixture(scope="module", params=["settings", "modelines"])
def server(
    request: pytest.FixtureRequest, program: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """A server for a catalog that begins: opened itself, or as a folder of the repository that is opened."""
    top = tmp_path_factory.mktemp("catalog")
    (top / ".git").mkdir()
    folder = top if request.param == "settings" else top / "product"
    assert run(["init", str(folder), "--yes"]) == 0
    found = LanguageServer(program, top)
    yield found
    found.end()


def path_and_head(server: LanguageServer, path: str) -> tuple[str, str]:
    """A path in the catalog, and the line with which its documents begin."""
    if (server.root / ".vscode").exists():
        return path, ""
    kind = {"metrics": "metric", "experiments": "experiment", "goals": "goal"}[path.partition("/")[0]]
    return f"product/{path}", f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n"


def test_finds_nothing_in_a_healthy_catalog(server: LanguageServer) -> None:
    files = list(server.root.rglob("*.yaml"))
    assert len(files) > 9
    for path in files:
        assert server.open(str(path.relative_to(server.root)), path.read_text()) == []


def test_underlines_what_cannot_be(server: LanguageServer) -> None:
    path, head = path_and_head(server, "metrics/wrong.yaml")
    line = 5 + head.count("\n")
    found = server.open(path, head + METRIC.replace("status: draft", "staus: draft").replace("increase", "up"))
    assert f"{line}:1 Property staus is not allowed." in found
    assert f'{line + 1}:12 Value is not accepted. Valid values: "increase", "decrease", "neutral".' in found
    assert any('Missing property "status"' in each for each in found)


COMPLETED = {
    "keys": ("metrics/a.yaml", f"{METRIC}ste|", {"steward": "The person who looks after the data's integrity."}),
    "words": (
        "metrics/b.yaml",
        METRIC.replace("draft", "|"),
        dict.fromkeys(("draft", "active", "broken", "removed"), "Where it stands in its life."),
    ),
    "keys inside": (
        "experiments/c.yaml",
        "id: a\nmetrics:\n  |",
        {"primary": "What decides.", "guardrail": "What must not get worse."},
    ),
    "keys of items": (
        "experiments/d.yaml",
        "id: a\nvariants:\n  - |",
        {"role": "What is there already, or what is new."},
    ),
    "a whole document": ("goals/e.yaml", "|", {"period": "When: a quarter such as 2026-Q4, or {start, end}."}),
    "in a list": ("metrics/f.yaml", "- id: a\n  |", {"direction": "Which way is good."}),
}


@pytest.mark.parametrize("sort", COMPLETED)
def test_completes(sort: str, server: LanguageServer) -> None:
    path, text, expected = COMPLETED[sort]
    where, head = path_and_head(server, path)
    found = server.completions(where, head + text)
    assert {key: found.get(key) for key in expected} == expected


def test_offers_all_that_a_document_must_say(server: LanguageServer) -> None:
    where, head = path_and_head(server, "metrics/whole.yaml")
    offered = server.completions(where, f"{head}|")["metric"]
    assert "A metric, defined once." in offered
    assert all(f"{key}: " in offered for key in ("id", "name", "description", "owner", "status", "direction"))


HOVERED = {
    "a key": (
        "metrics/h.yaml",
        METRIC.replace("status", "sta|tus"),
        ("#### metric", "Where it stands in its life.", "* `draft`"),
    ),
    "a key inside": (
        "metrics/i.yaml",
        f"{METRIC}source: {{to|ol: amplitude}}\n",
        ("#### data source", "The tool that holds them."),
    ),
    "an item": (
        "experiments/j.yaml",
        "id: a\nmetrics:\n  primary:\n    - {metric: x, md|e: 5%}\n",
        ("The smallest effect that must not be missed",),
    ),
}


@pytest.mark.parametrize("sort", HOVERED)
def test_explains(sort: str, server: LanguageServer) -> None:
    path, text, expected = HOVERED[sort]
    where, head = path_and_head(server, path)
    said = server.hover(where, head + text)
    assert all(each in said for each in expected)
