"""The owner of each surface is in the catalog.

A surface's owner is asked before something is tried there, and told of what meets. A
name that nobody has, mostly by a slip of a letter, is asked in vain.

## Bad

```yaml prodops.yaml
surfaces:
  checkout.payment: {owner: paymnets}
#                           ^^^^^^^^ no owner is called `paymnets`; did you mean `payments`?
```
```yaml owners/payments.yaml
id: payments
type: team
```

## Good

```yaml prodops.yaml
surfaces:
  checkout.payment: {owner: payments}
```
```yaml owners/payments.yaml
id: payments
type: team
```
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.misspelt import misspelt
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """An owner whose document can't be read is known."""
    for name, surface in context.settings.surfaces.items():
        if surface.owner is None or catalog.is_known(Owner.kind, surface.owner):
            continue
        place = catalog.settings_document.at("surfaces", name, "owner")
        message, to_do = f"no owner is called `{surface.owner}`", "add it to the catalog, or name another"
        yield misspelt(place, message, surface.owner, catalog.ids(Owner.kind), to_do)


CASES = """
## Bad: nothing is like it, a tool has the name

```yaml prodops.yaml
surfaces:
  a: {owner: zebra}
#            ^^^^^ no owner is called `zebra`; add it to the catalog, or name another
  b: {owner: miro}
#            ^^^^ no owner is called `miro`; add it to the catalog, or name another
```
```yaml tools/miro.yaml
id: miro
```

## Good: none, a document that can't be read

```yaml prodops.yaml
surfaces:
  a: {}
  b: {owner: anna}
```
```yaml owners/anna.yaml
id: anna: 1
```
"""
