"""Formats are found by looking, and imported when they are asked for."""

import subprocess
import sys

import pytest

from prodops_cli.outputs.choose import load, names


def test_finds_the_formats() -> None:
    assert {"text", "concise", "json", "github"} <= set(names())
    assert list(names()) == sorted(names())


@pytest.mark.parametrize("name", ["", "xml2", "look", "formats.text", "../text"])
def test_knows_no_other(name: str) -> None:
    with pytest.raises(KeyError):
        load(name)


def test_imports_none_before_it_is_asked_for() -> None:
    script = "import sys; from prodops_cli.outputs.choose import names; names(); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "prodops_cli.outputs.formats" in modules
    assert not [module for module in modules if module.startswith("prodops_cli.outputs.formats.")]
