"""Who gets customers' data has signed for it.

Where personal data goes to somebody else there must be a data processing agreement;
that is the law (GDPR, article 28), and the first thing an auditor asks for. It is
signed once. To find out years later that it never was means to switch off a tool that
everybody uses.

## Bad

```yaml tools/braze.yaml
id: braze
data: {classification: confidential, flow: both}
^^^^ gets `confidential` data (flow `both`) without an agreement; sign one, and link it in `processor_agreement`
```

## Good

```yaml tools/braze.yaml
id: braze
data: {classification: confidential, flow: both, processor_agreement: "https://drive.acme.example/dpa-braze"}
```

It is asked for where `classification` is confidential or restricted and `flow` is out
or both. A trial with real data needs one as well.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Tool


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """Of a tool that is retired, what it got was deleted."""
    data = tool.data
    if data is None or data.processor_agreement or not tool.is_live:
        return
    if data.classification in ("confidential", "restricted") and data.flow in ("out", "both"):
        gets = f"gets `{data.classification}` data (flow `{data.flow}`) without an agreement"
        message = f"{gets}; sign one, and link it in `processor_agreement`"
        yield Problem(tool.at("data", "processor_agreement"), message)


CASES = """
## Bad: an agreement that says nothing

```yaml tools/a.yaml
id: a
status: trial
data:
  classification: restricted
  flow: out
  processor_agreement: ""
#                      ^^ gets `restricted` data (flow `out`) without an agreement; sign one, and link it in
                          `processor_agreement`
```

## Good: internal, only read from, nobody says which way, retired

```yaml tools/a.yaml
id: a
data: {classification: internal, flow: both}
```
```yaml tools/b.yaml
id: b
data: {classification: restricted, flow: in}
```
```yaml tools/c.yaml
id: c
data: {classification: restricted}
```
```yaml tools/d.yaml
id: d
status: retired
data: {classification: restricted, flow: out}
```
"""
