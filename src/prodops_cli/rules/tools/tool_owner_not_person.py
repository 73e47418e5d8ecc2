"""A person answers for each tool.

When a contract comes up for renewal, somebody must say yes or no within days. A team
discusses it, everybody thinks that somebody else has answered the vendor, and it
renews itself. Who looks after set-up may be a team: that is `technical_owner`.

## Bad

```yaml tools/amplitude.yaml
id: amplitude
owner: data
#      ^^^^ `data` is a team; name the person who decides, such as its lead `kim`
```
```yaml owners/data.yaml
id: data
type: team
lead: kim
```
```yaml owners/kim.yaml
id: kim
type: person
```

## Good

```yaml tools/amplitude.yaml
id: amplitude
owner: kim
technical_owner: data
```
```yaml owners/data.yaml
id: data
type: team
```
```yaml owners/kim.yaml
id: kim
type: person
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """The lead is offered, where there is one who has not left."""
    owner = context.catalog.get(Owner, tool.owner)
    if owner is None or owner.type != "team" or not tool.is_live:
        return
    lead = context.catalog.get(Owner, owner.lead)
    offer = f", such as its lead `{lead.id}`" if lead and not lead.is_gone else ""
    yield Problem(tool.at("owner"), f"`{owner.id}` is a team; name the person who decides{offer}")


CASES = """
## Bad: a lead who has left

```yaml tools/a.yaml
id: a
owner: data
#      ^^^^ `data` is a team; name the person who decides
```
```yaml owners/data.yaml
id: data
type: team
lead: kim
```
```yaml owners/kim.yaml
id: kim
type: person
active: false
```

## Good: retired, nobody knows the owner

```yaml tools/a.yaml
id: a
status: retired
owner: data
```
```yaml tools/b.yaml
id: b
owner: nobody-knows
```
```yaml owners/data.yaml
id: data
type: team
```
"""
