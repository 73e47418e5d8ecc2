"""Of each kind, a new document of what must be said, and what is usual else, brings nothing for the lint to find."""

from datetime import date
from functools import cache
from typing import Final

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.cli.creating import Creating
from prodops_cli.failure import Misuse
from prodops_cli.fixes.assign import Assignment
from prodops_cli.lint.request import Request
from prodops_cli.models.keys import words_of
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.shape import keys_at
from prodops_cli.pipeline import lint
from prodops_cli.starter.documents import documents
from prodops_cli.starter.drafts.draft import Draft
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TODAY

NEW: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "owner": ("zoe-lind", {}),
    "tool": ("planner", {"owner": "PERSON", "purpose": "Who does what until when."}),
    "metric": ("growth_invites_count", {"owner": "growth", "description": "Letters in which users bring others."}),
    "experiment": ("2026q4-growth-invite", {"owner": "growth", "goals": "GOAL", "surfaces": "SURFACE"}),
    "layer": ("invites", {"owner": "growth"}),
    "goal": ("2026q4-invites", {"owner": "growth"}),
    "feedback": ("growth-invite-lost", {"owner": "growth", "quote": "It never came: I asked twice."}),
    "launch": ("growth-invites", {"owner": "growth", "description": "Users bring others."}),
    "practice": ("invite-review", {"owner": "growth", "purpose": "Nobody writes to those who never asked."}),
}
NAMES: Final = {
    "acme": {"PERSON": "dora-szabo", "GOAL": "2026q4-gift-season", "SURFACE": "signup.form"},
    "begun": {"PERSON": "alex", "GOAL": "more-signups", "SURFACE": "signup"},
}


@cache
def tree(name: str) -> Tree:
    """A catalog of many documents, or one that begins."""
    begun = MemoryTree({path: text.encode() for path, text in documents(TODAY).items()})
    return {"acme": WorkTree(ACME), "begun": begun}[name]


@cache
def creating(name: str) -> Creating:
    """Where nobody can be asked."""
    return Creating(tree(name), load(tree(name)), TODAY, None)


def draft(name: str, kind: str, **more: str) -> Draft:
    """A new document of a kind, with what it must say."""
    id, said = NEW[kind]
    answers = {key: NAMES[name].get(value, value) for key, value in (said | more).items()}
    here = creating(name)
    return here.filled(here.begun(KINDS[kind], id), [Assignment(*each) for each in answers.items()])


@pytest.mark.parametrize("name", NAMES)
def test_the_lint_finds_nothing_in_one_of_each_kind(name: str) -> None:
    made = {each.path: each.text.encode() for each in (draft(name, kind) for kind in KINDS)}
    whole = MemoryTree({**{entry.path: tree(name).read(entry.path) for entry in tree(name).walk()}, **made})
    assert [finding.problem.message for finding in lint(whole, Request(TODAY)).findings] == []


@pytest.mark.parametrize("kind", KINDS)
def test_keys_stand_in_the_order_of_the_model(kind: str) -> None:
    keys = list(dict(draft("acme", kind).document.value))
    assert keys == [key for key in keys_at(KINDS[kind], ()) if key in keys]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("owner", "layer", "goal")])
def test_comments_say_what_else_may_stand_there(kind: str) -> None:
    made = draft("acme", kind)
    (line,) = (line for line in made.text.splitlines() if line.startswith("status: "))
    others = [word for word in words_of(KINDS[kind], "status") if word != made.said("status")]
    assert all(word in line.partition("# or ")[2] for word in others)


PLACES: Final = {
    "people": ("owner", {"type": "person"}, "owners/people/zoe-lind.yaml"),
    "teams": ("owner", {"type": "team"}, "owners/teams/zoe-lind.yaml"),
    "an area": ("metric", {}, "metrics/growth/growth_invites_count.yaml"),
    "a quarter": ("experiment", {}, "experiments/2026q4/2026q4-growth-invite.yaml"),
    "no folder of its own": ("feedback", {}, "feedback/growth-invite-lost.yaml"),
}


@pytest.mark.parametrize("where", PLACES)
def test_stands_beside_its_like(where: str) -> None:
    kind, more, path = PLACES[where]
    assert draft("acme", kind, **more).path == path


def test_a_quarter_that_begins_gets_a_folder() -> None:
    here = creating("acme")
    assert (
        here.begun(KINDS["experiment"], "2027q1-growth-invite").path == "experiments/2027q1/2027q1-growth-invite.yaml"
    )


def test_an_experiment_gets_days_in_the_quarter_of_its_name() -> None:
    made = draft("acme", "experiment")
    assert date(2026, 10, 1) <= date.fromisoformat(str(made.said("start"))) <= date(2026, 12, 31)
    assert date.fromisoformat(str(made.said("start"))).weekday() == 0


def test_an_experiment_gets_buckets_that_nobody_has() -> None:
    made = draft("begun", "experiment", **{"layer.id": "signup"})
    assert made.said("layer.buckets") == [[0, 5000]]
    assert made.said("traffic") == 50


def test_what_is_said_of_days_stays() -> None:
    made = draft("acme", "experiment", start="2026-12-07", duration="1w")
    assert (made.said("start"), made.said("duration"), made.said("end")) == ("2026-12-07", "1w", None)


BAD: Final = {
    "spaces": ("Growth Invites", "try `growth-invites`"),
    "nothing": ("", "such as saved-cards"),
    "another's": ("growth_activation_rate", "choose another id"),
    "another pattern": ("invites", "is not built like"),
    "no such area": ("grwoth_invites_count", "did you mean `growth`"),
    "a word to avoid": ("growth_conv_rate", "conversion"),
}


@pytest.mark.parametrize("sort", BAD)
def test_ids_are_refused_before_anything_is_asked(sort: str) -> None:
    id, expected = BAD[sort]
    with pytest.raises(Misuse) as raised:
        creating("acme").begun(KINDS["metric"], id)
    assert expected in f"{raised.value.sentence} {raised.value.hint}"


def test_a_shared_folder_needs_the_kind() -> None:
    files = {"prodops.yaml": b"catalog: {folders: {metric: all, owner: all}}"}
    shared = MemoryTree(files)
    made = Creating(shared, load(shared), TODAY, None).begun(KINDS["owner"], "anna")
    assert (made.path, made.text) == ("all/anna.yaml", "kind: owner\nid: anna\n")
