"""The tool behind a metric is still in use.

When a tool is retired its tables stop, mostly without an error: the last value stays on
the dashboard for weeks, and people decide by it. What takes the tool's place often
counts in another way, too, and that is worth a look by whoever owns the metric.

## Bad

```yaml metrics/app-opens.yaml
id: app-opens
source: {tool: mixpanel}
#              ^^^^^^^^ `mixpanel` is retired; move the metric to `amplitude`, or call it deprecated
```
```yaml tools/mixpanel.yaml
id: mixpanel
status: retired
replaced_by: amplitude
```
```yaml tools/amplitude.yaml
id: amplitude
```

## Good

```yaml metrics/app-opens.yaml
id: app-opens
source: {tool: amplitude}
```
```yaml tools/amplitude.yaml
id: amplitude
```

## Allowing

`# prodops: allow source-tool-gone until 2025-08-01 -- moves with the new events`.
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """A metric that is on its way out goes with its tool."""
    tool = context.catalog.get(Tool, metric.source.tool) if metric.source else None
    if tool is None or tool.is_live or metric.status in ("deprecated", "removed"):
        return
    heir = successor(tool, context.catalog)
    move = f"move the metric to `{heir.id}`" if heir else "move the metric to another tool"
    yield Problem(
        metric.at("source", "tool"),
        f"`{tool.id}` is retired; {move}, or call it deprecated",
        related=(Related(tool.at("status"), "said here"),),
    )


def successor(tool: Tool, catalog: Catalog) -> Tool | None:
    """Where `replaced_by` leads in the end, if anybody uses that."""
    seen: set[str] = set()
    heir: Tool | None = tool
    while heir and not heir.is_live and heir.id not in seen:
        seen.add(heir.id)
        heir = catalog.get(Tool, heir.replaced_by)
    return heir if heir and heir.is_live else None


CASES = """
## Bad: nothing in its place, round in circles

```yaml metrics/a.yaml
id: a
source: {tool: x}
#              ^ `x` is retired; move the metric to another tool, or call it deprecated
```
```yaml metrics/b.yaml
id: b
source: {tool: y}
#              ^ `y` is retired; move the metric to another tool, or call it deprecated
```
```yaml tools/tools.yaml
- {id: x, name: x, status: retired}
- {id: y, name: y, status: retired, replaced_by: z}
- {id: z, name: z, status: retired, replaced_by: y}
```

## Good: on their way out, retiring, unknown

```yaml metrics/a.yaml
id: a
status: deprecated
reason: nobody asks
remove_after: 2025-09-01
source: {tool: x}
```
```yaml metrics/b.yaml
id: b
source: {tool: y}
```
```yaml metrics/c.yaml
id: c
source: {tool: zz}
```
```yaml tools/tools.yaml
- {id: x, name: x, status: retired}
- {id: y, name: y, status: retiring}
```
"""
