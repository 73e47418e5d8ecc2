"""The owner of each surface is still there.

When a team is merged its metrics and tools are handed over, and the settings are
forgotten: nobody opens them. From then on, whoever wants to try something on the page
asks a team that no longer exists, and then nobody.

## Bad

```yaml prodops.yaml
surfaces:
  checkout: {owner: checkout}
  checkout.payment: {owner: payments}
#                           ^^^^^^^^ `payments` is part of `checkout` now; write `checkout`
```
```yaml owners/payments.yaml
id: payments
type: team
status: merged
merged_into: checkout
```
```yaml owners/checkout.yaml
id: checkout
type: team
```

## Good

```yaml prodops.yaml
surfaces:
  checkout: {owner: checkout}
  checkout.payment: {owner: checkout}
```
```yaml owners/payments.yaml
id: payments
type: team
status: merged
merged_into: checkout
```
```yaml owners/checkout.yaml
id: checkout
type: team
```

All surfaces of one owner are one finding, at the first.
"""

from collections import defaultdict

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import count


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """Who goes later is still there."""
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for name, surface in context.settings.surfaces.items():
        if surface.owner is not None:
            owned[surface.owner].append(name)
    for id, (first, *others) in owned.items():
        owner = catalog.get(Owner, id)
        if owner is not None and (why := owner.farewell(context.today)):
            settings = catalog.settings_document
            more = f" and owns {count(len(others), 'other surface')}, too" if others else ""
            yield Problem(
                settings.at("surfaces", first, "owner"),
                f"`{id}` {why}{more}; write {heir(owner, context)}",
                related=(
                    Related(owner.at("id"), "said here"),
                    *(Related(settings.at("surfaces", other, "owner"), "here, too") for other in others),
                ),
                detail=id,
            )


def heir(owner: Owner, context: Context) -> str:
    """Who takes over, if that is said and they are still there."""
    found = context.catalog.get(Owner, owner.successor or owner.merged_into)
    return f"`{found.id}`" if found and not found.farewell(context.today) else "who answers for it now"


CASES = """
## Bad: several surfaces, nobody who takes over

```yaml prodops.yaml
surfaces:
  a: {owner: anna}
#            ^^^^ `anna` left on 2 May and owns 2 other surfaces, too; write who answers for it now
  a.b: {owner: anna}
  c: {}
  d: {owner: anna}
```
```yaml owners/anna.yaml
id: anna
left: 2025-05-02
successor: ben
```
```yaml owners/ben.yaml
id: ben
active: false
```

## Good: unknown, somebody who goes later

```yaml prodops.yaml
surfaces:
  a: {owner: anna}
  b: {owner: ben}
```
```yaml owners/ben.yaml
id: ben
left: 2025-06-16
```
"""
