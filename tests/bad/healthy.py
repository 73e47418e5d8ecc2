"""What bad inputs are put into: a small catalog in which every kind has a document, and every command its subject."""

from collections.abc import Mapping
from typing import Any

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import read

HEALTHY = {
    "prodops.yaml": """\
catalog: {name: Shop, timezone: Europe/Paris}
naming: {metric: "{area}_*"}
vocabulary: {area: [checkout, search]}
surfaces: {checkout: {owner: a}}
attributes: {country: {values: [DE, FR], shares: {DE: 0.5, FR: 0.5}}, app: {type: version}}
budgets: [{cost_center: cc, amount: 1000, currency: EUR, per: month}]
""",
    "owners/a.yaml": """\
id: a
name: Anna
type: person
email: a@example.com
manager: b
handles: {github: anna}
""",
    "owners/b.yaml": """\
- {id: b, name: Ben, type: person}
- {id: team, name: Team, type: team, lead: a, members: [a, b]}
""",
    "tools/tool.yaml": """\
id: tool
name: Tool
owner: a
status: adopted
capabilities: [analytics]
contract: {start: 2026-01-01, renewal: 2026-12-01, notice: 30d, auto_renew: true}
cost: {amount: 1200, currency: EUR, per: year}
seats: {purchased: 10, active: 5, counted_on: 2026-09-01}
""",
    "metrics/checkout_rate.yaml": """\
id: checkout_rate
name: Checkout rate
owner: a
description: Orders among visits.
status: active
direction: increase
definition: {language: sql, expression: select count(*) from orders}
value: {current: 0.2, previous: 0.1, as_of: 2026-09-01}
target: {op: gte, value: 0.3, by: 2026-12-31}
""",
    "experiments/t.yaml": """\
id: t
name: One page
owner: a
type: ab_test
status: running
hypothesis: One page is faster.
goals: [g]
metrics:
  primary:
    - {metric: checkout_rate, baseline: 0.2, mde: 5%}
  guardrail: [checkout_rate]
surfaces: [checkout]
randomization_unit: user
variants:
  - {key: control, role: control, weight: 1}
  - {key: new, role: treatment, weight: 1}
traffic: 50
layer: {id: l, buckets: [[0, 5000]]}
audience:
  country: [DE, FR]
  app: {gte: "2.0"}
start: 2026-09-01
end: 2026-10-01
analysis: {alpha: 0.05, power: 0.8}
eligible_units: {per_day: 1000, total: 100000, as_of: 2026-09-01}
exposures: {control: 100, new: 100}
exposures_as_of: 2026-09-05
""",
    "experiments/u.yaml": """\
id: u
name: Another
owner: a
type: ab_test
status: scheduled
metrics: {primary: [{metric: checkout_rate, baseline: 0.2, mde: 0.1}]}
surfaces: [checkout]
randomization_unit: user
variants: [{key: control, role: control}, {key: new}]
audience: {country: [FR]}
start: 2026-09-14
duration: 4w
eligible_units: {per_day: 1000}
""",
    "layers/l.yaml": """\
id: l
name: Layer
owner: a
unit: user
buckets: 10000
surfaces: [checkout]
""",
    "goals/g.yaml": """\
id: g
name: Grow
owner: a
period: 2026-Q3
level: company
key_results:
  - {id: kr, metric: checkout_rate, baseline: 0.1, target: 0.3, current: 0.2, as_of: 2026-09-01}
check_ins: [{date: 2026-09-01, confidence: 0.5, note: Fine.}]
""",
    "feedback/f.yaml": """\
id: f
name: Too slow
owner: a
source: support
received: 2026-08-01
surface: checkout
themes: [speed]
mentions: 9
status: new
""",
    "launches/launch.yaml": """\
id: launch
name: Launch
owner: a
tier: 1
status: planned
target_date: 2026-10-05
surfaces: [checkout]
audience: {country: [DE]}
experiments: [t]
approvers: [b]
readiness: [{item: Docs, owner: a, status: todo, due: 2026-09-20}]
""",
    "practices/p.yaml": """\
id: p
name: Review
owner: a
cadence: weekly
steps: [Look., Decide.]
tools: [tool]
metrics: [checkout_rate]
status: required
""",
}
MAIN = {
    "prodops": "prodops.yaml",
    "owner": "owners/a.yaml",
    "tool": "tools/tool.yaml",
    "metric": "metrics/checkout_rate.yaml",
    "experiment": "experiments/t.yaml",
    "layer": "layers/l.yaml",
    "goal": "goals/g.yaml",
    "feedback": "feedback/f.yaml",
    "launch": "launches/launch.yaml",
    "practice": "practices/p.yaml",
}
"""The file in which the document of a kind stands that commands ask for."""


def document(kind: str) -> dict[str, Any]:
    """The values of the document of a kind, free to be changed."""
    path = MAIN[kind]
    (found,) = read(decode(path, HEALTHY[path].encode())).documents
    assert isinstance(found.value, dict)
    return found.value


def over(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The healthy catalog with these files in it; what lies where one of them needs a folder, or is one, is gone."""
    kept = {path: text.encode() for path, text in HEALTHY.items() if path.partition("/")[0] not in files}
    return kept | dict(files)
