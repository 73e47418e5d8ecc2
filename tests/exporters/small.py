"""A small catalog with something of each kind and with hostile names; golden files keep what is exported of it."""

from datetime import date
from functools import cache

from prodops_cli.catalog.load import load
from prodops_cli.exporters.material import Material
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import judge
from prodops_cli.reports.material.edition import Then
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
FILES = {
    "prodops.yaml": """\
catalog: {name: "Bloom, Ltd.", timezone: Europe/Paris}
surfaces: {checkout: {owner: growth}, checkout.payment: {owner: growth, concurrent: true}}
budgets: [{cost_center: product, amount: 120000, currency: EUR, per: year}]
""",
    "owners/all.yaml": """\
- {id: anna, name: "Anna; Berg", type: person, email: anna@bloom.example, handles: {github: anna-b}, teams: [growth]}
- {id: ben, name: "=HYPERLINK(\\"https://evil.example\\")", type: person, active: false, successor: anna}
- {id: growth, name: Growth, type: team, lead: anna, members: [anna], channel: "#growth", codeowners: "@bloom/growth"}
- {id: old_team, name: Old, type: team, status: merged, merged_into: growth}
""",
    "tools/figma.yaml": """\
id: figma
name: "Figma,\\nBEGIN:VEVENT"
owner: ben
status: adopted
description: "Draws; \\\\ and 'quotes' -- DROP TABLE tools; \\U0001F600 \\u202eevil"
capabilities: [design, user_testing]
admins: [anna, nobody]
tags: [b2b, a_b]
contract: {start: 2025-12-01, renewal: 2026-12-01, notice: 60d, auto_renew: true}
cost: {amount: 12.5, currency: EUR, per: month, basis: seat, cost_center: product}
seats: {purchased: 10, assigned: 9, active: 4, counted_on: 2026-08-01}
external: {okta.com: 0oa1}
links: [{title: Admin, url: "https://figma.example/a,b"}]
x-source: {sheet: [1, "1"]}
""",
    "tools/survey.yaml": """\
id: survey
name: Survey
owner: nobody
status: trial
trial_ends: 2026-09-30
contract: {renewal: 2026-10-01, decision: cancel}
""",
    "metrics/orders.yaml": """\
id: orders
name: Orders
owner: growth
description: Orders that were paid.
status: active
direction: increase
definition: {expression: "=SUM(orders)", language: formula}
target: {op: gte, value: 12, by: 2026-12-31}
window: 90d
reviewed: 2026-03-02
review_every: 6mo
expires: 2026-12-24
""",
    "experiments/one-page.yaml": """\
id: one-page
name: One page
owner: growth
type: ab_test
status: running
hypothesis: "One page is faster."
metrics: {primary: [{metric: orders, baseline: 0.2, mde: 5%}], guardrail: [orders]}
surfaces: [checkout, checkout.payment]
variants: [{key: control, role: control, weight: 1}, {key: one, role: treatment, weight: 3}]
start: 2026-08-31
end: 2026-09-14T12:00:00+02:00
exposures: {control: 100, one: 300}
audience: {country: [DE, FR]}
""",
    "experiments/done.yaml": """\
id: done
name: "@done: a long name that has to be folded in a calendar, with ü and \\U0001F600 at the seam, over and over again"
owner: anna
type: ab_test
status: completed
start: 2026-07-01
end: 2026-07-31
goals: [grow, shrink]
results: [{metric: orders, variant: one, lift: 0.02, ci: [0.01, 0.03]}]
""",
    "experiments/draft.yaml": "{id: draft, name: Draft, owner: anna, type: rollout, status: draft, start: 2026-10-05}",
    "layers/main.yaml": "{id: main, name: Main, owner: growth, unit: user, buckets: 1000, reserved: [[0, 10]]}\n",
    "goals/grow.yaml": """\
id: grow
name: Grow
owner: growth
period: 2026-Q4
status: active
key_results: [{id: more, name: More, metric: orders, baseline: 1, target: 2, owner: anna}]
check_ins: [{date: 2026-09-01, confidence: 0.5}]
""",
    "feedback/slow.yaml": """\
{id: slow, name: Slow, owner: growth, source: nps, received: 2026-08-01, themes: [speed],
mentions: 99999999999999999999999}
""",
    "launches/dark.yaml": """\
{id: dark, name: Dark mode, owner: growth, tier: 2, stage: ga, status: planned, target_date: 2026-09-21,
metrics: {success: [orders]}, readiness: [{item: Docs, owner: anna, status: todo, due: 2026-09-18}]}
""",
    "practices/review.yaml": "{id: review, name: Review, owner: anna, steps: [Read., Ask.], tools: [figma]}\n",
    "tools/broken.yaml": "{id: broken, name: [Broken], owner: anna, status: adoptd, wrong: {a: 1}, cost: {amount: -3}}",
    "tools/zweite.yaml": "{id: figma, name: Again, owner: anna, status: adopted}\n",
    "metrics/unreadable.yaml": "id: [\n",
}


@cache
def material() -> Material:
    """What is exported: the catalog, what is wrong with it, and one week before, when there was half of it."""
    catalog = load(MemoryTree({path: text.encode() for path, text in FILES.items()}))
    before = load(
        MemoryTree({path: text.encode() for path, text in FILES.items() if path < "m"} | {"prodops.yaml": b""})
    )
    history = (Then(date(2026, 8, 24), None), Then(date(2026, 8, 31), before))
    verdict = judge(catalog, Request(TODAY, select=("unknown-reference",)))
    return Material(catalog, TODAY, verdict=verdict, history=history)
