"""`prodops new` at a terminal: it asks what matters, shows what there is to choose from, and whom one would meet."""

from pathlib import Path

import pytest

from tests.cli.terminal import CTRL_C, talk

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="there is no pseudo-terminal")

FILES = {
    "prodops.yaml": "surfaces: {checkout: {owner: payments}, search: {owner: payments}}\n",
    "owners/anna.yaml": "id: anna\nname: Anna Berg\ntype: person\n",
    "owners/payments.yaml": 'id: payments\nname: Payments\ntype: team\nlead: anna\nchannel: "#pay"\n',
    "goals/faster.yaml": "id: faster\nname: Paying takes a minute\nowner: payments\nperiod: 2026-Q4\n",
    "metrics/orders.yaml": (
        "id: orders\nname: Orders\nowner: anna\ndescription: Paid orders, refunds left out.\n"
        "status: active\ndirection: increase\nsource: {dashboard: https://example.com}\nreviewed: 2026-09-01\n"
    ),
    "experiments/one-page.yaml": (
        "id: one-page\nname: One page\nowner: payments\ntype: ab_test\nstatus: draft\ngoals: [faster]\n"
        "surfaces: [checkout]\nstart: 2026-10-05\nend: 2026-10-18\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalog in which one test is planned."""
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_shows_whom_one_would_meet_while_days_are_chosen(folder: Path, prodops: Path) -> None:
    answers = [
        *("Saved Cards", "saved-cards", "", "paymnts", "2", "", "draft", "", "faster", "orders", "", "checkout"),
        *("14", "yesterday", "2026-10-12", "", "", "", ""),
    ]
    seen, code = talk(["new", "experiment"], answers, folder, prodops)
    assert code == 0
    assert "`Saved Cards` can't be an id" in seen
    assert "no owner is called `paymnts`; did you mean `payments`?" in seen
    assert "   1  anna      Anna Berg\n   2  payments  Payments\n" in seen
    assert "`yesterday` is no day" in seen
    assert "No, not on checkout from" in seen
    assert "“One page” (one-page) is in your way." in " ".join(seen.split())
    assert "the first free days are 19 Oct to 1 Nov" in " ".join(seen.split())
    assert "Take these days? (yes or no) [no]: " in seen
    assert "Yes: nobody is in your way on checkout from 19 Oct to 1 Nov" in " ".join(seen.split())
    assert "Wrote experiments/saved-cards.yaml." in seen
    assert (folder / "experiments" / "saved-cards.yaml").read_text().splitlines() == [
        "id: saved-cards",
        "name: Saved cards",
        "owner: payments",
        "type: ab_test # or multivariate, bandit, rollout, holdout, switchback or synthetic_control",
        "status: draft # or scheduled, running, paused, completed or cancelled",
        "goals: [faster] # the goals of the company that it serves",
        "metrics: {primary: [orders]} # what it is judged by",
        "surfaces: [checkout] # what it changes: page, flag, algorithm",
        "variants: [{key: control, role: control, weight: 1}, {key: treatment, role: treatment, weight: 1}]",
        "start: 2026-10-19 # the planned start",
        "end: 2026-11-01 # the planned end; a day is covered whole",
    ]


def test_asks_for_nothing_that_is_said(folder: Path, prodops: Path) -> None:
    said = ["--set", "owner=anna", "--set", "quote=I paid twice.", "--set", "status=new", "--set", "source=support"]
    seen, code = talk(["new", "feedback", "paid-twice", *said], ["", "soon", "2026-09-03", "check"], folder, prodops)
    assert code == 0
    assert "owner:" not in seen
    assert "`received` can't be `soon`; write a day such as 2026-11-22" in seen
    assert "surface: checkout" in (folder / "feedback" / "paid-twice.yaml").read_text()


def test_what_must_be_said_is_asked_again(folder: Path, prodops: Path) -> None:
    seen, code = talk(["new", "tool", "planner"], ["Planner", "", "", "anna", "Plans.", ""], folder, prodops)
    assert (code, seen.count("owner: ")) == (0, 3)
    assert seen.count("  owner needs an answer; Ctrl-C ends, and nothing is written\n") == 2


def test_what_should_be_said_can_be_left_open(folder: Path, prodops: Path) -> None:
    seen, code = talk(["new", "tool", "planner"], ["", "anna", "", ""], folder, prodops)
    assert code == 0
    assert "What is it for, here? (Enter leaves it open)" in seen
    assert "purpose" not in (folder / "tools" / "planner.yaml").read_text()


def test_says_which_numbers_there_are(folder: Path, prodops: Path) -> None:
    seen, code = talk(["new", "goal", "faster-still"], ["", "9", "2", "", "7", "", "", ""], folder, prodops)
    assert code == 0
    assert "  `9` is no number of the list; type 1 to 2, or a part of a name\n" in seen
    assert "  `7` is no number of the list; type 1, or a part of a name\n" in seen


def test_what_is_so_is_written_and_told(folder: Path, prodops: Path) -> None:
    said = ["--set", "contract.renewal=2026-10-01", "--set", "contract.notice=60d"]
    seen, code = talk(["new", "tool", "planner", *said], ["", "anna", "Plans.", ""], folder, prodops)
    assert code == 0
    assert "error: renewal-due: renews on 1 Oct" in seen
    assert "`prodops explain renewal-due`" in seen
    assert "renewal: 2026-10-01" in (folder / "tools" / "planner.yaml").read_text()


@pytest.mark.parametrize("answers", [[CTRL_C], ["Planner", "anna", CTRL_C]])
def test_who_goes_leaves_nothing(answers: list[str], folder: Path, cold_prodops: Path) -> None:
    before = sorted(folder.rglob("*"))
    _, code = talk(["new", "tool", "planner"], answers, folder, cold_prodops)
    assert code == 130
    assert sorted(folder.rglob("*")) == before


def test_says_what_comes_first(tmp_path: Path, prodops: Path) -> None:
    (tmp_path / "prodops.yaml").touch()
    seen, code = talk(["new", "metric", "orders"], ["", "Paid orders."], tmp_path, prodops)
    assert code == 2
    assert "error: there is no owner yet that it could name\n  hint: begin with `prodops new owner ID`" in seen


def test_yes_asks_nothing(folder: Path, prodops: Path) -> None:
    seen, code = talk(["new", "owner", "zoe-lind", "--yes"], [], folder, prodops)
    assert (code, seen) == (0, "Wrote owners/zoe-lind.yaml.\n")
