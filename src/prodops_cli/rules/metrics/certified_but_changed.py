"""What is certified stays as it was certified.

"Certified" means that somebody who knows the data has looked at this calculation, and
not at one that was here before. People stop asking once they see the word; a query
that was edited since is the one case in which they should have asked.

## Bad

```yaml metrics/orders.yaml
id: orders
status: active
definition: {language: sql, expression: select count(*) from orders}
certified:
  by: kim
  on: 2025-05-11
  fingerprint: "4f0c2d91ab37"
#              ^^^^^^^^^^^^^^ `4f0c2d91ab37` was certified on 11 May, but it is calculated otherwise now;
#                 ask `kim` to look again, and write `fingerprint: "297a8664be0d"`
```

## Good

```yaml metrics/orders.yaml
id: orders
status: active
definition: {language: sql, expression: select count(*) from orders}
certified: {by: kim, on: 2025-06-12, fingerprint: "297a8664be0d"}
```

## The fingerprint

It is the beginning, twelve hexadecimal digits, of the SHA-256 of a text that has a line
such as `grain: day` for each of language, numerator, denominator, aggregation, type,
tool, dataset, dashboard, grain, window, entity, expression and filter that is written.
Beside an expression the parts of a ratio don't count, and beside a query the dashboard.
White space, comments and the case of keywords don't change it, nor do names,
descriptions, owners and targets. To get the first one, write anything, such as
`fingerprint: "?"`, and take it from the message.

A certificate without a fingerprint vouches for whatever stands there.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.calculation import calculation, fingerprint
from prodops_cli.models.metric import Certificate, Metric
from prodops_cli.phrases import day

DECIDES = {"definition", "type", "source", "grain", "window", "entity"}
"""The keys that decide how a metric is calculated."""


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """On its way out, nobody certifies a metric again."""
    certificate = metric.certified
    is_unclear = any(doubt and doubt[0] in DECIDES for doubt in metric.doubtful)
    if is_unclear or certificate is None or not certificate.fingerprint or metric.status in ("deprecated", "removed"):
        return
    found = calculation(metric)
    new = fingerprint(found) if found else ""
    if certificate.fingerprint.strip().lower() != new:
        on = f" on {day(certificate.on, context.today)}" if certificate.on else ""
        now = "it is calculated otherwise now" if new else "it says no longer how it is calculated"
        message = f"`{certificate.fingerprint}` was certified{on}, but {now}; {to_do(certificate, new)}"
        yield Problem(metric.at("certified", "fingerprint"), message)


def to_do(certificate: Certificate, new: str) -> str:
    """Whom to ask, and what to write."""
    if not new:
        return "write how it is calculated, or remove `certified`"
    who = f"`{certificate.by}`" if certificate.by else "somebody who knows"
    return f'ask {who} to look again, and write `fingerprint: "{new}"`'


CASES = """
## Bad: nobody says who, when, or how

```yaml metrics/a.yaml
id: a
definition: {numerator: b, denominator: c}
certified: {fingerprint: "?"}
#                        ^^^ `?` was certified, but it is calculated otherwise now; ask somebody who knows to look
#                          again, and write `fingerprint: "4977749677a8"`
```
```yaml metrics/b.yaml
id: b
certified: {by: kim, on: 2024-05-11, fingerprint: abc}
#                                                 ^^^ `abc` was certified on 11 May 2024, but it says no longer how it
#                                                   is calculated; write how it is calculated, or remove `certified`
```

## Good: another layout, no fingerprint, on its way out, a slip

```yaml metrics/orders.yaml
id: orders
status: active
owner: somebody-else
definition:
  language: sql
  expression: |
    SELECT count(*)  -- all of them
    FROM orders
certified: {by: kim, on: 2025-06-12, fingerprint: "297a8664be0d"}
```
```yaml metrics/b.yaml
id: b
definition: {expression: x}
certified: {by: kim, on: 2025-06-12}
```
```yaml metrics/c.yaml
id: c
status: deprecated
reason: nobody asks
remove_after: 2025-09-01
definition: {expression: x}
certified: {fingerprint: abc}
```
```yaml metrics/d.yaml
id: d
grain: wekk
definition: {expression: x}
certified: {fingerprint: abc}
```
"""
