"""Bloom, a small company: one document or two of each kind, and a week in which things happen."""

from datetime import date

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Source
from prodops_cli.findings import About, Finding, Problem, Scope, Severity, Verdict

SETTINGS = """\
catalog: {name: Bloom, timezone: Europe/Paris}
review_every: {metric: 90d}
surfaces: {checkout: {owner: pay}, checkout.payment: {owner: pay}, signup: {owner: grow}}
attributes:
  platform: {values: [web, ios], shares: {web: 0.5, ios: 0.5}}
"""

OWNERS = """\
- {id: grow, name: Growth, type: team, lead: tom, members: [tom, lee]}
- {id: pay, name: Payments, type: team, lead: ana, members: [ana, kim]}
- {id: data, name: Data, type: team, lead: kim, members: [kim]}
- {id: ana, name: Ana Díaz, type: person}
- {id: kim, name: Kim, type: person}
- {id: lee, name: Lee Wong, type: person}
- {id: tom, name: Tom Okafor, type: person}
- {id: zoe, name: Zoe, type: person, active: false, successor: lee}
"""

METRICS = """\
- id: activated
  name: Activated accounts
  owner: kim
  description: Accounts that did something within seven days.
  status: active
  direction: increase
  unit: share
  definition: {expression: count(activated) / count(created)}
  window: 7d
  reviewed: 2026-05-01
- id: orders
  name: Orders
  owner: data
  description: Paid orders of the day.
  status: active
  direction: increase
  definition: {expression: count(orders)}
  value: {current: 1200, previous: 1180, as_of: 2026-08-23}
  expires: 2026-09-20
- id: tickets
  name: Support tickets
  owner: zoe
  description: Tickets of the day.
  status: active
  direction: decrease
  definition: {expression: count(tickets)}
  health: {level: problem, reasons: ["The export has stood still since Thursday. Nobody knows why."], as_of: 2026-09-04}
"""

TOOLS = """\
- id: amplitude
  name: Amplitude
  owner: kim
  status: adopted
  contract: {renewal: 2026-10-30, notice: 45d, auto_renew: true}
  cost: {amount: 84000, currency: EUR, per: year, basis: flat}
  seats: {purchased: 120, active: 79}
- id: maze
  name: Maze
  owner: tom
  status: trial
  trial_ends: 2026-09-18
- id: notion
  name: Notion
  owner: lee
  status: adopted
  contract: {renewal: 2026-11-01, notice: 30d, decision: renew}
  cost: {amount: 10, currency: EUR, per: month, basis: seat}
  seats: {purchased: 50, active: 49}
"""

ONE_PAGE = """\
id: one-page
name: One-page checkout
owner: grow
type: ab_test
status: running
hypothesis: Fewer pages, more orders
goals: [activation]
metrics: {primary: [orders], guardrail: [tickets]}
surfaces: [checkout]
variants: [{key: old, role: control, weight: 1}, {key: new, role: treatment, weight: 1}]
traffic: 100
start: 2026-08-17
end: 2026-09-14
"""

SAVED_CARDS = """\
id: saved-cards
name: Saved cards
owner: pay
type: ab_test
status: scheduled
hypothesis: Those who need not type again buy again
metrics: {primary: [orders]}
surfaces: [checkout]
variants: [{key: old, role: control, weight: 1}, {key: new, role: treatment, weight: 1}]
traffic: 100
audience: {platform: [web]}
start: 2026-09-10
end: 2026-10-07
"""

CHECKLIST = """\
id: checklist
name: Onboarding checklist
owner: lee
type: ab_test
status: completed
hypothesis: A list helps
metrics: {primary: [activated], guardrail: [tickets]}
surfaces: [signup]
start: 2026-07-15
end: 2026-08-12
results:
  - {metric: activated, variant: list, lift: 0.021, ci: [0.004, 0.038], as_of: 2026-08-20}
"""

SHORT_FORM = """\
id: short-form
name: Shorter sign-up form
owner: grow
type: ab_test
status: {status}
hypothesis: Fewer fields, more accounts
metrics: {{primary: [activated], guardrail: [tickets]}}
surfaces: [signup]
start: 2026-08-03
end: 2026-08-30
results:
  - {{metric: activated, variant: short, lift: 0.002, ci: [-0.011, 0.015], as_of: 2026-09-01}}
  - {{metric: tickets, variant: short, lift: 0.06, ci: [0.02, 0.1], as_of: 2026-09-01}}
"""

STOPPED = """\
decision:
  outcome: stop
  date: 2026-09-02
  by: tom
  rationale: No gain, and more questions to answer. We try another way in autumn.
"""

NUDGE = """\
id: nudge
name: Annual-plan nudge
owner: pay
type: ab_test
status: {status}
hypothesis: Who sees what a year saves takes the year
metrics: {{primary: [orders]}}
surfaces: [checkout.payment]
start: 2026-07-20
end: 2026-08-23
results:
  - {{metric: orders, variant: shown, lift: 0.034, ci: [0.011, 0.057], as_of: 2026-08-28}}
"""

SHIPPED = "decision: {outcome: ship, date: 2026-09-01, by: ana, rolled_out_in: nudge}\n"

GOALS = """\
- id: year
  name: A million orders
  owner: data
  period: {{start: 2026-01-01, end: 2026-12-31}}
  status: active
  confidence: 0.7
  key_results:
    - {{id: orders, metric: orders, baseline: 0, target: 1000000, current: 610000, as_of: 2026-09-06}}
- id: activation
  name: Activation 40 %
  owner: grow
  period: 2026-Q3
  parent: year
  status: at_risk
  confidence: {confidence}
  key_results:
    - {{name: Activation, metric: activated, baseline: 0.34, target: 0.4, current: 0.36, as_of: 2026-09-06}}
  check_ins:
    - {{date: 2026-08-07, confidence: 0.6}}
{check_in}"""

LAUNCHES = """\
- id: nudge
  name: Nudge for all
  owner: pay
  status: launched
  target_date: 2026-09-01
  actual_date: 2026-09-01
- id: invoices
  name: Invoices to all
  owner: zoe
  tier: 2
  status: approved
  target_date: 2026-09-10
  readiness:
    - {item: Help article, owner: lee, status: done, due: 2026-09-01}
    - {item: Terms, owner: ana, status: todo, due: 2026-09-04}
- id: widget
  name: Widget
  owner: grow
  status: planned
  target_date: 2026-09-03
"""

FEEDBACK = """\
- id: cards-again
  name: Typing cards again
  owner: pay
  received: 2026-09-02
  themes: [saved-cards]
  mentions: 41
  quote: Why must I type sixteen digits each time?
  status: new
- id: too-long
  name: The form is long
  owner: grow
  received: 2026-08-12
  themes: [sign-up]
  mentions: 12
  status: triaged
"""

PRACTICE = "{id: review, name: Experiment review, owner: data, area: experiments, steps: [Look, Decide]}\n"
LAYER = "{id: web, name: Web traffic, owner: data, unit: user}\n"

BEFORE = {
    "prodops.yaml": SETTINGS,
    "owners/all.yaml": OWNERS,
    "metrics/all.yaml": METRICS,
    "tools/all.yaml": TOOLS,
    "experiments/one-page.yaml": ONE_PAGE,
    "experiments/checklist.yaml": CHECKLIST,
    "experiments/short-form.yaml": SHORT_FORM.format(status="running"),
    "experiments/nudge.yaml": NUDGE.format(status="completed"),
    "goals/all.yaml": GOALS.format(confidence=0.6, check_in=""),
    "launches/all.yaml": LAUNCHES.replace("  actual_date: 2026-09-01\n", "").replace("launched", "approved"),
    "practices/review.yaml": PRACTICE,
    "practices/old.yaml": "{id: old, name: Old ways, owner: data}\n",
    "layers/web.yaml": LAYER,
}

MONDAY = {
    "experiments/nudge.yaml": NUDGE.format(status="completed") + SHIPPED,
    "launches/all.yaml": LAUNCHES,
    "practices/old.yaml": "",
}

WEDNESDAY = {
    "experiments/short-form.yaml": SHORT_FORM.format(status="completed") + STOPPED,
    "experiments/saved-cards.yaml": SAVED_CARDS,
    "metrics/all.yaml": METRICS.replace("window: 7d", "window: 14d").replace(
        "{current: 1200, previous: 1180, as_of: 2026-08-23}", "{current: 1240, previous: 1200, as_of: 2026-08-30}"
    ),
    "feedback/all.yaml": FEEDBACK,
    "goals/all.yaml": GOALS.format(confidence=0.35, check_in="    - {date: 2026-09-02, confidence: 0.35}\n"),
}

LATER = {"experiments/late.yaml": ONE_PAGE.replace("one-page", "late").replace("One-page checkout", "Too late")}

HISTORY = (
    ("Kim", "2026-08-27T10:00:00+02:00", BEFORE),
    ("Ana Díaz", "2026-08-31T00:30:00+02:00", MONDAY),
    ("Tom Okafor", "2026-09-02T16:00:00+02:00", WEDNESDAY),
    ("Lee Wong", "2026-09-07T00:00:00+02:00", LATER),
)
"""Who committed what, when. The second commit is from Monday in Paris, and still from Sunday in UTC."""


def finding(severity: Severity, about: About | None) -> Finding:
    """Something that a rule might have found."""
    return Finding("a-rule", "a-family", severity, Problem(Place(Source("x.yaml", "", "")), "is wrong"), about)


VERDICT = Verdict(
    (
        finding(Severity.error, About("experiment", "saved-cards", "Saved cards", "pay")),
        finding(Severity.warning, About("metric", "activated", "Activated accounts", "kim")),
        finding(Severity.warning, About("owner", "lee", "Lee Wong")),
        finding(Severity.notice, About("tool", "lost", "Lost", "nobody-knows")),
        finding(Severity.error, None),
    ),
    Scope(date(2026, 9, 7)),
)
"""Made by hand, so that a new rule changes no report in the tests."""
