"""Pairs and answers, for people and programs: true, safe, and no wider than the screen."""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.catalog.people import People
from prodops_cli.encounters.asked.arrival import arrivals
from prodops_cli.encounters.asked.choice import Choice, chosen
from prodops_cli.encounters.asked.proposal import Proposal, Reply
from prodops_cli.encounters.asked.sight import Sights
from prodops_cli.encounters.asked.spoken import client
from prodops_cli.encounters.asked.standing import Standings
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import columns
from prodops_cli.overlap.audiences.audience import EVERYONE
from prodops_cli.overlap.buckets import intersection, size
from prodops_cli.trees.worktree import WorkTree
from prodops_cli.views import seen
from prodops_cli.views.overlap import json as overlap_json
from prodops_cli.views.overlap import proposal
from prodops_cli.views.overlap import text as overlap
from prodops_cli.views.overlap.capacity import Capacity
from prodops_cli.views.overlap.text import Found
from tests.docs.formats import schema
from tests.examples.catalogs import EXAMPLES
from tests.outputs.runner import command_in
from tests.views.catalogs import TODAY, catalog

HOSTILE = r'"\u202e::error::\u200b ##[error]x <b>|[x](y) @all"'
TESTS = {
    "experiment__a": f"name: {HOSTILE}\nowner: {HOSTILE}\ntype: ab_test\nstatus: running\nsurfaces: [x]\n"
    "start: 2026-09-01\nend: 2026-09-20",
    "experiment__b": f"name: {HOSTILE}\nowner: {HOSTILE}\ntype: ab_test\nstatus: scheduled\nsurfaces: [x]\n"
    f"start: 2026-09-10\naudience: {{{HOSTILE}: [{HOSTILE}], n: {{gte: 2}}, d: {{exists: false}}}}\n"
    f"accepted_overlaps: [{{experiment: c, reason: {HOSTILE}, by: {HOSTILE}}}]",
    "experiment__c": f"type: ab_test\nstatus: running\nsurfaces: [x]\nstart: 2026-09-01\n"
    f"audience: {{{HOSTILE}: {{opaque: {HOSTILE}}}}}",
    "experiment__d": "type: ab_test\nstatus: completed\nsurfaces: [x]\nstart: 2026-08-01\nend: 2026-09-02",
    "launch__l": f"name: {HOSTILE}\nowner: {HOSTILE}\nstatus: launched\nactual_date: 2026-09-01\n"
    f"release_note: {HOSTILE}",
    "experiment__f": f"name: {HOSTILE}\ntype: ab_test\nstatus: running\nstart: 2026-09-01\nrequires: [{HOSTILE}]",
    "experiment__e": f"type: ab_test\nstatus: draft\nsurfaces: [x]\naudience: {{{HOSTILE}: [other]}}",
}
CATALOG = catalog(**TESTS)
EVERYTHING = Choice(everything=True)


def found(made: Catalog, choice: Choice) -> Found:
    standings = Standings(Encounters(made, TODAY))
    people = People(made)
    return Found(tuple(chosen(choice, standings)), people, standings.zone, TODAY, choice.is_named, choice.is_broad)


def reply(made: Catalog, surface: str, start: date = TODAY) -> Reply:
    return Reply(Proposal((surface,), start, 14), Encounters(made, TODAY).trials)


ANYBODY = f"{json.loads(HOSTILE)}={json.loads(HOSTILE)}"


def seen_by(made: Catalog, said: str = ANYBODY) -> seen.Answer:
    trials = Encounters(made, TODAY).trials
    user = client([said], trials.attributes)
    sights = Sights(trials, user, TODAY)
    found = tuple(arrivals(trials, user, TODAY))
    return seen.Answer(user, TODAY, TODAY, tuple(sights), found, sights.undated, People(made))


def parsed(made: Catalog, choice: Choice) -> Any:
    return valid("overlap", overlap_json.as_json(found(made, choice), Encounters(made, TODAY).trials.layers, None))


def valid(name: str, lines: Iterable[str]) -> Any:
    """What is printed, held to its schema."""
    value = json.loads("\n".join(lines))
    Draft202012Validator(schema(name)).validate(value)
    return value


@pytest.mark.parametrize("choice", [Choice(), EVERYTHING, Choice(("a", "e")), Choice(surfaces=("x",))])
def test_json(choice: Choice) -> None:
    made = catalog(**TESTS, layer__l="surfaces: [x]")
    pairs = parsed(made, choice)["pairs"]
    assert all(pair["a"] < pair["b"] for pair in pairs)
    assert len(pairs) == len(found(made, choice).standings)


@pytest.mark.parametrize("name", ["acme", "tangled"])
def test_json_of_the_examples(name: str) -> None:
    made = load(WorkTree(EXAMPLES / name))
    everything, meeting = parsed(made, EVERYTHING)["pairs"], parsed(made, Choice())["pairs"]
    assert {pair["verdict"] for pair in everything} == {"disjoint", "overlapping", "possible"}
    assert meeting == [pair for pair in everything if pair["verdict"] != "disjoint"]


EXAMPLE = load(WorkTree(EXAMPLES / "tangled"))
ANSWERED = [
    ("yes", EXAMPLE, "onboarding", date(2027, 3, 1)),
    ("no", EXAMPLE, "checkout", TODAY),
    ("no", CATALOG, "x", TODAY),
    ("perhaps", catalog(experiment__c=TESTS["experiment__c"]), "x", TODAY),
]


@pytest.mark.parametrize(("expected", "made", "surface", "start"), ANSWERED)
def test_json_of_an_answer(expected: str, made: Catalog, surface: str, start: date) -> None:
    asked = reply(made, surface, start)
    value = valid("proposal", proposal.as_json(asked, People(made), None))
    assert value["answer"] == asked.answer.name == expected
    assert len(value["in_the_way"]) == len(asked.in_the_way)


@pytest.mark.parametrize(("made", "said"), [(CATALOG, ANYBODY), (EXAMPLE, "platform=web")])
def test_json_of_what_is_seen(made: Catalog, said: str) -> None:
    value = valid("seen-by", seen.as_json(seen_by(made, said), None))
    assert value["experiments"]
    assert value["launches"]


def test_json_of_layers_is_what_is_drawn() -> None:
    capacity = Capacity(Encounters(EXAMPLE, TODAY).trials, None, None)
    drawn = [line for line in capacity.lines(Look(200)) if " used " in line]
    layers = valid("capacity", capacity.as_json("abc"))["layers"]
    assert [layer["id"] for layer in layers] == sorted(capacity.trials.layers.by_id)
    weeks = [(layer["reserved"], week) for layer in layers for week in layer["weeks"]]
    assert len(weeks) > len(drawn) > len(layers)
    for reserved, week in weeks:
        assert week["free"] == pytest.approx(max(1 - week["used"], 0))
        assert bool(week["members"]) == (week["used"] > reserved)
    assert valid("capacity", Capacity(Encounters(CATALOG, TODAY).trials, None, None).as_json(None))["layers"] == []


def texts(width: int) -> list[str]:
    """All that is printed for a terminal."""
    people, look = People(CATALOG), Look(width)
    return [
        *overlap.as_text(found(CATALOG, EVERYTHING), look),
        *overlap.as_text(found(CATALOG, Choice(("a", "b", "c", "d", "e"))), look),
        *proposal.as_text(reply(CATALOG, "x"), people, look),
        *proposal.as_json(reply(CATALOG, "x"), people, None),
        *overlap_json.as_json(found(CATALOG, EVERYTHING), Encounters(CATALOG, TODAY).trials.layers, None),
        *Capacity(Encounters(CATALOG, TODAY).trials, None, None).as_json(None),
        *seen.as_text(seen_by(CATALOG), look),
        *seen.as_json(seen_by(CATALOG), None),
    ]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_nothing_hides_or_is_obeyed(width: int) -> None:
    for line in texts(width):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\u202e]", line), ascii(line)
        assert command_in(line) is None, ascii(line)


@pytest.mark.parametrize("name", ["acme", "tangled"])
def test_no_line_is_wider_than_the_screen(name: str) -> None:
    made = load(WorkTree(EXAMPLES / name))
    lines = [*overlap.as_text(found(made, EVERYTHING), Look(80))]
    lines += [*proposal.as_text(reply(made, "checkout"), People(made), Look(80))]
    assert max(map(columns, lines)) <= 80


def test_markdown_is_only_text() -> None:
    lines = [*overlap.as_markdown(found(CATALOG, EVERYTHING))]
    lines += proposal.as_markdown(reply(CATALOG, "x"), People(CATALOG))
    lines += seen.as_markdown(seen_by(CATALOG))
    text = "\n".join(lines)
    assert "<b>" not in text
    assert not re.search(r"(?<!\\)\[x|[^>]@all|\u202e", text)


def test_where_nobody_meets() -> None:
    empty = found(catalog(), Choice())
    assert list(overlap.as_text(empty, Look())) == ["no two of them get in each other's way"]
    assert parsed(catalog(), Choice())["pairs"] == []


def many(number: int) -> Catalog:
    """So many that are over, on one page."""
    text = "type: ab_test\nstatus: completed\nsurfaces: [x]\nstart: 2026-08-01\nend: 2026-08-02"
    return catalog(**{f"experiment__e{each}": text for each in range(number)})


def test_of_what_is_over_some_is_shown_and_the_rest_counted() -> None:
    made = many(6)
    lines = list(overlap.as_text(found(made, Choice()), Look(200)))
    assert lines[0] == "Over: read both results with care (15)"
    assert len(lines) == 12
    assert lines[-1] == "  and 5 more: name an experiment, an --owner, a --surface or days"
    assert len(list(overlap.as_text(found(made, Choice(surfaces=("x",))), Look(200)))) == 16
    assert len(list(overlap.as_text(found(made, EVERYTHING), Look(200)))) == 16


def test_the_first_free_day_is_one_indeed() -> None:
    made = load(WorkTree(EXAMPLES / "acme"))
    asked = reply(made, "checkout")
    assert asked.answer.name == "no"
    assert asked.free_from is not None
    assert reply(made, "checkout", asked.free_from).answer.name == "yes"
    before = date.fromordinal(asked.free_from.toordinal() - 1)
    assert reply(made, "checkout", before).answer.name == "no"


def in_layer(start: date, traffic: float, surface: str = "checkout.confirmation") -> Reply:
    made = load(WorkTree(EXAMPLES / "acme"))
    proposal = Proposal((surface,), start, 14, EVERYONE, traffic, "checkout-web")
    return Reply(proposal, Encounters(made, TODAY).trials)


def test_a_layer_gives_buckets_that_nobody_has() -> None:
    asked = in_layer(TODAY, 25)
    assert asked.answer.name == "yes"
    assert size(asked.trial.buckets) == 2500
    layers = asked.trials.layers
    reserved = layers.by_id["checkout-web"].reserved
    for each in layers.members["checkout-web"]:
        if each.window.possible.intersection(asked.trial.window.possible):
            assert not intersection(asked.trial.buckets, each.buckets)
    assert not intersection(asked.trial.buckets, reserved)


def test_a_layer_that_is_full_says_when_it_no_longer_is() -> None:
    asked = in_layer(TODAY, 30)
    assert (asked.answer.name, asked.left) == ("no", 0.25)
    assert asked.free_from is not None
    assert in_layer(asked.free_from, 30).answer.name == "yes"
    assert in_layer(date.fromordinal(asked.free_from.toordinal() - 1), 30).answer.name == "no"
    assert in_layer(TODAY, 99).free_from is None
    said = proposal.sentence(asked, People(asked.trials.catalog))
    assert said.startswith("No: the layer checkout-web has only 25% free for checkout.confirmation from 7 to 20 Sep")


def test_in_a_layer_its_members_are_in_nobodys_way() -> None:
    alone, shared = reply(load(WorkTree(EXAMPLES / "acme")), "checkout"), in_layer(TODAY, 20, "checkout")
    members = {each.id for each in shared.trials.layers.members["checkout-web"]}
    blocking = [{each.experiment.id for each in asked.in_the_way} for asked in (alone, shared)]
    assert blocking[1] == blocking[0] - members


def test_capacity_is_no_wider_than_the_screen() -> None:
    for name in ("acme", "tangled"):
        trials = Encounters(load(WorkTree(EXAMPLES / name)), TODAY).trials
        lines = list(Capacity(trials, None, None).lines(Look(80)))
        assert max(map(columns, lines)) <= 80
        assert lines[0] == "app: 1,000 buckets"
    assert list(Capacity(Encounters(CATALOG, TODAY).trials, None, None).lines(Look(80))) == [
        "no layer is in use: experiments share traffic without one"
    ]


def test_what_lasts_is_a_pair_too() -> None:
    made = catalog(
        experiment__a="type: ab_test\nstatus: running\nsurfaces: [x]\nstart: 2026-09-01\nend: 2026-09-10\ncooldown: 5d",
        experiment__b="type: ab_test\nstatus: scheduled\nsurfaces: [x]\nstart: 2026-09-12",
    )
    (pair,) = parsed(made, Choice())["pairs"]
    assert (pair["sort"], pair["severity"], pair["verdict"]) == ("lasting", "notice", "disjoint")
