"""The circle of an owner: whose things are theirs to see to."""

from prodops_cli.models.owner import Owner
from prodops_cli.reports.material.edition import Edition


def circle(owner: Owner, edition: Edition) -> frozenset[str]:
    """The owner, the members of a team, the teams that a person leads, and those who are gone and left it to them."""
    owners = edition.catalog.all(Owner)
    core = {owner.id}
    if owner.type == "team":
        core |= {each.id for each in owners if owner in edition.people.teams(each.id)}
    else:
        core |= {each.id for each in owners if each.type == "team" and each.lead == owner.id}
    left = {each.id for each in owners if (heir := edition.people.answering(each.id)) and heir.id in core}
    return frozenset(core | left)
