"""Nobody owns more than they can look after.

Whoever is the owner of eighty things is the owner of none: reviews are clicked away,
questions wait, and on the day they leave, eighty documents want a new owner at once.
Most of it is worked on by others, who could just as well answer for it.

From the 31st thing that is in use it is told (the option `most`). Teams may own as much
as they like, and of who left owner-gone tells.

## Bad

```yaml owners/anna.yaml
id: anna
#   ^^^^ owns 31 things that are in use: 30 metrics and 1 tool; hand some over to those who work with them
```
```yaml tools/miro.yaml
id: miro
owner: anna
```
```yaml metrics/metrics.yaml
[
  {id: m1, name: M, owner: anna}, {id: m2, name: M, owner: anna}, {id: m3, name: M, owner: anna},
  {id: m4, name: M, owner: anna}, {id: m5, name: M, owner: anna}, {id: m6, name: M, owner: anna},
  {id: m7, name: M, owner: anna}, {id: m8, name: M, owner: anna}, {id: m9, name: M, owner: anna},
  {id: m10, name: M, owner: anna}, {id: m11, name: M, owner: anna}, {id: m12, name: M, owner: anna},
  {id: m13, name: M, owner: anna}, {id: m14, name: M, owner: anna}, {id: m15, name: M, owner: anna},
  {id: m16, name: M, owner: anna}, {id: m17, name: M, owner: anna}, {id: m18, name: M, owner: anna},
  {id: m19, name: M, owner: anna}, {id: m20, name: M, owner: anna}, {id: m21, name: M, owner: anna},
  {id: m22, name: M, owner: anna}, {id: m23, name: M, owner: anna}, {id: m24, name: M, owner: anna},
  {id: m25, name: M, owner: anna}, {id: m26, name: M, owner: anna}, {id: m27, name: M, owner: anna},
  {id: m28, name: M, owner: anna}, {id: m29, name: M, owner: anna}, {id: m30, name: M, owner: anna},
]
```

## Good

```yaml owners/anna.yaml
id: anna
```
```yaml tools/miro.yaml
id: miro
owner: anna
```
"""

from collections import Counter

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import count, listing

PLURALS = {"feedback": "pieces of feedback", "launch": "launches"}


@rule(Owner, notice)
def check(owner: Owner, context: Context, *, most: int = 30) -> Problems:
    """What is over needs nobody any more."""
    if owner.type != "person" or owner.farewell(context.today):
        return
    kinds = owned(owner, context)
    if kinds.total() > most:
        what = listing([count(number, kind, PLURALS.get(kind, "")) for kind, number in kinds.most_common()])
        total = count(kinds.total(), "thing")
        message = f"owns {total} that are in use: {what}; hand some over to those who work with them"
        yield Problem(owner.at("id"), message)


def owned(owner: Owner, context: Context) -> Counter[str]:
    """How many things of each kind somebody answers for."""
    catalog: Catalog = context.catalog
    return Counter(
        mention.by.kind
        for mention in catalog.mentions(owner)
        if mention.reference.address == ("owner",)
        and isinstance(mention.by, Owned)
        and mention.by.is_live_on(context.today)
    )


CASES = """
## Good: a team, somebody who left, what is over

```yaml owners/all.yaml
- {id: growth, name: a, type: team}
- {id: anna, name: b, type: person, left: 2025-01-01}
- {id: ben, name: c, type: person}
```
```yaml metrics/metrics.yaml
- {id: a, name: a, owner: ben, status: removed}
```
"""
