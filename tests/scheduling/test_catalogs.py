"""Plans of generated catalogs, written down and read again: nobody who has a place is in anybody's way."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.scheduling.cp_sat import improved
from prodops_cli.scheduling.schedule import Schedule, movable, schedule
from prodops_cli.scheduling.solved import Improve
from prodops_cli.scheduling.writing import steps
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.tree import Tree
from tests.encounters.test_free import SETTINGS, catalogs
from tests.encounters.written import TODAY, experiment

LAYER = "id: shared\nname: L\nowner: someone\nunit: user\nreserved: [[9500, 10000]]\n"
AWARE = f"{LAYER}packing: audience_aware\n"


def tree_of(experiments: dict[str, str], layer: str = LAYER, rest: str = SETTINGS) -> Tree:
    files = {f"experiments/{id}.yaml": experiment(id, text) for id, text in experiments.items()}
    whole = files | {"prodops.yaml": rest, "layers/shared.yaml": layer}
    return MemoryTree({path: text.encode() for path, text in whole.items()})


def planned(
    tree: Tree, ids: set[str] | None = None, by: date | None = None, improve: Improve | None = None
) -> Schedule:
    found = Encounters(load(tree), TODAY).trials
    chosen = [each for each in movable(found) if ids is None or each.id in ids]
    return schedule(found, chosen, by, improve, "")


def written(tree: Tree, plan: Schedule) -> Catalog:
    """The catalog after the plan."""
    after = load(Overlay(tree, {step.path: step.after for step in steps(tree, plan.changed, plan.clock)}))
    assert not after.wrong, after.wrong
    return after


def told(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    """Who is told to be in whose way."""
    found = Encounters(catalog, TODAY)
    for met in (*found.reported, *found.moving, *found.lasting, *found.places, *found.clashes):
        yield met.earlier.id, met.later.id
    for demands in found.demands.values():
        yield from (tuple(member.id for member, _ in each.members) for each in demands if each.use.over)


@settings(deadline=None, max_examples=200)
@given(catalogs, st.sets(st.integers(0, 5)), st.sampled_from((None, improved)), st.sampled_from((LAYER, AWARE)))
def test_who_has_a_place_is_in_nobodys_way(
    catalog: dict[str, str], stays: set[int], improve: Improve | None, layer: str
) -> None:
    tree = tree_of(catalog, layer)
    plan = planned(tree, {id for id in catalog if int(id[1:]) not in stays}, improve=improve)
    placed = {each.task.id for each in plan.planned}
    without = {task.id for task in plan.unplaced}
    assert not [some for some in told(written(tree, plan)) if placed & {*some} and not without & {*some}]


@settings(deadline=None, max_examples=50)
@given(catalogs)
def test_a_plan_that_is_written_needs_no_other(catalog: dict[str, str]) -> None:
    tree = tree_of(catalog)
    plan = planned(tree)
    again = {step.path: step.after for step in steps(tree, plan.changed, plan.clock)}
    assert not planned(Overlay(tree, again)).changed
