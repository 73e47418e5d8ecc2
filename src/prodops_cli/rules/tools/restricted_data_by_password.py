"""Restricted data is behind single sign-on.

A password is shared in the team's chat, used for other services, and still works when
its owner has left: nobody remembers to close an account that hangs on nothing. Single
sign-on ends all of them at once, on the day of the farewell.

## Bad

```yaml tools/dovetail.yaml
id: dovetail
auth: password
#     ^^^^^^^^ people get to `restricted` data with a `password`; switch on single sign-on, and write `sso`
data: {classification: restricted}
```

## Good

```yaml tools/dovetail.yaml
id: dovetail
auth: sso
data: {classification: restricted}
```

## Allowing

Where the vendor sells it with the next contract only:
`# prodops: allow restricted-data-by-password until 2025-09-30 -- comes with the renewal`.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Tool


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """Keys of an API are no passwords: programs sign in with them."""
    careful = tool.data.classification if tool.data else None
    if careful == "restricted" and tool.auth == "password" and tool.is_live:
        message = "people get to `restricted` data with a `password`; switch on single sign-on, and write `sso`"
        yield Problem(tool.at("auth"), message)


CASES = """
## Good: confidential, a key, retired

```yaml tools/a.yaml
id: a
auth: password
data: {classification: confidential}
```
```yaml tools/b.yaml
id: b
auth: api_key
data: {classification: restricted}
```
```yaml tools/c.yaml
id: c
status: retired
auth: password
data: {classification: restricted}
```
"""
