"""Nobody is their own manager's manager.

Escalations follow `manager` upwards until somebody can decide. In a circle they never
arrive, and no chart of the organisation can be drawn. Mostly two people changed places,
and one of the two files was forgotten.

## Bad

```yaml owners/anna.yaml
id: anna
manager: ben
#        ^^^ `anna` → `ben` → `anna`: each of them is above itself; correct one `manager`
```
```yaml owners/ben.yaml
id: ben
manager: anna
```

## Good

```yaml owners/anna.yaml
id: anna
manager: ben
```
```yaml owners/ben.yaml
id: ben
```
"""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each circle, at its smallest id."""
    for circle in circles(catalog):
        way = " → ".join(f"`{owner.id}`" for owner in (*circle, circle[0]))
        related = tuple(
            Related(owner.at("manager"), f"`{owner.id}` names `{owner.manager}` here") for owner in circle[1:]
        )
        message = f"{way}: each of them is above itself; correct one `manager`"
        yield Problem(circle[0].at("manager"), message, related=related, detail=" ".join(each.id for each in circle))


def circles(catalog: Catalog) -> Iterator[tuple[Owner, ...]]:
    """Each circle once; everybody has one manager at most, so nobody is in two."""
    done: set[str] = set()
    for owner in catalog.all(Owner):
        way: dict[str, Owner] = {}
        above = catalog.get(Owner, owner.id)
        while above is not None and above.id not in done and above.id not in way:
            way[above.id] = above
            above = catalog.get(Owner, above.manager)
        done.update(way)
        if above is not None and above.id in way:
            yield from_smallest([*way.values()][[*way].index(above.id) :])


def from_smallest(circle: list[Owner]) -> tuple[Owner, ...]:
    """The same circle, beginning with the smallest id."""
    ids = [owner.id for owner in circle]
    first = ids.index(min(ids))
    return (*circle[first:], *circle[:first])


CASES = """
## Bad: of three, with others below, and one alone

```yaml owners/all.yaml
- {id: z, name: z, type: person, manager: c}
- {id: c, name: c, type: person, manager: b}
- {id: b, name: b, type: person, manager: a}
- {id: a, name: a, type: person, manager: c}
#                                         ^ `a` → `c` → `b` → `a`: each of them is above itself; correct one `manager`
- {id: x, name: x, type: person, manager: x}
#                                         ^ `x` → `x`: each of them is above itself; correct one `manager`
- {id: y, name: y, type: person, manager: x}
- {id: w, name: w, type: person, manager: nobody}
```
"""
