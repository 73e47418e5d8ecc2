"""It is known how delicate a tool's data is.

Somebody pastes a customer's list into every tool that lets them. What may go where is
decided by one word in the catalog; without it each team decides alone, and Legal hears
of it from a questionnaire of the largest customer.

## Bad

```yaml tools/miro.yaml
id: miro
#   ^^^^ nobody wrote how delicate the data in it may be; write such as data: {classification: internal}
```
```yaml tools/braze.yaml
id: braze
data: {flow: out}
^^^^ nobody wrote how delicate the data in it may be; add `classification`, such as internal
```

## Good

```yaml tools/miro.yaml
id: miro
data: {classification: internal, flow: out}
```

What is only evaluated holds nothing yet.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Tool


@rule(Tool, warning)
def check(tool: Tool, context: Context) -> Problems:
    """From the trial on, and until a tool is retired."""
    is_said = tool.data is not None and tool.data.classification is not None
    if is_said or tool.status in ("evaluating", "retired"):
        return
    to_do = "add `classification`, such as internal" if tool.data else "write such as data: {classification: internal}"
    message = f"nobody wrote how delicate the data in it may be; {to_do}"
    yield Problem(tool.at("data", "classification"), message)


CASES = """
## Good: evaluated, retired, a word that isn't allowed

```yaml tools/a.yaml
id: a
status: evaluating
```
```yaml tools/b.yaml
id: b
status: retired
```
```yaml tools/c.yaml
id: c
data: {classification: secret}
```
"""
