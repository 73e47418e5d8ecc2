"""CODEOWNERS asks those to review a document who answer for it.

The catalog says that a metric is Payments', and GitHub asks Growth to review its changes:
then Payments hears of them last. Mostly the document was handed over, and nobody thought
of the other file.

Looked at are the lines of `.github/CODEOWNERS`, `CODEOWNERS` or `docs/CODEOWNERS` that
name one document; who reviews a whole folder is a choice, and may differ (with the
option `folders: true` it may not). People are known by `handles.github` and `email`,
teams by `codeowners`; of a person the teams will do, of a team the lead.

`prodops export codeowners --write` writes these lines, and keeps all others.

## Bad

```yaml CODEOWNERS
/metrics/orders.yaml @acme/growth
```
```yaml metrics/orders.yaml
id: orders
owner: payments
#      ^^^^^^^^ CODEOWNERS asks `@acme/growth` to review this, and it is of `payments`, which is `@acme/payments`; run
                `prodops export codeowners --write`, or hand it over
```
```yaml owners/payments.yaml
id: payments
type: team
codeowners: "@acme/payments"
```

## Good

```yaml CODEOWNERS
* @acme/ops
/metrics/orders.yaml @acme/payments
```
```yaml metrics/orders.yaml
id: orders
owner: payments
```
```yaml owners/payments.yaml
id: payments
type: team
codeowners: "@acme/payments"
```
"""

from functools import partial

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.codeowners import Codeowners, Line
from prodops_cli.catalog.handles import handles_of, stand_ins
from prodops_cli.documents.document import Place
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import listing


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context, *, folders: bool = False) -> Problems:
    """That an owner left, or doesn't exist, is told elsewhere."""
    said = catalog.reviewers
    if said is None:
        return
    if said.unread:
        yield Problem(Place(said.source), f"CODEOWNERS {said.unread}; put the file itself here, as GitHub reads it")
    for entity in catalog.all(Owned):
        owner = catalog.get(Owner, entity.owner)
        line = said.line_for(entity.document.source.path)
        if owner and line and entity.is_live_on(context.today) and not owner.farewell(context.today):
            is_meant = folders or names_alone(line, said, entity.document.source.path)
            if is_meant and handles_of(owner) and not agrees(line, owner, catalog):
                yield problem(entity, owner, line, said)


def agrees(line: Line, owner: Owner, catalog: Catalog) -> bool:
    """Whether a line asks an owner, or somebody who can review for them; case makes no difference."""
    asked = {name.casefold() for name in line.owners}
    return any(
        name.casefold() in asked for find in (handles_of, partial(stand_ins, catalog=catalog)) for name in find(owner)
    )


def names_alone(line: Line, said: Codeowners, path: str) -> bool:
    """Whether a line names one document, and no folder."""
    return not line.is_wild and f"/{said.prefix}{path}".endswith(f"/{line.pattern.lstrip('/')}")


def problem(entity: Owned, owner: Owner, line: Line, said: Codeowners) -> Problem:
    """What is said of a document."""
    asked = listing([f"`{name}`" for name in line.owners]) or "nobody"
    theirs = f"and it is of `{owner.id}`, which is `{handles_of(owner)[0]}`"
    action = "run `prodops export codeowners --write`, or hand it over"
    here = Related(Place(said.source, exact=line.span), "this line")
    return Problem(entity.at("owner"), f"CODEOWNERS asks {asked} to review this, {theirs}; {action}", related=(here,))


CASES = """
## Bad: the last line that matches, several owners, nobody, an unescaped name anywhere

```yaml .github/CODEOWNERS
/metrics/a.yaml @anna
/metrics/a.yaml @ben @acme/ops # moved
metrics/b.yaml
c.yaml @ben
/metrics/d.yaml @anna
*.yaml @acme/ops
/metrics/a.yaml @ben @acme/ops
/metrics/b.yaml # nobody
c.yaml @ben
```
```yaml owners/anna.yaml
id: anna
handles: {github: Anna}
email: anna@acme.example
```
```yaml metrics/a.yaml
id: a
owner: anna
#      ^^^^ CODEOWNERS asks `@ben` and `@acme/ops` to review this, and it is of `anna`, which is `@Anna`; run
            `prodops export codeowners --write`, or hand it over
```
```yaml metrics/b.yaml
id: b
owner: anna
#      ^^^^ CODEOWNERS asks nobody to review this, and it is of `anna`, which is `@Anna`; run `prodops export codeowners
            --write`, or hand it over
```
```yaml metrics/c.yaml
id: c
owner: anna
#      ^^^^ CODEOWNERS asks `@ben` to review this, and it is of `anna`, which is `@Anna`; run `prodops export codeowners
            --write`, or hand it over
```
```yaml metrics/d.yaml
id: d
owner: anna
```

## Good: by address, by a team of theirs, by the lead, no handle, a folder, gone, over

```yaml CODEOWNERS
/metrics/a.yaml ANNA@acme.example
/metrics/b.yaml @acme/growth
/metrics/c.yaml @anna
/metrics/d.yaml @somebody
/metrics/ops/ @somebody
/metrics/e.yaml @somebody
/metrics/f.yaml @somebody
```
```yaml owners/all.yaml
- {id: anna, name: A, type: person, handles: {github: anna}, email: anna@acme.example, teams: [growth]}
- {id: growth, name: G, type: team, lead: anna, codeowners: "@acme/growth"}
- {id: silent, name: S, type: person}
- {id: gone, name: X, type: person, left: 2025-01-01, handles: {github: gone}}
```
```yaml metrics/a.yaml
id: a
owner: anna
```
```yaml metrics/b.yaml
id: b
owner: anna
```
```yaml metrics/c.yaml
id: c
owner: growth
```
```yaml metrics/d.yaml
id: d
owner: silent
```
```yaml metrics/e.yaml
id: e
owner: gone
```
```yaml metrics/f.yaml
id: f
owner: anna
status: removed
```
```yaml metrics/ops/g.yaml
id: g
owner: anna
```

## Bad: no text

```yaml CODEOWNERS (latin-1)
/metrics/é.yaml @anna
^ CODEOWNERS is no UTF-8; put the file itself here, as GitHub reads it
```
"""
