"""No tool outlives its contract.

New colleagues choose their tools from the catalog. One that is adopted there and whose
contract is over will be closed by its vendor, often with what people have put into
it. Either there is a new contract, and the catalog lacks its dates; or the tool is on
its way out, and should be called so.

## Bad

```yaml tools/miro.yaml
id: miro
status: adopted
contract: {ends: 2025-05-31}
#                ^^^^^^^^^^ ended on 31 May, and the tool is still called `adopted`; write the new contract, or
#                   retire it
```

## Good

```yaml tools/miro.yaml
id: miro
status: retired
contract: {ends: 2025-05-31}
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import day


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """A contract that was cancelled ended on the day on which it would have been renewed."""
    contract = tool.contract
    if contract is None or tool.status not in ("adopted", "hold"):
        return
    if (last := contract.last_day) is not None and last < context.today:
        still = f"ended on {day(last, context.today)}, and the tool is still called `{tool.status}`"
        place = tool.at("contract", "ends" if contract.ends else "renewal")
        yield Problem(place, f"{still}; write the new contract, or retire it")


CASES = """
## Bad: cancelled, and on hold

```yaml tools/a.yaml
id: a
status: hold
contract: {renewal: 2025-06-14, decision: cancel}
#                   ^^^^^^^^^^ ended on 14 Jun, and the tool is still called `hold`; write the new contract, or
#                      retire it
```

## Good: the last day, retiring, renewed

```yaml tools/a.yaml
id: a
contract: {ends: 2025-06-15}
```
```yaml tools/b.yaml
id: b
status: retiring
contract: {ends: 2025-06-14}
```
```yaml tools/c.yaml
id: c
contract: {renewal: 2025-06-14, decision: renew}
```
"""
