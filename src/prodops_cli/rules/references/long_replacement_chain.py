"""What is gone names what is used today.

`replaced_by` is read by somebody in a hurry: an analyst with an old query, a bot that
mends a dashboard. If it names what is gone itself, they go from grave to grave, and one
of the steps will be wrong some day.

Two steps are let pass (the option `most`). A circle is told by reference-cycle.

## Bad

```yaml metrics/metrics.yaml
- {id: visits_v1, name: a, replaced_by: visits_v2}
#                                       ^^^^^^^^^ leads to `visits_v4` only in 3 steps; name `visits_v4` here
- {id: visits_v2, name: b, replaced_by: visits_v3}
- {id: visits_v3, name: c, replaced_by: visits_v4}
- {id: visits_v4, name: d}
```

## Fixed

```yaml metrics/metrics.yaml
- {id: visits_v1, name: a, replaced_by: visits_v4}
- {id: visits_v2, name: b, replaced_by: visits_v3}
- {id: visits_v3, name: c, replaced_by: visits_v4}
- {id: visits_v4, name: d}
```
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity


@rule(Entity, warning)
def check(entity: Entity, context: Context, *, most: int = 2) -> Problems:
    """At each from which it is too far; the end is what exists and names nothing further."""
    chain = chain_from(entity, context.catalog) if entity.replaced_by else ()
    if len(chain) <= most:
        return
    place, end = entity.at("replaced_by"), chain[-1].id
    fix = Fix(f"write `{end}`", (Replace(place.source, place.span, end),))
    yield Problem(place, f"leads to `{end}` only in {len(chain)} steps; name `{end}` here", fix=fix)


def chain_from(entity: Entity, catalog: Catalog) -> tuple[Entity, ...]:
    """What one comes to from an entity, step by step; nothing where that is a circle."""
    chain: list[Entity] = []
    seen = {entity.id}
    new = catalog.named.get((entity.kind, entity.replaced_by or ""))
    while new is not None:
        if new.id in seen:
            return ()
        seen.add(new.id)
        chain.append(new)
        new = catalog.named.get((new.kind, new.replaced_by or ""))
    return tuple(chain)


CASES = """
## Good: two steps, a circle, an end that nobody knows

```yaml tools/tools.yaml
- {id: a, name: a, replaced_by: b}
- {id: b, name: b, replaced_by: c}
- {id: c, name: c, replaced_by: d}
- {id: x, name: x, replaced_by: y}
- {id: y, name: y, replaced_by: z}
- {id: z, name: z, replaced_by: w}
- {id: w, name: w, replaced_by: y}
```
"""
