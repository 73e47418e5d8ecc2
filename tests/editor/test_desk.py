"""A desk: what is said of a text that nobody has saved, in view of the whole catalog; nothing is written."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.source import Span
from prodops_cli.editor.actions import actions, all_safe
from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.desk import Desk
from prodops_cli.editor.lenses import titles
from prodops_cli.editor.nearby import found_in, is_near
from prodops_cli.editor.said import Said, of_all
from prodops_cli.findings import Replace
from prodops_cli.lint.run import by_place, run
from prodops_cli.pipeline import context_of, known_to
from tests.editor.asked import ACME, TODAY, desk_with

GOAL = "goals/new.yaml"
WRONG = "id: new\nname: New\nowner: checkuot\nperiod: 2026-Q4\nlevel: team\n"


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """A copy of Acme."""
    return Path(shutil.copytree(ACME, tmp_path / "acme"))


def whole(desk: Desk) -> Said:
    """What all rules say."""
    assert desk.view.catalog is not None
    desk.said = of_all(desk.view.catalog, desk.request, tuple(desk.buffers))
    return desk.said


def rules_at(desk: Desk, path: str) -> list[str]:
    """The rules that say something of a file."""
    return [each.rule for each in desk.said.findings.get(path, ())]


def test_what_is_said_at_once_is_what_is_said_of_all() -> None:
    desk = desk_with(GOAL, WRONG)
    desk.look_near()
    assert "unknown-reference" in rules_at(desk, GOAL)
    near = desk.said.findings[GOAL]
    assert all(each in whole(desk).findings[GOAL] for each in near)


def test_nothing_is_said_at_once_that_is_not_said_of_all() -> None:
    desk = Desk.at(ACME.parent / "tangled", lambda: TODAY)
    catalog = desk.view.catalog
    assert catalog is not None
    context = context_of(catalog, desk.request, None)
    rules = known_to(catalog, desk.request)
    near = [each for each in rules if is_near(each)]
    names = {each.rule.name for each in near}
    said = [each for each in run(rules, context).findings if each.rule in names]
    at_once = [each for path in (*catalog.files, "prodops.yaml") for each in found_in(path, near, context)]
    assert len(said) > 50
    assert sorted(map(by_place, at_once)) == sorted(map(by_place, said))


def test_an_edit_here_makes_a_mistake_there() -> None:
    desk = desk_with("owners/people/jonas-weber.yaml", "id: jonas-webber\nname: Jonas\ntype: person\n")
    desk.write("owners/teams/checkout.yaml", Buffer((ACME / "owners/teams/checkout.yaml").read_text()))
    whole(desk)
    assert "unknown-reference" in rules_at(desk, "owners/teams/checkout.yaml")
    desk.write("owners/people/jonas-weber.yaml", Buffer((ACME / "owners/people/jonas-weber.yaml").read_text()))
    whole(desk)
    assert rules_at(desk, "owners/teams/checkout.yaml") == []


def test_what_others_had_said_moves_with_its_lines() -> None:
    desk = desk_with(GOAL, WRONG.replace("checkuot", "checkout"))
    before = [each for each in whole(desk).findings[GOAL] if each.rule == "goal-without-work"] or whole(desk).findings[
        GOAL
    ]
    desk.write(GOAL, Buffer("# a line more\n" + WRONG.replace("checkuot", "checkout")))
    desk.look_near()
    after = desk.said.findings[GOAL]
    assert [each.rule for each in after] == [each.rule for each in whole(desk).findings[GOAL]]
    assert after[0].problem.place.span.start == before[0].problem.place.span.start + len("# a line more\n")


def test_wrong_settings_are_said_and_the_last_catalog_is_known(acme: Path) -> None:
    desk = desk_with("prodops.yaml", (ACME / "prodops.yaml").read_text(), acme)
    assert desk.view.catalog is not None
    desk.write("prodops.yaml", Buffer("versoin: 1\n"))
    assert desk.view.refused is not None
    assert desk.view.catalog is not None
    assert [each.rule for each in desk.said.findings["prodops.yaml"]] == ["unknown-key"]
    desk.write("prodops.yaml", Buffer("version: 1\nrules: {no-such-rule: off}\n"))
    desk.touched.add(GOAL)
    desk.look_near()
    assert [each.rule for each in desk.said.findings["prodops.yaml"]] == ["settings"]


def test_a_catalog_that_comes_goes_and_comes_again(acme: Path) -> None:
    desk = desk_with(GOAL, WRONG, acme)
    settings = (acme / "prodops.yaml").read_text()
    (acme / "prodops.yaml").unlink()
    desk.look_again()
    assert desk.view.catalog is None
    assert desk.here(GOAL, 0) is None
    (acme / "prodops.yaml").write_text(settings)
    desk.look_again()
    assert desk.view.catalog is not None


def test_only_what_has_changed_is_read_again(acme: Path) -> None:
    desk = desk_with(GOAL, WRONG, acme)
    first = desk.view.catalog
    (acme / "owners/teams/checkout.yaml").write_text("id: checkout\nname: Tills\ntype: team\n")
    desk.look_again()
    second = desk.view.catalog
    assert first is not None
    assert second is not None
    assert second.named["owner", "checkout"].name == "Tills"
    assert second.named["owner", "platform"] is first.named["owner", "platform"]


def test_what_was_typed_a_moment_ago_is_forgotten() -> None:
    desk = desk_with(GOAL, WRONG)
    for number in range(20):
        desk.write(GOAL, Buffer(f"{WRONG}# {number}\n"))
        assert desk.view.catalog is not None
    assert sum(path == GOAL for path, _, _ in desk.seen) <= 1


def test_what_waits_in_the_baseline_is_not_said(acme: Path) -> None:
    desk = desk_with(GOAL, WRONG, acme)
    (finding,) = (each for each in whole(desk).findings[GOAL] if each.rule == "unknown-reference")
    entry = f'{{"rule": "unknown-reference", "kind": "goal", "id": "new", "fingerprint": "{finding.fingerprint}"}}'
    (acme / ".prodops-baseline.json").write_text(f'{{"version": 1, "findings": [\n{entry}\n]}}\n')
    desk.look_again()
    assert "unknown-reference" not in [each.rule for each in whole(desk).findings.get(GOAL, ())]
    (acme / ".prodops-baseline.json").write_text("{")
    desk.look_again()
    assert "unknown-reference" in [each.rule for each in whole(desk).findings[GOAL]]


def test_above_experiments_stands_whom_they_meet() -> None:
    path = "experiments/2026q3/2026q3-checkout-express-wallets.yaml"
    said = whole(desk_with(path, (ACME / path).read_text())).lenses
    assert said == {
        "2026q3-checkout-express-wallets": (
            "meets 2026q3-checkout-retry-declined from 31 Aug to 20 Sep (21 days): all of its users, agreed",
        )
    }


@pytest.mark.parametrize(
    ("path", "is_held"),
    [
        (GOAL, True),
        ("prodops.yaml", True),
        ("metric/new.yaml", True),
        (".prodops-baseline.json", True),
        ("deploy/values.yaml", False),
        ("mkdocs.yml", False),
    ],
)
def test_what_is_none_of_the_catalogs_changes_nothing(path: str, is_held: bool) -> None:
    desk = desk_with(GOAL, WRONG)
    assert desk.view.catalog
    edition = desk.edition
    desk.write(path, Buffer("a: 1\n"))
    assert (desk.edition > edition) is is_held


def test_what_does_not_fit_above_an_experiment_is_counted() -> None:
    assert list(titles(())) == []
    assert list(titles(("meets a",))) == ["meets a"]
    assert list(titles(("meets a", "meets b", "may meet c"))) == ["meets a", "and 2 more"]


def test_what_can_be_done_about_a_finding() -> None:
    desk = desk_with(GOAL, WRONG)
    source = desk.buffers[GOAL].source(GOAL)
    found = whole(desk).findings[GOAL]
    span = Span(*[WRONG.index("checkuot") + 2] * 2)
    made = {each.title: each for each in actions(found, span, source)}
    fix, allow = made["Write `checkout`"], made["Allow unknown-reference here; then write why"]
    assert after(WRONG, fix.operations) == WRONG.replace("checkuot", "checkout")
    assert after(WRONG, allow.operations) == WRONG.replace(
        "checkuot", "checkuot  # prodops: allow unknown-reference -- "
    )
    stale = Buffer(f"\n{WRONG}").source(GOAL)
    assert tuple(actions(found, Span(0, 100), stale)) == ()
    assert all_safe(found, stale) is None


def test_all_that_is_safe_is_fixed_at_once() -> None:
    text = "id: new\nname: New\nowner: checkout\nperiod: 2026-Q4\nlevel: Team\nstatus: Draft\n"
    desk = desk_with(GOAL, text)
    together = all_safe(whole(desk).findings[GOAL], desk.buffers[GOAL].source(GOAL))
    assert together is not None
    assert after(text, together.operations) == text.replace("Team", "team").replace("Draft", "draft")


def after(text: str, operations: tuple[object, ...]) -> str:
    """A text after these edits."""
    return edited(text, [Edit(each.span, each.text) for each in operations if isinstance(each, Replace)])


def test_who_reads_at_one_time_reads_the_same(acme: Path) -> None:
    desk = desk_with(GOAL, WRONG, acme)

    def write_and_read(number: int) -> bool:
        desk.write(GOAL, Buffer(f"{WRONG}# {number}\n"))
        catalog = desk.view.catalog
        return catalog is not None and ("goal", "new") in catalog.named

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(write_and_read, range(60)))


def test_today_is_asked_each_time() -> None:
    assert desk_with(GOAL, WRONG).request.today == TODAY
