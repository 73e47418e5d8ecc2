"""Every audience has somebody in it.

A user can't be on version 5 or above and below 5 at once. Such a test runs for weeks and
counts nobody; and since it meets no other experiment, nobody is warned of it either.

## Bad

```yaml experiments/one-page.yaml
id: one-page
audience:
  app_version: {gte: "5.2", lt: "5.0"}
# ^^^^^^^^^^^ nobody is in it: what is asked of `app_version` contradicts itself; correct the values
```

## Good

```yaml experiments/one-page.yaml
id: one-page
audience:
  app_version: {gte: "5.0", lt: "5.2"}
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.audiences.clients import contradictions
from prodops_cli.phrases import listing


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Only what is proved: another system's expression may mean anything."""
    trials = context.encounters.trials
    if experiment.audience is None or not experiment.is_live:
        return
    if against := contradictions(trials.of(experiment).audience, trials.attributes):
        attributes = tuple(dimension.removeprefix("audience.") for dimension in against)
        asked = f"what is asked of {listing([f'`{name}`' for name in attributes])} contradicts itself"
        yield Problem(place(experiment, attributes), f"nobody is in it: {asked}; correct the values")


def place(experiment: Experiment, attributes: tuple[str, ...]) -> Place:
    """The constraint that contradicts itself; all of the audience, where several do, or it stands in `any_of`."""
    (first, *others), audience = attributes, experiment.audience
    is_written = audience is not None and first in audience.constraints and not others
    return experiment.at("audience", first, part="key") if is_written else experiment.at("audience", part="key")


CASES = """
## Bad: not one of the values that there are, an alternative that leaves nothing, two alternatives

```yaml prodops.yaml
attributes: {platform: {values: [web, ios]}, country: {}}
```
```yaml experiments/a.yaml
id: a
audience: {platform: {not_in: [web, ios]}}
#          ^^^^^^^^ nobody is in it: what is asked of `platform` contradicts itself; correct the values
```
```yaml experiments/b.yaml
id: b
audience: {country: [FR], any_of: [{country: [DE]}, {country: [ES]}]}
#          ^^^^^^^ nobody is in it: what is asked of `country` contradicts itself; correct the values
```
```yaml experiments/c.yaml
id: c
audience: {any_of: [{country: {in: [FR], not_in: [FR]}}, {platform: {in: [web], not_in: [web]}}]}
^^^^^^^^ nobody is in it: what is asked of `country` and `platform` contradicts itself; correct the values
```

## Good: another system's expression, a client with several values, one that is over

```yaml prodops.yaml
attributes: {segment: {many: true}}
```
```yaml experiments/a.yaml
id: a
audience: {country: {in: [FR], opaque: "not FR"}}
```
```yaml experiments/b.yaml
id: b
audience: {segment: [new], any_of: [{segment: [gift]}]}
```
```yaml experiments/c.yaml
id: c
status: completed
audience: {country: {in: [FR], not_in: [FR]}}
```
"""
