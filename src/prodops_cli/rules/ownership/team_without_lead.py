"""Every team has somebody who leads it.

A team owns well as long as it agrees. Where it does not, or where an experiment has
to be decided by tonight, somebody must be able to say yes or no: the lead is the
name that is called then.

## Bad

```yaml owners/growth.yaml
id: growth
#   ^^^^^^ this team has no `lead`; name the person who decides where it does not agree
type: team
```

## Good

```yaml owners/growth.yaml
id: growth
type: team
lead: someone
```

## Allowing

`# prodops: allow team-without-lead until 2025-08-01 -- we are hiring` beside the id.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.owner import Owner


@rule(Owner, warning)
def check(team: Owner, context: Context) -> Problems:
    """A lead who is gone is none."""
    if team.type != "team" or not team.is_live:
        return
    if not team.lead:
        yield Problem(team.at("lead"), "this team has no `lead`; name the person who decides where it does not agree")
        return
    lead = context.catalog.get(Owner, team.lead)
    if lead and (why := lead.farewell(context.today)):
        yield Problem(team.at("lead"), f"`{lead.id}` {why}; name the person who leads this team now")


CASES = """
## Bad: a lead who left

```yaml owners/growth.yaml
id: growth
type: team
lead: anna
#     ^^^^ `anna` left on 2 May; name the person who leads this team now
```
```yaml owners/anna.yaml
id: anna
left: 2025-05-02
```

## Good: a team that is no more

```yaml owners/growth.yaml
id: growth
type: team
status: dissolved
```

## Good: the key is there, but misspelt

```yaml owners/growth.yaml
id: growth
type: team
laed: someone
```
"""
