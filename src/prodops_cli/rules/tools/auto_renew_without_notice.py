"""It is known until when one can cancel.

The day on the invoice is not the day on which to decide: notice is often due 60 or 90
days before. Where the catalog does not know how long, nobody is reminded in time, and
the next year is paid for before anybody asks whether it should be.

## Bad

```yaml tools/hotjar.yaml
id: hotjar
contract: {renewal: 2026-01-05, auto_renew: true}
^^^^^^^^ renews itself, and nobody wrote how long before it can be cancelled; look it up, and write such as notice: 60d
```

## Good

```yaml tools/hotjar.yaml
id: hotjar
contract: {renewal: 2026-01-05, auto_renew: true, notice: 60d}
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Tool


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """A contract that ends renews itself no more."""
    contract = tool.contract
    if contract is None or not contract.auto_renew or not tool.is_live:
        return
    if contract.notice is None and contract.last_day is None:
        lacks = "renews itself, and nobody wrote how long before it can be cancelled"
        yield Problem(tool.at("contract", "notice"), f"{lacks}; look it up, and write such as notice: 60d")


CASES = """
## Good: cancelled, ending, not by itself, retired, and a notice that can't be read

```yaml tools/a.yaml
id: a
contract: {renewal: 2026-01-05, auto_renew: true, decision: cancel}
```
```yaml tools/b.yaml
id: b
contract: {ends: 2026-01-05, auto_renew: true}
```
```yaml tools/c.yaml
id: c
contract: {renewal: 2026-01-05, auto_renew: false}
```
```yaml tools/d.yaml
id: d
status: retired
contract: {renewal: 2026-01-05, auto_renew: true}
```
```yaml tools/e.yaml
id: e
contract: {renewal: 2026-01-05, auto_renew: true, notice: two months}
```
"""
