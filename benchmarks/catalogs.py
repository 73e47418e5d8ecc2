"""Catalogs of any size, healthy and always the same, in real git repositories."""

import os
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2026, 9, 7)
START = date(2026, 9, 1)
BEGAN = date(2026, 6, 1)
"""The day of the first commit."""
OWNERS, TOOLS, EXPERIMENTS, GOALS = 5, 10, 25, 5  # of a hundred documents; the rest are metrics
AREAS = ("checkout", "search", "growth", "billing", "onboarding", "support", "mobile", "delivery")


def make(root: Path, size: int) -> Path:
    """Writes a catalog of about so many documents, and commits it."""
    root.mkdir(parents=True)
    for path, text in documents(size):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    subprocess.run(["git", "-C", str(root), "init", "-q", "-b", "main"], check=True)
    commit(root, BEGAN)
    return root


def commit(root: Path, day: date) -> None:
    """Commits all, on a day."""
    git = ("git", "-C", str(root), "-c", "user.name=prodops", "-c", "user.email=prodops@example.com")
    when = f"{day}T12:00:00Z"
    dated = os.environ | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Go on"], check=True, env=dated)


def go_on(root: Path, weeks: int) -> None:
    """Commits other words in a few documents, in each of the weeks before today."""
    for week in range(weeks, 0, -1):
        for path in sorted(root.glob(f"metrics/*/metric_{week}?_rate.yaml")):
            path.write_text(path.read_text(encoding="utf-8").replace("The share", "That share"), encoding="utf-8")
        commit(root, TODAY - timedelta(weeks=week))


def change(root: Path, number: int) -> None:
    """Writes other words into so many documents, and commits nothing."""
    for path in sorted(root.glob("metrics/*/*.yaml"))[:number]:
        path.write_text(path.read_text(encoding="utf-8").replace("name: Rate", "name: Share"), encoding="utf-8")


def documents(size: int) -> Iterator[tuple[str, str]]:
    """The files of a catalog with their texts."""
    yield (
        "prodops.yaml",
        "version: 1\ncatalog: {name: Benchmark, timezone: Europe/Paris}\nreview_every: {metric: 180d}\n",
    )
    owners, tools, tests, goals = (max(2, size * share // 100) for share in (OWNERS, TOOLS, EXPERIMENTS, GOALS))
    metrics = size - owners - tools - tests - goals
    for number in range(owners):
        yield f"owners/person-{number}.yaml", owner(number)
    for number in range(tools):
        yield f"tools/tool-{number}.yaml", tool(number, owners)
    for number in range(metrics):
        yield f"metrics/{AREAS[number % len(AREAS)]}/metric_{number}_rate.yaml", metric(number, owners)
    for number in range(goals):
        yield f"goals/keep-people-{number}.yaml", goal(number, owners, metrics)
    for number in range(tests):
        guardrail = tests + number % (metrics - tests)  # one that decides no test
        yield f"experiments/shorter-page-{number}.yaml", experiment(number, owners, guardrail, goals)


def owner(number: int) -> str:
    """A person."""
    return f"id: person-{number}\nname: Person {number}\ntype: person\nhandles: {{github: person{number}}}\n"


def tool(number: int, owners: int) -> str:
    """A tool that nothing is wrong with."""
    return f"""\
id: tool-{number}
name: Tool {number}
owner: person-{number % owners}
status: adopted
description: What the team of area {number} uses for its work, every day.
criticality: tier2
admins: [person-{number % owners}, person-{(number + 1) % owners}]
capabilities: [capability-{number}]
vendor: {{name: Vendor {number}, url: "https://vendor{number}.example.com"}}
contract: {{start: 2026-01-01, renewal: 2027-06-01, notice: 60d, auto_renew: true, decision: renew}}
cost: {{amount: {1000 + number}, currency: EUR, per: year, basis: flat, cost_center: product}}
data: {{classification: internal, flow: in}}
"""


def metric(number: int, owners: int) -> str:
    """A metric with its SQL."""
    return f"""\
id: metric_{number}_rate
name: Rate {number}
owner: person-{number % owners}
description: The share of accounts that did thing {number} in the week after they could, among all that could.
status: active
direction: increase
type: proportion
unit: percent
grain: week
entity: user
role: driver
tier: silver
reviewed: 2026-06-15
definition:
  language: sql
  expression: |
    select date_trunc('week', at) as week,
           count(distinct case when did_{number} then account_id end) * 1.0
             / nullif(count(distinct account_id), 0) as rate
    from analytics.events_{number}
    group by 1
source: {{dataset: analytics.events_{number}}}
health: {{level: ok, as_of: 2026-09-04}}
tags: [{AREAS[number % len(AREAS)]}]
"""


def goal(number: int, owners: int, metrics: int) -> str:
    """A goal of the quarter."""
    return f"""\
id: keep-people-{number}
name: Keep people {number}
owner: person-{number % owners}
period: 2026-Q3
status: active
level: company
confidence: 0.6
key_results:
  - id: first
    name: Rate {number} gets better
    metric: metric_{number % metrics}_rate
    baseline: 10
    target: 20
    current: 14
    as_of: 2026-09-01
check_ins:
  - {{date: 2026-09-02, confidence: 0.6, note: On its way.}}
"""


def experiment(number: int, owners: int, guardrail: int, goals: int) -> str:
    """A test on a page of its own."""
    start = START + timedelta(days=number % 60)
    return f"""\
id: shorter-page-{number}
name: Shorter page {number}
owner: person-{number % owners}
type: ab_test
status: {"running" if start <= TODAY else "scheduled"}
description: Whether the page of area {number} helps more people when it says less.
hypothesis:
  change: The page says less.
  population: Everybody who sees it.
  outcome: More of them go on.
  because: They told us that they were lost.
goals: [keep-people-{number % goals}]
surfaces: [area-{number}.page]
randomization_unit: user
metrics:
  primary: [{{metric: metric_{number}_rate, baseline: 0.2, mde: 5%}}]
  guardrail: [metric_{guardrail}_rate]
variants:
  - {{key: control, role: control, weight: 1}}
  - {{key: treatment, role: treatment, weight: 1}}
audience: {{country: [FR, DE], platform: {{not_in: [android]}}}}
start: {start}
end: {start + timedelta(days=27)}
"""
