"""Every format prints the verdict made by hand as its golden file has it, byte for byte."""

from pathlib import Path

import pytest

from prodops_cli.findings import Verdict
from prodops_cli.outputs.choose import load, names
from prodops_cli.outputs.formats import sarif
from prodops_cli.outputs.look import Look
from tests.outputs.verdicts import ALL, CLEAR

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    *((name, name, ALL, Look(prefix="catalog/")) for name in names()),
    *((f"{name}-clear", name, CLEAR, Look()) for name in names()),
    ("text-60", "text", ALL, Look(width=60)),
    ("text-120", "text", ALL, Look(width=120)),
    ("text-colour", "text", ALL, Look(colour=True)),
]


@pytest.mark.parametrize(("file", "name", "verdict", "look"), CASES, ids=[case[0] for case in CASES])
def test_prints_the_golden_file(
    file: str, name: str, verdict: Verdict, look: Look, regen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "rules_in", lambda _: ())  # the pages of real rules have their own tests
    path = GOLDEN / f"{file}.txt"
    printed = "".join(f"{line}\n" for line in load(name)(verdict, look)).encode()
    if regen:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(printed)
    assert printed == path.read_bytes()


def test_every_golden_file_is_used() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {case[0] for case in CASES}
