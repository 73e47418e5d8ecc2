"""Mistakes in who answers for what."""

from prodops_cli.models.entity import Owned
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from tests.mutants.acme import Acme, Mutant, is_alone, place


def _person(acme: Acme) -> Owner:
    return acme.any(Owner, lambda owner: owner.type == "person" and not owner.farewell(acme.today))


def _gone(acme: Acme) -> Owner:
    return acme.any(Owner, lambda owner: owner.farewell(acme.today) and owner.type == "person")


def _team(acme: Acme) -> Owner:
    return acme.any(Owner, lambda owner: owner.type == "team" and owner.is_live and not owner.farewell(acme.today))


def owner_gone(acme: Acme) -> Mutant:
    owned = acme.any(Owned, lambda entity: entity.is_live_on(acme.today))
    return acme.write(owned, "owner", text=_gone(acme).id)


def gone_still_named(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.steward and metric.is_live)
    gone = _gone(acme)
    return acme.write(metric, "steward", text=gone.id).told_at(place(gone.at("id")))


def left_in_future(acme: Acme) -> Mutant:
    return acme.add(_person(acme), "left: 2026-09-30")


def manager_cycle(acme: Acme) -> Mutant:
    """Told at the one with the smallest id."""
    one = acme.any(Owner, lambda owner: owner.manager)
    above = acme.catalog.get(Owner, one.manager)
    assert above
    top = acme.write(above, "manager", text=one.id) if above.manager else acme.add(above, f"manager: {one.id}")
    return top if above.id < one.id else top.told_at(place(one.at("manager")))


def many_owned(acme: Acme) -> Mutant:
    owner = _person(acme)
    mutant = acme.fresh("practice", "count-of-nothing").told_at(place(owner.at("id")))
    for number in range(31):
        name = f"Slippers on floor {number}"
        mutant = mutant.with_(
            acme.fresh(
                "metric",
                f"commerce_floor{number}_count",
                owner=owner.id,
                name=name,
                definition=f"{{language: prose, expression: floor {number}}}",
            )
        )
    return mutant


def same_handle(acme: Acme) -> Mutant:
    first, later = acme.two(
        Owner, lambda owner: owner.handles and owner.handles.github and not owner.farewell(acme.today)
    )
    assert first.handles
    return acme.write(later, "handles", "github", text=first.handles.github or "")


def steward_not_person(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.steward and metric.is_live and metric.status != "deprecated")
    return acme.write(metric, "steward", text=_team(acme).id)


def team_of_one(acme: Acme) -> Mutant:
    text = "name: Plants\ntype: team\ndescription: Looks after what is green in our offices.\n"
    person = acme.any(
        Owner, lambda owner: owner.type == "person" and not owner.farewell(acme.today) and owner.teams is None
    )
    body = f"id: plants\n{text}lead: {person.id}\nmembers: [{person.id}]\n"
    return acme.create("owners/teams/plants.yaml", body, told=f"[{person.id}")


def team_without_lead(acme: Acme) -> Mutant:
    return acme.remove(_team(acme), "lead")


def codeowners_disagrees(acme: Acme) -> Mutant:
    """The file stands at the top of the repository, and not of the catalog."""
    handles = {owner.id for owner in acme.catalog.all(Owner) if owner.handles and owner.handles.github}
    metric = acme.any(Metric, lambda metric: metric.owner in handles and is_alone(metric))
    line = f"/examples/acme/{metric.document.source.path} @nobody-from-here\n"
    return Mutant({"../../CODEOWNERS": line.encode()}, place(metric.at("owner")))
