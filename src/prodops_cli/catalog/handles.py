"""Handles: what people and teams are called where reviews are asked for."""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.owner import Owner


def handles_of(owner: Owner) -> tuple[str, ...]:
    """What CODEOWNERS can call an owner, the best first; nothing where nobody wrote it down."""
    github = owner.handles.github if owner.handles else None
    account = f"@{github.strip().removeprefix('@')}" if github else None
    return tuple(name.strip() for name in (owner.codeowners, account, owner.email) if name and name.strip())


def stand_ins(owner: Owner, catalog: Catalog) -> tuple[str, ...]:
    """Who can review for an owner beside them: a person's teams, a team's lead."""
    teams = [team for team in catalog.all(Owner) if owner.id in (team.members or ())]
    named = (catalog.get(Owner, id) for id in (*(owner.teams or ()), owner.lead))
    others = (other for other in (*named, *teams) if other)
    return tuple(handle for other in others for handle in handles_of(other))
