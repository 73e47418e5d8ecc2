"""What is secret in a text is told by nobody who shows the text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.credentials import concealed, credentials
from prodops_cli.lint.request import Request
from prodops_cli.outputs.choose import load, names
from prodops_cli.outputs.look import Look
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree

SECRETS = {
    "AKIAZ1Y2X3W4V5U6T7S8": "Z1Y2X3W4V5U6T7S8",
    f"ghp_{'0a' * 18}": "0a" * 18,
    f"glpat-{'x' * 20}": "x" * 20,
    "xoxb-1234567890": "1234567890",
    "sk_live_4eC39HqLyjWDarjt": "4eC39HqLyjWDarjt",
    f"AIza{'y' * 35}": "y" * 35,
    "postgres://reader:hunter22@db.acme.example/marts": "hunter22",
}


@pytest.mark.parametrize(("written", "secret"), SECRETS.items(), ids=SECRETS)
def test_nobody_sees_the_secret(written: str, secret: str) -> None:
    shown = concealed(f"before {written} between {written} after")
    assert secret not in shown
    assert len(shown) == len(f"before {written} between {written} after")
    assert shown.startswith(f"before {written[:4]}")
    assert shown.endswith(" after")


@given(st.text(max_size=60))
def test_leaves_everything_else(text: str) -> None:
    assert list(credentials(text)) or concealed(text) == text


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize(("written", "secret"), SECRETS.items(), ids=SECRETS)
def test_no_format_shows_it(name: str, written: str, secret: str) -> None:
    tool = f"id: a\nstatus: {written}\nname: TODO {written}\npurpose: {written}\nowner: {written}\nx: '{written}'\n"
    tree = MemoryTree({"prodops.yaml": b"", "tools/a.yaml": tool.encode()})
    verdict = lint(tree, Request(date(2026, 11, 22)))
    assert {"secret-in-text", "not-one-of"} <= {finding.rule for finding in verdict.findings}
    assert secret not in "\n".join(load(name)(verdict, Look()))
