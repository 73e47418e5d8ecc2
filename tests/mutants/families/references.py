"""Mistakes in who refers to whom."""

from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.models.practice import Practice
from tests.mutants.acme import Acme, Mutant, place


def unknown_reference(acme: Acme) -> Mutant:
    launch = acme.any(Launch, lambda launch: launch.goals)
    return acme.write(launch, "goals", 0, text="nobody-ever-heard-of-it").and_also("goal-without-work")


def wrong_kind_reference(acme: Acme) -> Mutant:
    launch = acme.any(Launch, lambda launch: launch.goals)
    return acme.write(launch, "goals", 0, text=acme.any(Metric).id).and_also("goal-without-work")


def retired_reference(acme: Acme) -> Mutant:
    practice = acme.any(Practice, lambda practice: practice.metrics)
    gone = acme.any(Metric, lambda metric: metric.status == "removed")
    return acme.write(practice, "metrics", 0, text=gone.id).and_also("unused-metric")


def reference_cycle(acme: Acme) -> Mutant:
    """Its smallest id is the one where it is told."""
    child = acme.any(Goal, lambda goal: goal.parent and acme.catalog.get(Goal, goal.parent))
    parent = acme.catalog.get(Goal, child.parent)
    assert parent
    closed = acme.write(parent, "parent", text=child.id) if parent.parent else acme.add(parent, f"parent: {child.id}")
    told = closed if parent.id < child.id else closed.told_at(place(child.at("parent")))
    return told.and_also("orphan-goal", "parent-missing", "goal-without-work")


def long_replacement_chain(acme: Acme) -> Mutant:
    first, second, third, last = acme.dice.sample(list(acme.catalog.all(Practice)), 4)
    links = ((second, third), (third, last))
    mutant = acme.add(first, f"replaced_by: {second.id}")
    for one, next_one in links:
        mutant = mutant.with_(acme.add(one, f"replaced_by: {next_one.id}"))
    return mutant


def one_sided_membership(acme: Acme) -> Mutant:
    team = acme.any(Owner, lambda owner: owner.type == "team" and owner.is_live and len(owner.members or ()) >= 3)
    member = acme.one(id for id in team.members or () if id != team.lead)
    person = acme.catalog.get(Owner, member)
    assert person
    left = [id for id in team.members or () if id != member]
    told = place(person.at("teams", (person.teams or ()).index(team.id)))
    return acme.write(team, "members", text=f"[{', '.join(left)}]").told_at(told)


def unused_metric(acme: Acme) -> Mutant:
    return acme.fresh("metric", "commerce_slippers_count", role="")


def orphan_goal(acme: Acme) -> Mutant:
    goal = acme.any(Goal, lambda goal: goal.is_live_on(acme.today) and goal.parent)
    over = acme.any(Goal, lambda goal: goal.lives_until and goal.lives_until < acme.today and goal.level != "team")
    return acme.write(goal, "parent", text=over.id).and_also("goal-without-work")
