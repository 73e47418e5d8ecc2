"""Practices are done with tools that are still there.

A playbook that begins with "open Mixpanel" helps nobody once Mixpanel is gone. New
colleagues find out on their second day that what is written down isn't what is done,
and stop reading the rest of it as well.

## Bad

```yaml practices/tracking-plan.yaml
id: tracking-plan
tools: [segment, mixpanel]
#                ^^^^^^^^ `mixpanel` is retired; name `amplitude` in its place, and look through the steps
```
```yaml tools/mixpanel.yaml
id: mixpanel
status: retired
replaced_by: amplitude
```
```yaml tools/amplitude.yaml
id: amplitude
```
```yaml tools/segment.yaml
id: segment
```

## Fixed

```yaml practices/tracking-plan.yaml
id: tracking-plan
tools: [segment, amplitude]
```

The fix asks for `--unsafe-fixes`: the name is quickly changed, but the steps were
written for the old tool.

A practice that is retired itself may name what it likes.

## Allowing

`# prodops: allow practice-on-retired-tool until 2025-08-01 -- moves with the new contract`.
"""

from prodops_cli.catalog.retirement import retirement, successor
from prodops_cli.findings import Fix, Problem, Problems, Related, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool


@rule(Practice, error)
def check(practice: Practice, context: Context) -> Problems:
    """At the tool's id."""
    if not practice.is_live:
        return
    for index, id in enumerate(practice.tools or ()):
        tool = context.catalog.get(Tool, id)
        if tool and retirement(tool):
            new = successor(tool, practice, context.catalog)
            advice = f"name `{new.id}` in its place" if new else "name the tool that is used now"
            yield Problem(
                practice.at("tools", index),
                f"`{id}` is retired; {advice}, and look through the steps",
                related=(Related(tool.at("status"), "said here"),),
                fix=followed(practice, index, new) if new else None,
                detail=id,
            )


def followed(practice: Practice, index: int, new: Entity) -> Fix:
    """The new tool in the place of the old one."""
    place = practice.at("tools", index)
    return Fix(f"write `{new.id}`", (Replace(place.source, place.span, new.id),), safe=False)


CASES = """
## Bad: nothing replaces it, or what does is named already

```yaml practices/a.yaml
id: a
status: draft
tools: [miro, mural]
#       ^^^^ `miro` is retired; name the tool that is used now, and look through the steps
```
```yaml practices/b.yaml
id: b
tools: [old]
#       ^^^ `old` is retired; name the tool that is used now, and look through the steps
```
```yaml tools/tools.yaml
- {id: miro, name: a, status: retired, replaced_by: mural}
- {id: mural, name: b, status: adopted}
- {id: old, name: c, status: retired}
```

## Good: on its way out, retired together, unknown

```yaml practices/a.yaml
id: a
tools: [miro, nobody-knows]
```
```yaml practices/b.yaml
id: b
status: retired
tools: [old]
```
```yaml tools/tools.yaml
- {id: miro, name: a, status: retiring}
- {id: old, name: c, status: retired}
```
"""
