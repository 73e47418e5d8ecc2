"""A pattern of ids matches some of them.

A naming pattern that no id follows helps nobody: either it says something else than the
house does, through a slip of a brace or a dash, or it was never put into force. Mend the
one pattern before a hundred documents are renamed.

## Bad

```yaml prodops.yaml
naming: {metric: "{area}-{object}-{measure}"}
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ none of the 3 metrics is called so; correct the pattern, or remove it
```
```yaml metrics/metrics.yaml
- {id: checkout_conversion_rate, name: a}
- {id: checkout_starts_count, name: b}
- {id: search_success_rate, name: c}
```

## Good

```yaml prodops.yaml
naming: {metric: "{area}_{object}_{measure}"}
```
```yaml metrics/metrics.yaml
- {id: checkout_conversion_rate, name: a}
- {id: checkout_starts_count, name: b}
- {id: search_success_rate, name: c}
```

It is told from three documents of a kind on (the option `least`): of fewer, each is
told by name-breaks-convention.
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.pattern import parse_pattern
from prodops_cli.phrases import count

PLURALS = {"feedback": "pieces of feedback", "launch": "launches"}


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context, *, least: int = 3) -> Problems:
    """Also what is over has been called by it."""
    for kind, written in context.settings.naming.items():
        pattern, ids = parse_pattern(written, context.settings.vocabulary.words), catalog.ids(kind)
        if len(ids) >= least and not any(pattern.fits(id) for id in ids):
            message = f"none of the {count(len(ids), kind, PLURALS.get(kind, ''))} is called so"
            place = catalog.settings_document.at("naming", kind)
            yield Problem(place, f"{message}; correct the pattern, or remove it", detail=kind)


CASES = """
## Bad: a kind with a plural of its own

```yaml prodops.yaml
naming:
  launch: "{yaer}-*"
#         ^^^^^^^^^^ none of the 3 launches is called so; correct the pattern, or remove it
  goal: "{year}-*"
```
```yaml launches/launches.yaml
- {id: _a, name: a}
- {id: _b, name: b}
- {id: _c, name: c}
```

## Bad: a vocabulary of other words

```yaml prodops.yaml
naming: {metric: "{area}_{measure}"}
#                ^^^^^^^^^^^^^^^^^^ none of the 3 metrics is called so; correct the pattern, or remove it
vocabulary: {area: [checkout]}
```
```yaml metrics/metrics.yaml
- {id: a_count, name: a}
- {id: b_count, name: b}
- {id: c_count, name: c}
```
"""
