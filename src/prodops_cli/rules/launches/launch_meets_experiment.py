"""Nothing goes out in the middle of a test on the same page.

A test compares two versions of a page. When a launch changes that page on the ninth
day, the first eight days and the rest are two tests, each too short; and whatever the
launch did is booked to the winner.

A launch meets a test that it does not come from, that changes the same surface (or one
within it) for the same users, and that began before the launch and has not ended yet.
Launches for other users are no trouble. Neither is the launch of what the test tries:
name it in the launch's `experiments`.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
status: approved
target_date: 2025-06-24
#            ^^^^^^^^^^ falls in the middle of `one-page` on checkout.payment; launch from 7 Jul on, or leave the days
#              after it out of the analysis
surfaces: [checkout]
```
```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout.payment]
start: 2025-06-16
end: 2025-07-06
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: approved
target_date: 2025-07-07
surfaces: [checkout]
```
```yaml experiments/one-page.yaml
id: one-page
status: running
surfaces: [checkout.payment]
start: 2025-06-16
end: 2025-07-06
```

Rollouts and holdouts are no tests, drafts have no date yet. Surfaces that are declared
`concurrent: true` in prodops.yaml are left out.

## Allowing

`# prodops: allow launch-meets-experiment -- the law begins on that day` beside the date.
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day, listing


@rule(Launch, warning)
def check(launch: Launch, context: Context) -> Problems:
    """At the day on which it goes out; which tests those are, the overlap engine knows."""
    found = context.encounters.launches.disturbed.get(launch.id)
    if found is None or context.encounters.launches.named[launch.id] is not launch:
        return
    tests = listing([f"`{each.id}`" for each in found.tests])
    instead = f"launch from {day(found.free_from, context.today)} on" if found.free_from else f"end {tests} first"
    where = f"falls in the middle of {tests} on {listing(found.surfaces)}"
    yield Problem(
        launch.at("target_date"),
        f"{where}; {instead}, or leave the days after it out of the analysis",
        related=tuple(Related(each.at(each.end_key), f'"{each.title}" ends here') for each in found.tests),
    )


CASES = """
## Bad: a parent, two of them one after the other, no end in sight

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-20, surfaces: [checkout.payment]}
#                               ^^^^^^^^^^ falls in the middle of `one` on checkout.payment; launch from 30 Jun on, or
#                                 leave the days after it out of the analysis
- {id: b, name: B, target_date: 2025-06-20, surfaces: [home]}
#                               ^^^^^^^^^^ falls in the middle of `three` on home; end `three` first, or leave the days
#                                 after it out of the analysis
```
```yaml experiments/one.yaml
id: one
status: running
surfaces: [checkout]
start: 2025-06-02
end: 2025-06-22
```
```yaml experiments/two.yaml
id: two
status: scheduled
surfaces: [checkout]
start: 2025-06-22
end: 2025-06-29
```
```yaml experiments/three.yaml
id: three
status: running
surfaces: [home]
start: 2025-06-02
```

## Good: its own, other users, before and after, past, put off, out already, a draft, a rollout, elsewhere

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-20, surfaces: [checkout], experiments: [one]}
- {id: b, name: B, target_date: 2025-06-20, surfaces: [checkout], audience: {country: [DE]}}
- {id: c, name: C, target_date: 2025-06-16, surfaces: [checkout]}
- {id: d, name: D, target_date: 2025-06-23, surfaces: [checkout]}
- {id: e, name: E, target_date: 2025-06-14, surfaces: [search]}
- {id: f, name: F, target_date: 2025-06-20, surfaces: [search], status: deferred}
- {id: g, name: G, target_date: 2025-06-20, surfaces: [search], status: launched, actual_date: 2025-06-10}
- {id: h, name: H, target_date: 2025-06-20, surfaces: [home]}
- {id: i, name: I, target_date: 2025-06-20, surfaces: [checkout.x], experiments: [one]}
- {id: j, name: J, target_date: 2025-06-20}
```
```yaml experiments/one.yaml
id: one
status: scheduled
surfaces: [checkout]
start: 2025-06-16
end: 2025-06-22
audience: {country: [FR]}
```
```yaml experiments/two.yaml
id: two
status: running
surfaces: [search]
start: 2025-06-01
end: 2025-06-30
```
```yaml experiments/three.yaml
id: three
status: draft
surfaces: [home]
start: 2025-06-01
end: 2025-06-30
```
```yaml experiments/four.yaml
id: four
status: running
type: rollout
surfaces: [home]
start: 2025-06-01
end: 2025-06-30
```
"""
