"""Mistakes in prodops.yaml."""

from tests.mutants.acme import Acme, Mutant


def _surface(acme: Acme) -> tuple[str, str]:
    """A surface that somebody owns, and its owner."""
    owned = [(name, each.owner) for name, each in acme.catalog.settings.surfaces.items() if each.owner and "." in name]
    return acme.one(owned)


def surface_owner_gone(acme: Acme) -> Mutant:
    name, owner = _surface(acme)
    return acme.settings(f"  {name}: {{owner: {owner}}}", f"  {name}: {{owner: felix-brandt}}", told="felix")


def unknown_surface_owner(acme: Acme) -> Mutant:
    name, owner = _surface(acme)
    return acme.settings(f"  {name}: {{owner: {owner}}}", f"  {name}: {{owner: nobody-knows}}", told="nobody")


def unspent_budget(acme: Acme) -> Mutant:
    line = "  - {cost_center: gardening, amount: 900, currency: EUR, per: year}\n"
    return acme.settings("budgets:\n", f"budgets:\n{line}", told="gardening")
