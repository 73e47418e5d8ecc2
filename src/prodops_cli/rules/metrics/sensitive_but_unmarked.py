"""A metric made of sensitive data says so.

Whoever puts a number on a slide, or sends it to a vendor, looks at its `sensitivity`
and nowhere else. Small counts of people give people away, and where the data behind a
number is confidential somebody should have thought of that, once, and written it down.

## Bad

```yaml metrics/churned-shops.yaml
id: churned-shops
#   ^^^^^^^^^^^^^ reads `snowflake`, whose data is restricted, and doesn't say what it reveals; write `sensitivity`
source: {tool: snowflake}
```
```yaml tools/snowflake.yaml
id: snowflake
data: {classification: restricted}
```
```yaml metrics/churn.yaml
id: churn
#   ^^^^^ is made of `complaints`, which is marked `stored_content`, and doesn't say what it reveals; write
#      `sensitivity`
inputs: [complaints]
```
```yaml metrics/complaints.yaml
id: complaints
sensitivity: stored_content
```

## Good

```yaml metrics/churned-shops.yaml
id: churned-shops
source: {tool: snowflake}
sensitivity: interaction
```
```yaml tools/snowflake.yaml
id: snowflake
data: {classification: restricted}
```

`technical` is an answer, too: it says that somebody looked.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool


@rule(Metric, warning)
def check(metric: Metric, context: Context) -> Problems:
    """One finding; what the inputs say weighs more than what else the tool holds."""
    if metric.sensitivity is not None or metric.status in ("deprecated", "removed"):
        return
    if why := by_inputs(metric, context) or by_tool(metric, context):
        message = f"{why}, and doesn't say what it reveals; write `sensitivity`"
        yield Problem(metric.at("sensitivity"), message)


def by_inputs(metric: Metric, context: Context) -> str:
    """Which of the metrics that it is calculated from says that it reveals something of people."""
    parts = (context.catalog.get(Metric, id) for id in metric.parts)
    marked = (part for part in parts if part and part.sensitivity not in (None, "technical"))
    return next((f"is made of `{part.id}`, which is marked `{part.sensitivity}`" for part in marked), "")


def by_tool(metric: Metric, context: Context) -> str:
    """What the tool says of its data, where that is delicate."""
    tool = context.catalog.get(Tool, metric.source.tool) if metric.source else None
    careful = tool.data.classification if tool and tool.data else None
    is_delicate = tool is not None and careful in ("confidential", "restricted")
    return f"reads `{tool.id}`, whose data is {careful}" if tool and is_delicate else ""


CASES = """
## Good: technical inputs, an internal tool, nothing known, on their way out

```yaml metrics/metrics.yaml
- {id: a, name: a, inputs: [b]}
- {id: b, name: b, sensitivity: technical}
- {id: c, name: c, source: {tool: miro}}
- {id: d, name: d, source: {tool: braze}}
- {id: e, name: e, source: {tool: segment}, status: removed, removed_on: 2025-01-01}
```
```yaml tools/tools.yaml
- {id: miro, name: Miro, data: {classification: internal}}
- {id: braze, name: Braze}
- {id: segment, name: Segment, data: {classification: restricted}}
```
"""
