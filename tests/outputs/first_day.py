"""A catalog on its first day: written down over years, copied about, and reviewed by nobody."""

from datetime import date, timedelta

from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
AREAS = ("checkout", "search", "billing", "onboarding", "support", "delivery", "growth", "mobile")
PEOPLE = ("ana", "ben", "chen", "dora", "emil", "fay", "gus", "hana")
GONE = ("emil", "hana")
VENDORS = ("Amplitude", "Figma", "Jira", "Looker", "Miro", "Mixpanel", "Notion", "Optimizely", "Segment", "Zendesk")


def tree(metrics: int = 400) -> MemoryTree:
    """The files: people, some of whom left; tools whose contracts run out; experiments; very many metrics."""
    files = {"prodops.yaml": "review_every: {metric: 180d, tool: 180d}\n"}
    files |= {f"owners/{id}.yaml": person(id) for id in PEOPLE}
    files |= {f"tools/{name.lower()}.yaml": tool(name, number) for number, name in enumerate(VENDORS)}
    files |= {f"experiments/test-{number}.yaml": experiment(number) for number in range(20)}
    files |= {f"metrics/{metric_id(number)}.yaml": metric(number) for number in range(metrics)}
    return MemoryTree({path: text.encode() for path, text in files.items()})


def person(id: str) -> str:
    """Somebody; two of them left in spring."""
    left = "left: 2026-04-30\n" if id in GONE else ""
    return f"id: {id}\nname: {id.title()}\ntype: person\n{left}"


def tool(name: str, number: int) -> str:
    """A tool that renews itself sooner or later, and for less or more."""
    renewal = TODAY + timedelta(days=20 + 25 * number)
    return (
        f"id: {name.lower()}\nname: {name}\nowner: {PEOPLE[number % 8]}\nstatus: adopted\npurpose: We use it.\n"
        f"contract: {{renewal: {renewal}, notice: 30d, auto_renew: true}}\n"
        f"cost: {{amount: {(number * 7 % 10 + 1) * 12_000}, currency: EUR, per: year}}\n"
    )


def experiment(number: int) -> str:
    """A test, two of which share a place each week."""
    start = TODAY + timedelta(days=7 * (number // 2) - 14)
    status = "running" if start <= TODAY else "scheduled"
    return (
        f"id: test-{number}\nname: Test {number}\nowner: {PEOPLE[number % 8]}\nstatus: {status}\ntype: ab_test\n"
        f"hypothesis: It helps.\nsurfaces: [{AREAS[number // 2 % 8]}]\n"
        f"start: {start}\nend: {start + timedelta(days=14)}\n"
        f"metrics: {{primary: [{metric_id(number)}]}}\n"
        "variants:\n  - {key: control, weight: 1, role: control}\n  - {key: new, weight: 1}\n"
    )


def metric_id(number: int) -> str:
    """What a metric is called."""
    return f"{AREAS[number % 8]}_orders_{number}"


def metric(number: int) -> str:
    """A metric that was copied from another."""
    text = "TBD" if number % 5 == 0 else f"Orders of {AREAS[number % 8]} in segment {number}."
    return (
        f"id: {metric_id(number)}\nname: Orders {number}\nowner: {PEOPLE[number % 8]}\nstatus: active\n"
        f"direction: increase\ndescription: {text}\nsource: {{dashboard: 'https://example.com/{number}'}}\n"
        + ("expires: 2026-09-01\n" if number % 97 == 3 else "")
    )
