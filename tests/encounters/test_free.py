"""What remedies name is really free: days and buckets of generated catalogs, tried out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.encounters.encounters import Encounters
from tests.effort import examples
from tests.encounters.written import TODAY, encounters

SETTINGS = "attributes: {country: {values: [FR, DE, ES]}}"
SURFACES = ("checkout", "checkout.payment", "checkout.address", "search")
RANGES = ("[[0, 3000]]", "[[2000, 5000]]", "[[5000, 9000]]", "[[0, 1000], [8000, 9500]]")


def lines(first: int, length: int) -> str:
    start = TODAY + timedelta(first)
    return f"start: {start} | end: {start + timedelta(length)}"


when = st.builds(lines, st.integers(0, 25), st.integers(0, 15))
surface = st.sampled_from(SURFACES).map(lambda name: f"surfaces: [{name}]")
audience = st.sampled_from(("", "audience: {country: [FR]}", "audience: {country: {not_in: [FR]}}"))
layer = st.sampled_from(("", "layer: {id: shared}", *(f"layer: {{id: shared, buckets: {each}}}" for each in RANGES)))
rest = st.sampled_from(("", "cooldown: 3d", "metrics: {primary: [orders]}", "excludes: [e0]"))
traffic = st.sampled_from(("traffic: 20", "traffic: 50", "traffic: 100"))
design = st.sampled_from(
    (
        "randomization_unit: user",
        "randomization_unit: user",
        "randomization_unit: user",
        "type: rollout",
        "type: holdout",
        "type: switchback | switchback: {geo_type: country, clusters: [{id: x, units: [FR]}], burn_out: 12h}",
    )
)
status = st.sampled_from(("status: scheduled", "status: scheduled", "status: draft"))
experiment = st.tuples(when, surface, audience, layer, rest, traffic, design, status).map(
    lambda parts: " | ".join(part for part in parts if part)
)
catalogs = st.lists(experiment, min_size=2, max_size=6).map(
    lambda some: {f"e{number}": each for number, each in enumerate(some)}
)


def looked_at(catalog: dict[str, str]) -> Encounters:
    return encounters(SETTINGS, layers="reserved: [[9500, 10000]]", **catalog)


def told(found: Encounters, id: str) -> Iterator[str]:
    """All that is said of an experiment and others."""
    for met in (*found.reported, *found.moving, *found.lasting, *found.places, *found.clashes):
        if id in (met.earlier.id, met.later.id):
            yield f"{met.earlier.id} {met.later.id} {type(met).__name__}"
    for name, demands in found.demands.items():
        if any(each.use.over and id in {member.id for member, _ in each.members} for each in demands):
            yield f"{name} is over"


def forgotten(found: Encounters, id: str) -> set[str]:
    """The holdouts whose users it takes."""
    return {name for name, others in found.forgetful.items() if id in {each.experiment.id for each in others}}


def moved(text: str, to: date) -> str:
    """An experiment with the same length from another day on."""
    first, last = (date.fromisoformat(found) for found in re.findall(r"(?:start|end): (\S+)", text)[:2])
    return text.replace(f"start: {first} | end: {last}", f"start: {to} | end: {last + (to - first)}")


@examples(100)
@given(catalogs)
def test_on_the_day_that_is_offered_nothing_is_said(catalog: dict[str, str]) -> None:
    found = looked_at(catalog)
    for met in (*found.reported, *found.moving, *found.lasting, *found.places, *found.clashes):
        if met.free_from:
            later = met.later.id
            after = looked_at(catalog | {later: moved(catalog[later], met.free_from)})
            assert not list(told(after, later))
            assert forgotten(after, later) <= forgotten(found, later)


@examples(100)
@given(catalogs)
def test_on_the_day_that_is_offered_the_layer_has_enough(catalog: dict[str, str]) -> None:
    found = looked_at(catalog)
    for demand in found.demands["shared"]:
        for experiment, first in demand.ways:
            after = looked_at(catalog | {experiment.id: moved(catalog[experiment.id], first)})
            assert not list(told(after, experiment.id))
            assert forgotten(after, experiment.id) <= forgotten(found, experiment.id)


@examples(100)
@given(catalogs)
def test_with_the_buckets_that_are_offered_nothing_is_said(catalog: dict[str, str]) -> None:
    found = looked_at(catalog)
    for met in found.reported:
        if given_to := re.fullmatch(r"the buckets (\[.*\]) of shared", met.room):
            later = met.later.id
            text = f"{catalog[later]} | layer: {{id: shared, buckets: {given_to[1]}}}"
            assert not list(told(looked_at(catalog | {later: text}), later))


@examples(100)
@given(catalogs)
def test_other_buckets_that_are_offered_are_nobody_elses(catalog: dict[str, str]) -> None:
    found = looked_at(catalog)
    for clash in found.clashes:
        if clash.free:
            later = clash.later.id
            buckets = ", ".join(f"[{each.start}, {each.stop}]" for each in clash.free)
            text = re.sub(r"buckets: \[\[.*?\]\]", f"buckets: [{buckets}]", catalog[later])
            after = looked_at(catalog | {later: text})
            assert not [each for each in after.clashes if later in (each.earlier.id, each.later.id)]
            assert not any(each.use.over for demands in after.demands.values() for each in demands) or any(
                each.use.over for demands in found.demands.values() for each in demands
            )
