"""Two tools for one thing say why.

Two survey tools mean two invoices, two reviews by Security, and two places in which
half of the answers are. Sometimes that is right: one is being replaced, or Research
needs what Marketing does not. Then the reason stands in the catalog, and nobody has to
find it out again.

## Bad

```yaml tools/hotjar.yaml
id: hotjar
capabilities: [surveys]
```
```yaml tools/sprig.yaml
id: sprig
capabilities: [surveys]
#              ^^^^^^^ hotjar does `surveys` as well; write why in `overlap_reason`, or retire one of them
```

## Good

```yaml tools/hotjar.yaml
id: hotjar
capabilities: [surveys]
```
```yaml tools/sprig.yaml
id: sprig
capabilities: [surveys]
overlap_reason: On trial until 31 July, instead of Hotjar.
```

All but one of the tools must say why. A tool that is retired does nothing any more.
"""

from collections import defaultdict
from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Place
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each capability, on the tool without a reason that was written down last."""
    able: defaultdict[str, list[Tool]] = defaultdict(list)
    for tool in catalog.all(Tool):
        if tool.is_live and catalog.get(Tool, tool.id) is tool:
            for capability in dict.fromkeys(tool.capabilities or ()):
                able[capability].append(tool)
    for capability, tools in able.items():
        silent = sorted((tool for tool in tools if not tool.overlap_reason), key=age)
        if len(silent) > 1:
            yield overlap(capability, silent[-1], tuple(tool for tool in tools if tool is not silent[-1]))


def age(tool: Tool) -> tuple[date, str]:
    """Sorts the oldest tool first; one without a date counts as old."""
    return tool.created or date.min, tool.id


def overlap(capability: str, newest: Tool, others: tuple[Tool, ...]) -> Problem:
    """What to say of the newest tool that can do what others can."""
    who = listing([tool.id for tool in others])
    do, one = ("does", "one of them") if len(others) == 1 else ("do", "what is not needed")
    return Problem(
        place(newest, capability),
        f"{who} {do} `{capability}` as well; write why in `overlap_reason`, or retire {one}",
        related=tuple(Related(place(other, capability), f"{other.title} does it, too") for other in others),
    )


def place(tool: Tool, capability: str) -> Place:
    """Where a tool says that it can do something."""
    return tool.at("capabilities", (tool.capabilities or ()).index(capability))


CASES = """
## Bad: three, of which one says why

```yaml tools/a.yaml
id: a
created: 2025-01-01
capabilities: [design, surveys]
#                      ^^^^^^^ b and c do `surveys` as well; write why in `overlap_reason`, or retire what is not needed
```
```yaml tools/b.yaml
id: b
capabilities: [surveys]
overlap_reason: Legal needs it.
```
```yaml tools/c.yaml
id: c
capabilities: [surveys]
```

## Good: a retired tool, and a capability that is written twice

```yaml tools/a.yaml
id: a
capabilities: [surveys, surveys]
```
```yaml tools/b.yaml
id: b
status: retired
capabilities: [surveys]
```
"""
