"""`prodops init` at a terminal: what matters is asked once, and each question has an answer that one need not type."""

from pathlib import Path

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.cli.run import run
from prodops_cli.models.owner import Owner
from prodops_cli.trees.worktree import WorkTree
from tests.cli.terminal import CTRL_C, talk

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="there is no pseudo-terminal")


def test_enter_will_do(tmp_path: Path, prodops: Path) -> None:
    _, code = talk(["init"], ["", "", "", "", ""], tmp_path, prodops)
    assert code == 0
    assert run(["lint", "-C", str(tmp_path), "--fail-on", "notice", "--today", "2026-09-07"]) == 0


def test_what_is_answered_is_written(tmp_path: Path, prodops: Path) -> None:
    answers = ["Shop", "Paris", "Europe/Paris", "Growth, Payments", "Tom Okafor", "Ana Ribeiro", "perhaps", "yes"]
    seen, code = talk(["init", "product"], answers, tmp_path, prodops)
    assert code == 0
    assert "there is no time zone `Paris`" in seen
    catalog = load(WorkTree(tmp_path / "product"))
    assert {each.id: each.lead for each in catalog.all(Owner) if each.lead} == {
        "growth": "tom-okafor",
        "payments": "ana-ribeiro",
    }
    assert (catalog.settings.catalog.name, catalog.settings.surfaces["signup"].concurrent) == ("Shop", True)


def test_a_lead_can_be_said_with_the_team(tmp_path: Path, prodops: Path) -> None:
    answers = ["", "UTC", "Growth=", "Growth=Ana Ribeiro, Payments", "Tom Okafor", ""]
    seen, code = talk(["init", "product"], answers, tmp_path, prodops)
    assert code == 0
    assert "`Growth=` names no team; write it such as `Payments=Ana Ribeiro`" in seen
    leads = {each.id: each.lead for each in load(WorkTree(tmp_path / "product")).all(Owner) if each.lead}
    assert leads == {"growth": "ana-ribeiro", "payments": "tom-okafor"}


def test_what_is_said_is_not_asked(tmp_path: Path, prodops: Path) -> None:
    said = ["--name", "Shop", "--team", "Payments=Ana", "--one-at-a-time"]
    seen, code = talk(["init", *said], ["UTC"], tmp_path, prodops)
    assert (code, "name [" in seen, "teams [" in seen, "yes or no" in seen) == (0, False, False, False)


@pytest.mark.parametrize("answers", [[CTRL_C], ["Shop", "UTC", "Growth", CTRL_C]])
def test_who_goes_leaves_nothing(answers: list[str], tmp_path: Path, cold_prodops: Path) -> None:
    _, code = talk(["init", "product"], answers, tmp_path, cold_prodops)
    assert (code, list(tmp_path.iterdir())) == (130, [])
